// Checks a chat template before llama.cpp's Jinja parser reads it.
#pragma once

#include <string>

namespace anechat {

// The parser and the interpreter recurse for nested parts and for chains ("a + b + c"). This limits
// the depth of nesting, and the template's size, which bounds chains. Throws std::runtime_error.
void check_template_text(const std::string & text);

} // namespace anechat
