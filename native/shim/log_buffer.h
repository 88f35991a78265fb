// Buffers the log of llama.cpp and ggml until the caller takes it with anechat_log_take().
#pragma once

namespace anechat {

void install_log();

} // namespace anechat
