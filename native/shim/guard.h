// No C++ exception may cross the C ABI, so each entry point runs inside guarded(). recoverable()
// also turns llama.cpp's aborts into errors; see abort.h.
#pragma once

#include "abort.h"
#include "limits.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

namespace anechat {

void set_last_error(std::string message);

template <typename T, typename F> T guarded(T failed, F && body) {
    try {
        return body();
    } catch (const std::exception & e) {
        set_last_error(e.what());
    } catch (const over_limit & limit) {
        set_last_error(limit.reason);
    } catch (...) {
        set_last_error("unknown C++ exception");
    }
    return failed;
}

template <typename T, typename F> T recoverable(T failed, F && body) {
    return guarded<T>(failed, [&] {
        aborts_throw recovery;
        return body();
    });
}

inline char * copy_string(const std::string & text) {
    char * copy = static_cast<char *>(std::malloc(text.size() + 1));
    if (copy != nullptr) {
        std::memcpy(copy, text.c_str(), text.size() + 1);
    }
    return copy;
}

} // namespace anechat
