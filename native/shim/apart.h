// Threads for work that may need more stack than any other thread has, or never come to its end: chat templates,
// grammars, the parsers of answers.
#pragma once

#include "limits.h"

#include <functional>

namespace anechat {

// Runs work within limits in a thread whose stack is large enough for recursion that allocates nothing, and waits for it.
void apart(const work_limits & limits, std::function<void()> work);

// The same, but work that is late all the same, in a loop without allocations, is left behind: it has to own what it
// uses. Returns false then.
bool apart_or_left_behind(const work_limits & limits, std::function<void()> work);

} // namespace anechat
