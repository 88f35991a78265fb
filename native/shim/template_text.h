// What is looked at in a chat template before llama.cpp's Jinja parser reads it.
#pragma once

#include <string>

namespace anechat {

// The parser and the interpreter call themselves for what is nested, which is counted here, and for what is chained
// ("a + b + c"), which the size of the text bounds. Throws std::runtime_error.
void check_template_text(const std::string & text);

} // namespace anechat
