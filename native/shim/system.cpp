// Initialization, error messages, and the list of devices.
#include "abort.h"
#include "anechat.h"
#include "ggml-backend.h"
#include "ggml-rpc.h"
#include "guard.h"
#include "json.h"
#include "llama.h"
#include "log.h"
#include "log_buffer.h"
#include "modules.h"
#include "rpc.h"

namespace {

thread_local std::string last_error;

const char * type_name(enum ggml_backend_dev_type type) {
    switch (type) {
        case GGML_BACKEND_DEVICE_TYPE_GPU:  return "gpu";
        case GGML_BACKEND_DEVICE_TYPE_IGPU: return "igpu";
        case GGML_BACKEND_DEVICE_TYPE_CPU:  return "cpu";
        default:                            return "accel";
    }
}

} // namespace

void anechat::set_last_error(std::string message) {
    last_error = std::move(message);
}

const char * anechat_last_error(void) {
    return last_error.c_str();
}

void anechat_free(char * string) {
    std::free(string);
}

int32_t anechat_abi_version(void) {
    return ANECHAT_ABI_VERSION;
}

int32_t anechat_init(const char * folder, const char * cpu_module) {
    return anechat::guarded(-1, [&] {
        anechat::install_log();
        anechat::install_abort();
        // Otherwise llama.cpp's common library prints its log.
        common_log_set_verbosity_thold(-1);
        if (ggml_backend_dev_count() == 0) {
            // GPUs first: modules are loaded in the order of devices. A module without its driver
            // is skipped.
            for (const anechat::ggml_module & module : anechat::modules_in(folder)) {
                if (!module.is_cpu) {
                    ggml_backend_load(module.path.c_str());
                }
            }
            ggml_backend_load(cpu_module);
        }
        if (ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_CPU) == nullptr) {
            throw std::runtime_error(std::string("the CPU module can't be loaded: ") + cpu_module);
        }
        llama_backend_init();
        return 0;
    });
}

char * anechat_system(void) {
    return anechat::guarded<char *>(nullptr, [] {
        common_json devices = common_json::array();
        for (size_t i = 0; i < ggml_backend_dev_count(); i++) {
            ggml_backend_dev_t device = ggml_backend_dev_get(i);
            size_t free = 0;
            size_t total = 0;
            ggml_backend_dev_memory(device, &free, &total);
            devices.push_back({
                { "name", ggml_backend_dev_name(device) },
                { "description", ggml_backend_dev_description(device) },
                { "type", anechat::is_rpc_device(device) ? "rpc" : type_name(ggml_backend_dev_type(device)) },
                { "free", free },
                { "total", total },
            });
        }
        common_json system = common_json::object();
        system["version"] = llama_version();
        system["devices"] = devices;
        system["rpc"] = common_json::array({ RPC_PROTO_MAJOR_VERSION, RPC_PROTO_MINOR_VERSION });
        return anechat::copy_string(system.dump());
    });
}
