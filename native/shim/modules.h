// ggml's loadable modules: one for each backend, and one CPU module for each kind of processor.
#pragma once

#include <string>
#include <vector>

namespace anechat {

struct ggml_module {
    // Such as "cuda". For a CPU module its variant, such as "haswell", or "base" if there is only
    // one.
    std::string name;
    std::string path;
    bool        is_cpu;
};

// Sorted by name.
std::vector<ggml_module> modules_in(const char * folder);

} // namespace anechat
