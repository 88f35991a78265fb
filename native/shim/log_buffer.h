// Where llama.cpp's and ggml's messages go until the caller asks for them.
#pragma once

namespace anechat {

void install_log();

} // namespace anechat
