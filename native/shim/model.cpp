// Loads a model: parameters by value, the progress callback, and llama.cpp's memory fit.
#include "anechat.h"
#include "fit.h"
#include "ggml-backend.h"
#include "guard.h"
#include "json.h"
#include "llama.h"
#include "rpc.h"
#include "signals.h"

#include <vector>

namespace {

// The fit leaves this free on each GPU for other programs. llama.cpp's default.
constexpr size_t gpu_margin_bytes = 1024ull * 1024 * 1024;

bool has_gpu() {
    return ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_GPU) != nullptr ||
           ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_IGPU) != nullptr;
}

bool on_progress(float progress, void * user_data) {
    auto * signals = static_cast<anechat_signals *>(user_data);
    anechat::set_progress(signals, static_cast<int32_t>(progress * 1000));
    return !anechat::should_abort(signals);
}

} // namespace

struct llama_model * anechat_model_load(const char * path, const char * params, struct anechat_signals * signals) {
    return anechat::recoverable<llama_model *>(nullptr, [&] {
        const common_json  options = common_json::parse(params);
        if (options.contains("rpcServers")) {
            anechat::use_rpc_servers(options.at("rpcServers"), signals);
        }
        llama_model_params model_params = llama_model_default_params();
        model_params.progress_callback = on_progress;
        model_params.progress_callback_user_data = signals;

        std::vector<float>                            tensor_split(llama_max_devices(), 0.0f);
        std::vector<llama_model_tensor_buft_override> overrides(llama_max_tensor_buft_overrides());
        if (options.contains("gpuLayers")) {
            model_params.n_gpu_layers = options.value("gpuLayers", 0);
        } else if (has_gpu()) {
            llama_context_params context_params = llama_context_default_params();
            context_params.n_ctx = options.value("contextSize", 8192);
            std::vector<size_t> margins(llama_max_devices(), gpu_margin_bytes);
            // If nothing fits, this changes nothing, and the load reports what failed.
            common_fit_params(path, &model_params, &context_params, tensor_split.data(), overrides.data(),
                              margins.data(), context_params.n_ctx, nullptr, GGML_LOG_LEVEL_ERROR);
        }
        llama_model * model = llama_model_load_from_file(path, model_params);
        if (model == nullptr) {
            anechat::set_last_error("llama.cpp could not load the model");
        }
        return model;
    });
}
