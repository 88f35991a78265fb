// What is said when llama.cpp ends the process.
#pragma once

namespace anechat {

void install_abort();

} // namespace anechat
