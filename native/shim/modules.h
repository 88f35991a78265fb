// ggml's modules: one library for each backend, and one of the CPU's for each kind of processor.
#pragma once

#include <string>
#include <vector>

namespace anechat {

struct ggml_module {
    // "cuda"; of a CPU's, the variant's name: "haswell", or "base" where there is but one.
    std::string name;
    std::string path;
    bool        is_cpu;
};

// By name.
std::vector<ggml_module> modules_in(const char * folder);

} // namespace anechat
