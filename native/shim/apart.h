// Runs work in a thread of its own with a large stack: chat templates, grammars and the parsers of answers recurse for
// nested input, and may not end.
#pragma once

#include "limits.h"

#include <functional>

namespace anechat {

// Runs work within limits in a new thread and waits for its end. Throws what the work throws, and over_limit.
void apart(const work_limits & limits, std::function<void()> work);

// The same, but gives up waiting for a loop that allocates nothing, which no limit can stop. Returns false then. The work
// goes on in the background, so it must own everything that it uses.
bool apart_or_left_behind(const work_limits & limits, std::function<void()> work);

} // namespace anechat
