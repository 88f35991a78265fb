// CMakeLists.txt includes this in the files of llama.cpp that print errors of grammars and schemas
// on stderr instead of logging them. It captures the text for the caller.
#pragma once

#include <cstdarg>
#include <cstdio>
#include <string>

namespace anechat {

// What this thread would have printed. The caller clears it.
inline thread_local std::string captured_stderr;

#if defined(__GNUC__) || defined(__clang__)
__attribute__((format(printf, 2, 3)))
#endif
inline int capture_stderr(std::FILE *, const char * format, ...) {
    char    text[1024];
    va_list arguments;
    va_start(arguments, format);
    const int length = std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    captured_stderr += text;
    return length;
}

} // namespace anechat

#ifdef ANECHAT_CAPTURE_STDERR
#    define fprintf anechat::capture_stderr
#endif
