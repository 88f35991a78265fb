// What the bound functions look like to the compiler that built them.
//
// bun:ffi believes whatever its table says; a wrong argument type is a crash or
// a wrong number. So the real types are written down here, by the compiler, and
// src/llama/library.ts compares them with its table when it loads the library.
#include "anechat.h"
#include "llama.h"

#include <string>
#include <type_traits>

namespace {

template <typename T> std::string type_name() {
    if constexpr (std::is_void_v<T>) {
        return "void";
    } else if constexpr (std::is_pointer_v<T>) {
        return "ptr";
    } else if constexpr (std::is_same_v<T, bool>) {
        return "bool";
    } else if constexpr (std::is_enum_v<T>) {
        // The size is what the ABI depends on: compilers differ in an enum's sign.
        return sizeof(T) == 4 ? "i32" : "?";
    } else if constexpr (std::is_floating_point_v<T>) {
        return sizeof(T) == 4 ? "f32" : "f64";
    } else if constexpr (std::is_integral_v<T>) {
        return (std::is_signed_v<T> ? "i" : "u") + std::to_string(8 * sizeof(T));
    } else {
        return "struct";
    }
}

template <typename R, typename... A> void append(std::string & out, const char * name, R (*)(A...)) {
    out += name;
    ((out += ' ') += type_name<R>());
    (((out += ' ') += type_name<A>()), ...);
    out += '\n';
}

} // namespace

#define ANECHAT_SIGNATURE(function) append(out, #function, &function);

const char * anechat_signatures(void) {
    static const std::string signatures = [] {
        std::string out;
#include "bound_functions.inc"
        return out;
    }();
    return signatures.c_str();
}
