// Limits of memory, time and stack for code that untrusted input controls: chat templates,
// grammars, schemas. llama.cpp has no such limits, so a small template can take all memory, run for
// hours, or recurse until the stack overflows.
//
// All C++ code of this library allocates with the operator new in limits.cpp. While a thread has
// limits, each allocation counts its bytes, checks the thread's CPU time and stack, and throws
// over_limit if a limit is exceeded. It is CPU time, not wall time, so that nothing fails because
// the machine is busy.
#pragma once

#include <chrono>
#include <cstddef>

namespace anechat {

struct work_limits {
    // Maximum allocated at any moment.
    size_t bytes;
    // CPU time.
    std::chrono::milliseconds time;
};

// Limits for rendering, parsing or compiling an input of this size. Real inputs need about 1% of
// them.
work_limits limits_for(size_t input_bytes);

// Not a std::exception: llama.cpp catches and replaces those in several places.
struct over_limit {
    const char * reason;
};

// Sets limits for this thread while the object lives. Limits don't nest: the outer ones stay in
// force.
class limited_work {
  public:
    // stack: bytes of stack that code called from here may use; 0: no limit
    explicit limited_work(const work_limits & limits, size_t stack = 0);
    ~limited_work();

    limited_work(const limited_work &) = delete;
    limited_work & operator=(const limited_work &) = delete;

    // Throws if a limit was exceeded. Needed because other code may have swallowed the exception.
    void check() const;

    // Removes this thread's limits. Returns the number of bytes allocated.
    static size_t lift();

  private:
    bool is_outer;
};

// Runs work within limits, in this thread.
template <typename F> auto within(const work_limits & limits, F && work) {
    limited_work limited(limits);
    auto         result = work();
    limited.check();
    return result;
}

} // namespace anechat
