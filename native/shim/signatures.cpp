// The types of the bound functions, as the compiler sees them.
//
// bun:ffi trusts its table of types, and a wrong argument type is a crash or a wrong number. So the
// compiler writes the real types into the library, and src/llama/native.ts compares them with its
// table when it opens the library.
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
        // Only the size matters to the ABI. Whether an enum is signed depends on the compiler.
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
