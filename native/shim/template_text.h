// Checks a chat template before llama.cpp's Jinja parser reads it.
#pragma once

#include <string>

namespace anechat {

// The parser and the interpreter recurse for nested parts, whose depth is checked here, and for chains ("a + b + c"),
// which the limit on the template's size bounds. Throws std::runtime_error.
void check_template_text(const std::string & text);

} // namespace anechat
