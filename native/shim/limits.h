// Limits for code whose work an outside input decides: chat templates, grammars, schemas. llama.cpp has none of its
// own, so a small template can ask for all memory, run for hours, or call itself until the stack ends.
//
// All C++ code of this library allocates through the operator new in limits.cpp. While a limit is set in a thread, each
// allocation counts its bytes and looks at the thread's CPU time and stack; past a limit it throws over_limit. CPU time, not wall time: a busy machine makes nothing fail.
#pragma once

#include <chrono>
#include <cstddef>

namespace anechat {

struct work_limits {
    // Of all that is allocated at the same time.
    size_t bytes;
    // CPU time of the thread.
    std::chrono::milliseconds time;
};

// For rendering, parsing and compiling: a second or so is a hundred times what any real one takes. A longer input may
// take more of both.
work_limits limits_for(size_t input_bytes);

// No std::exception: llama.cpp catches those here and there, to say more or to try something else.
struct over_limit {
    const char * reason;
};

// Holds this thread to limits while it lives. They don't nest: the outer ones stay.
class limited_work {
  public:
    // stack: bytes that may be used from here on; 0: no limit
    explicit limited_work(const work_limits & limits, size_t stack = 0);
    ~limited_work();

    limited_work(const limited_work &) = delete;
    limited_work & operator=(const limited_work &) = delete;

    // Throws if a limit was passed: code between here and there may have swallowed the exception.
    void check() const;

    // Takes the limits off this thread. Returns the bytes that are allocated under them.
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
