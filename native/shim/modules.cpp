#include "modules.h"

#include <algorithm>
#include <filesystem>

namespace {

namespace fs = std::filesystem;

#ifdef _WIN32
const std::string prefix = "ggml-";
const std::string suffix = ".dll";
#else
const std::string prefix = "libggml-";
const std::string suffix = ".so";
#endif

bool begins_with(const std::string & text, const std::string & beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

} // namespace

std::vector<anechat::ggml_module> anechat::modules_in(const char * folder) {
    std::vector<ggml_module> found;
    for (const fs::directory_entry & entry : fs::directory_iterator(fs::u8path(folder))) {
        const std::string file = entry.path().filename().u8string();
        if (!begins_with(file, prefix) || entry.path().extension().u8string() != suffix) {
            continue;
        }
        const std::string name = file.substr(prefix.size(), file.size() - prefix.size() - suffix.size());
        const std::string path = entry.path().u8string();
        if (name == "cpu") {
            found.push_back({ "base", path, true });
        } else if (begins_with(name, "cpu-")) {
            found.push_back({ name.substr(4), path, true });
        } else if (name != "base") {
            found.push_back({ name, path, false });
        }
    }
    std::sort(found.begin(), found.end(), [](const ggml_module & a, const ggml_module & b) { return a.name < b.name; });
    return found;
}
