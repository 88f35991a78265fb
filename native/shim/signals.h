// Atomic access to anechat_signals, which other threads of the caller read and write.
#pragma once

#include "anechat.h"

#include <atomic>

namespace anechat {

static_assert(sizeof(std::atomic<int32_t>) == sizeof(int32_t) && std::atomic<int32_t>::is_always_lock_free,
              "anechat_signals consists of plain 32 bit words");

inline bool should_abort(const anechat_signals * signals) {
    return reinterpret_cast<const std::atomic<int32_t> *>(&signals->abort)->load(std::memory_order_relaxed) != 0;
}

inline void set_progress(anechat_signals * signals, int32_t thousandths) {
    reinterpret_cast<std::atomic<int32_t> *>(&signals->progress)->store(thousandths, std::memory_order_relaxed);
}

inline void set_lost(anechat_signals * signals) {
    reinterpret_cast<std::atomic<int32_t> *>(&signals->lost)->store(1, std::memory_order_relaxed);
}

} // namespace anechat
