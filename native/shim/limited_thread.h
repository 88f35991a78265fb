// Runs work in a new thread with a large stack: chat templates, grammars and answer parsers recurse
// on nested input and may not terminate.
#pragma once

#include "limits.h"

#include <functional>

namespace anechat {

// Runs work within limits in a new thread and waits for it. Throws what the work throws, and
// over_limit.
void run_in_thread(const work_limits & limits, std::function<void()> work);

// The same, but stops waiting for a loop that allocates nothing, which no limit can stop, and
// returns false. The work continues in the background, so it must own everything that it uses.
bool run_in_thread_or_abandon(const work_limits & limits, std::function<void()> work);

} // namespace anechat
