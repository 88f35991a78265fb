#include "limited_thread.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

#ifdef _WIN32
#    define WIN32_LEAN_AND_MEAN
#    define NOMINMAX
#    include <windows.h>
#else
#    include <csignal>
#    include <pthread.h>
#    include <sys/mman.h>
#    include <unistd.h>
#endif

namespace {

// Bytes of address space; a page takes memory only once it is used. llama.cpp's template
// interpreter needs up to a kilobyte of stack for each byte of a template.
constexpr size_t stack_size = size_t{ 256 } << 20;
// The part of the stack that recursion may not use: the deepest function and unwinding need some.
constexpr size_t stack_reserve = size_t{ 1 } << 20;
// Code that allocates nothing never checks the CPU time limit. Its thread is abandoned after the
// time limit times this factor, in wall time.
constexpr int timeout_factor = 10;
// An abandoned thread keeps the memory that it allocated. One that timed out also keeps its core
// busy. Above these limits no more threads are started.
constexpr size_t max_abandoned_bytes = size_t{ 1 } << 30;
constexpr int    max_timed_out = 4;

struct task {
    anechat::work_limits    limits;
    std::function<void()>   work;
    std::mutex              mutex;
    std::condition_variable changed;
    bool                    is_done = false;
    std::exception_ptr      error;
    // Why the thread was abandoned; null if it was not.
    const char *            reason = nullptr;
    uintptr_t               stack_start = 0;
};

std::atomic<size_t> abandoned_bytes{ 0 };
std::atomic<int>    timed_out{ 0 };
thread_local task * running = nullptr;

void finish(task & work) {
    std::lock_guard<std::mutex> lock(work.mutex);
    work.is_done = true;
    work.changed.notify_all();
}

// Returns this thread's stack memory to the system. Nothing may return into these frames after it.
void discard_stack(const task & work) {
#ifndef _WIN32
    const char      here = 0;
    const auto      page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
    const uintptr_t end = (work.stack_start - stack_size + page) & ~(page - 1);
    const uintptr_t start = work.stack_start & ~(page - 1);
    // A signal handler runs on another stack. Without one, this function's own frames must stay.
    const auto      now = reinterpret_cast<uintptr_t>(&here);
    const bool      is_own_stack = now > end && now < start;
    const uintptr_t from = is_own_stack ? (now + 16 * page) & ~(page - 1) : end;
    if (from < start) {
        (void) madvise(reinterpret_cast<void *>(from), start - from, MADV_DONTNEED);
    }
#else
    (void) work;
#endif
}

// Ends this thread's work where it can't throw: the thread sleeps forever. Allocates nothing.
[[noreturn]] void abandon_this_thread(const char * reason) {
    task & work = *running;
    running = nullptr;
    abandoned_bytes += anechat::limited_work::lift();
    work.reason = reason;
    discard_stack(work);
    finish(work);
    for (;;) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
}

// ── a limit exceeded in a destructor, which must not throw

std::terminate_handler next_terminate = nullptr;

void on_terminate() {
    if (running != nullptr) {
        abandon_this_thread("it takes too much time or memory");
    }
    next_terminate();
}

// ── stack overflow, by recursion that allocates nothing

constexpr const char * too_deep = "it is nested too deep";

#ifdef _WIN32
constexpr ULONG handler_stack = 64 * 1024;

LONG WINAPI on_exception(EXCEPTION_POINTERS * exception) {
    if (running != nullptr && exception->ExceptionRecord->ExceptionCode == EXCEPTION_STACK_OVERFLOW) {
        abandon_this_thread(too_deep);
    }
    return EXCEPTION_CONTINUE_SEARCH;
}

void install_handlers() {
    AddVectoredExceptionHandler(1, on_exception);
}

void prepare_stack() {
    ULONG bytes = handler_stack;
    SetThreadStackGuarantee(&bytes);
}
#else
constexpr size_t handler_stack = 64 * 1024;

struct sigaction next_handlers[2];
constexpr int    faults[2] = { SIGSEGV, SIGBUS };

bool is_stack_end(const void * address) {
    // The guard page is at the end of the stack; a large frame may reach past it.
    const auto fault = reinterpret_cast<uintptr_t>(address);
    const auto end = running->stack_start - stack_size;
    return fault < end + stack_reserve / 2 && fault > end - stack_reserve;
}

void on_fault(int signal, siginfo_t * info, void * context) {
    if (running != nullptr && is_stack_end(info->si_addr)) {
        abandon_this_thread(too_deep);
    }
    const struct sigaction & next = next_handlers[signal == faults[0] ? 0 : 1];
    if ((next.sa_flags & SA_SIGINFO) != 0) {
        next.sa_sigaction(signal, info, context);
    } else if (next.sa_handler != SIG_DFL && next.sa_handler != SIG_IGN) {
        next.sa_handler(signal);
    } else {
        // The faulting instruction runs again and ends the process.
        ::signal(signal, SIG_DFL);
    }
}

void install_handlers() {
    for (int i = 0; i < 2; i++) {
        struct sigaction action = {};
        action.sa_sigaction = on_fault;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        sigaction(faults[i], &action, &next_handlers[i]);
    }
}

// The stack on which the handler runs. It is never freed if the thread is abandoned.
class signal_stack {
  public:
    signal_stack() : memory(new char[handler_stack]) {
        stack_t stack = {};
        stack.ss_sp = memory.get();
        stack.ss_size = handler_stack;
        sigaltstack(&stack, nullptr);
    }

    ~signal_stack() {
        stack_t none = {};
        none.ss_flags = SS_DISABLE;
        sigaltstack(&none, nullptr);
    }

  private:
    std::unique_ptr<char[]> memory;
};
#endif

// ── threads

void run(task & work) {
#ifdef _WIN32
    prepare_stack();
#else
    signal_stack for_handlers;
#endif
    const char here = 0;
    work.stack_start = reinterpret_cast<uintptr_t>(&here);
    running = &work;
    try {
        anechat::limited_work limited(work.limits, stack_size - stack_reserve);
        work.work();
        limited.check();
    } catch (...) {
        work.error = std::current_exception();
    }
    running = nullptr;
    finish(work);
}

// std::thread can't set its stack size.
#ifdef _WIN32
DWORD WINAPI entry(void * argument) {
    std::unique_ptr<std::shared_ptr<task>> work(static_cast<std::shared_ptr<task> *>(argument));
    run(**work);
    return 0;
}

bool start_thread(std::shared_ptr<task> * work) {
    HANDLE thread = CreateThread(nullptr, stack_size, entry, work, STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr);
    if (thread == nullptr) {
        return false;
    }
    CloseHandle(thread);
    return true;
}
#else
void * entry(void * argument) {
    std::unique_ptr<std::shared_ptr<task>> work(static_cast<std::shared_ptr<task> *>(argument));
    run(**work);
    return nullptr;
}

bool start_thread(std::shared_ptr<task> * work) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_size);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t  thread;
    const bool started = pthread_create(&thread, &attributes, entry, work) == 0;
    pthread_attr_destroy(&attributes);
    return started;
}
#endif

std::shared_ptr<task> start(const anechat::work_limits & limits, std::function<void()> work) {
    static std::once_flag once;
    std::call_once(once, [] {
        next_terminate = std::set_terminate(on_terminate);
        install_handlers();
    });
    if (abandoned_bytes > max_abandoned_bytes || timed_out >= max_timed_out) {
        throw anechat::over_limit{ "too many earlier requests exceeded their limits: restart anechat" };
    }
    auto shared = std::make_shared<task>();
    shared->limits = limits;
    shared->work = std::move(work);
    auto argument = std::make_unique<std::shared_ptr<task>>(shared);
    if (!start_thread(argument.get())) {
        throw std::runtime_error("the system has no memory for another thread");
    }
    argument.release();
    return shared;
}

void rethrow(const task & ended) {
    if (ended.reason != nullptr) {
        throw anechat::over_limit{ ended.reason };
    }
    if (ended.error) {
        std::rethrow_exception(ended.error);
    }
}

} // namespace

void anechat::run_in_thread(const work_limits & limits, std::function<void()> work) {
    const auto                   started = start(limits, std::move(work));
    std::unique_lock<std::mutex> lock(started->mutex);
    started->changed.wait(lock, [&] { return started->is_done; });
    rethrow(*started);
}

bool anechat::run_in_thread_or_abandon(const work_limits & limits, std::function<void()> work) {
    const auto                   started = start(limits, std::move(work));
    std::unique_lock<std::mutex> lock(started->mutex);
    if (!started->changed.wait_for(lock, timeout_factor * limits.time, [&] { return started->is_done; })) {
        timed_out++;
        return false;
    }
    rethrow(*started);
    return true;
}
