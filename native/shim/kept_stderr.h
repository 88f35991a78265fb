// Put by the compiler (CMakeLists.txt) in front of the files of llama.cpp that print what is wrong with a grammar or a
// schema on stderr, past every log callback: it is kept for whoever called them instead.
#pragma once

#include <cstdarg>
#include <cstdio>
#include <string>

namespace anechat {

// Of this thread, since it was emptied last.
inline thread_local std::string kept_stderr;

#if defined(__GNUC__) || defined(__clang__)
__attribute__((format(printf, 2, 3)))
#endif
inline int keep_stderr(std::FILE *, const char * format, ...) {
    char    text[1024];
    va_list arguments;
    va_start(arguments, format);
    const int length = std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    kept_stderr += text;
    return length;
}

} // namespace anechat

#ifdef ANECHAT_KEEP_STDERR
#    define fprintf anechat::keep_stderr
#endif
