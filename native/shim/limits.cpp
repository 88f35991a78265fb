#include "limits.h"

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <new>

#ifdef _WIN32
#    define WIN32_LEAN_AND_MEAN
#    define NOMINMAX
#    include <malloc.h>
#    include <windows.h>
#else
#    include <time.h>
#    ifdef __APPLE__
#        include <malloc/malloc.h>
#    else
#        include <malloc.h>
#    endif
#endif

namespace {

using namespace std::chrono_literals;

// Allocations between two checks of the CPU time, which cost a system call each.
constexpr uint32_t clock_interval = 512;

enum class fault { none, memory, time, depth };

struct budget {
    size_t                    limit = 0;
    size_t                    used = 0;
    std::chrono::nanoseconds  deadline{};
    uintptr_t                 stack_end = 0;
    uint32_t                  until_clock = clock_interval;
    fault                     exceeded = fault::none;
};

thread_local budget * current = nullptr;

std::chrono::nanoseconds cpu_time() {
#ifdef _WIN32
    FILETIME created, ended, kernel, user;
    GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user);
    const auto ticks = [](const FILETIME & time) {
        return (static_cast<uint64_t>(time.dwHighDateTime) << 32) | time.dwLowDateTime;
    };
    return std::chrono::nanoseconds(100 * (ticks(kernel) + ticks(user)));
#else
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#endif
}

size_t usable_size(void * memory) {
#if defined(_WIN32)
    return _msize(memory);
#elif defined(__APPLE__)
    return malloc_size(memory);
#else
    return malloc_usable_size(memory);
#endif
}

void refuse(budget & limits, fault what) {
    limits.exceeded = what;
    if (std::uncaught_exceptions() > 0) {
        // An exception is being thrown, so destructors run. Some allocate, and none may throw.
        return;
    }
    switch (what) {
        case fault::memory: throw anechat::over_limit{ "it takes too much memory" };
        case fault::time:   throw anechat::over_limit{ "it takes too long" };
        default:            throw anechat::over_limit{ "it is nested too deep" };
    }
}

void charge(size_t bytes) {
    budget & limits = *current;
    const char here = 0;
    if (reinterpret_cast<uintptr_t>(&here) < limits.stack_end) {
        refuse(limits, fault::depth);
    }
    if (bytes > limits.limit || limits.used > limits.limit - bytes) {
        refuse(limits, fault::memory);
    }
    if (--limits.until_clock == 0) {
        limits.until_clock = clock_interval;
        if (cpu_time() > limits.deadline) {
            // If code catches this and continues, its next allocation throws again.
            limits.until_clock = 1;
            refuse(limits, fault::time);
        }
    }
}

void * allocate(size_t bytes) {
    if (current != nullptr) {
        charge(bytes);
    }
    void * memory = std::malloc(bytes == 0 ? 1 : bytes);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    if (current != nullptr) {
        current->used += usable_size(memory);
    }
    return memory;
}

void release(void * memory) {
    if (memory == nullptr) {
        return;
    }
    if (current != nullptr) {
        // Memory allocated before the limits was not counted.
        const size_t bytes = usable_size(memory);
        current->used -= bytes < current->used ? bytes : current->used;
    }
    std::free(memory);
}

} // namespace

// Only this library uses these: exports.map hides them. Aligned allocations still use the system's
// operators.
void * operator new(size_t bytes) {
    return allocate(bytes);
}
void * operator new[](size_t bytes) {
    return allocate(bytes);
}
void operator delete(void * memory) noexcept {
    release(memory);
}
void operator delete[](void * memory) noexcept {
    release(memory);
}
void operator delete(void * memory, size_t) noexcept {
    release(memory);
}
void operator delete[](void * memory, size_t) noexcept {
    release(memory);
}

anechat::work_limits anechat::limits_for(size_t input_bytes) {
    // Rendering copies a text about ten times.
    return { (size_t{ 256 } << 20) + 64 * input_bytes, 2s + std::chrono::milliseconds(input_bytes / 500) };
}

anechat::limited_work::limited_work(const work_limits & limits, size_t stack) : is_outer(current == nullptr) {
    if (!is_outer) {
        return;
    }
    static thread_local budget own;
    const char here = 0;
    own = budget{};
    own.limit = limits.bytes;
    own.deadline = cpu_time() + limits.time;
    own.stack_end = stack == 0 ? 0 : reinterpret_cast<uintptr_t>(&here) - stack;
    current = &own;
}

anechat::limited_work::~limited_work() {
    if (is_outer) {
        current = nullptr;
    }
}

void anechat::limited_work::check() const {
    if (is_outer && current->exceeded != fault::none) {
        refuse(*current, current->exceeded);
    }
}

size_t anechat::limited_work::lift() {
    const size_t used = current == nullptr ? 0 : current->used;
    current = nullptr;
    return used;
}
