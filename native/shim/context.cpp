// Contexts, decoding of batches, and the threads that compute.
#include "anechat.h"
#include "ggml-backend.h"
#include "ggml-cpu.h"
#include "guard.h"
#include "json.h"
#include "common.h"
#include "llama.h"
#include "signals.h"

#include <stdexcept>
#include <vector>

namespace {

bool on_abort(void * user_data) {
    return anechat::should_abort(static_cast<anechat_signals *>(user_data));
}

// The CPU backend is a module loaded at run time, so its functions are looked up by name.
template <typename F> F * cpu_function(const char * name) {
    ggml_backend_dev_t cpu = ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_CPU);
    void * address = cpu == nullptr ? nullptr : ggml_backend_reg_get_proc_address(ggml_backend_dev_backend_reg(cpu), name);
    if (address == nullptr) {
        throw std::runtime_error(std::string("the CPU module lacks ") + name);
    }
    return reinterpret_cast<F *>(address);
}

// Kept between calls, so that a decode allocates nothing. Not inside anechat_decode: MSVC and MinGW
// reject thread-local variables in exported functions.
thread_local std::vector<int32_t>        sequence_counts;
thread_local std::vector<llama_seq_id *> sequence_ids;

} // namespace

int32_t anechat_default_threads(void) {
    return anechat::guarded(1, [] { return common_cpu_get_num_math(); });
}

struct ggml_threadpool * anechat_threadpool_new(int32_t threads) {
    return anechat::guarded<ggml_threadpool *>(nullptr, [&] {
        ggml_threadpool_params params = ggml_threadpool_params_default(threads);
        // Between two decodes the threads sleep. Waking them takes about 20 µs, and a decode takes
        // milliseconds. Spinning would take cores from other programs.
        params.poll = 0;
        ggml_threadpool * pool = cpu_function<decltype(ggml_threadpool_new)>("ggml_threadpool_new")(&params);
        if (pool == nullptr) {
            throw std::runtime_error("the CPU threads could not be started");
        }
        return pool;
    });
}

void anechat_threadpool_free(struct ggml_threadpool * pool) {
    anechat::guarded(0, [&] {
        cpu_function<decltype(ggml_threadpool_free)>("ggml_threadpool_free")(pool);
        return 0;
    });
}

struct llama_context * anechat_context_new(
    struct llama_model * model, const char * params, struct ggml_threadpool * pool, struct anechat_signals * signals) {
    return anechat::recoverable<llama_context *>(nullptr, [&] {
        const common_json    options = common_json::parse(params);
        llama_context_params context_params = llama_context_default_params();
        context_params.n_ctx = options.at("contextSize").get<int>();
        context_params.n_batch = options.at("batchSize").get<int>();
        context_params.n_ubatch = options.at("microBatchSize").get<int>();
        context_params.n_seq_max = options.at("sequences").get<int>();
        context_params.swa_full = options.contains("fullWindows") && options.at("fullWindows").get<bool>();
        // By default the KV cache is F16 and flash attention may be used: half the memory, equal
        // quality. "exact" turns both off, for comparing logits.
        if (options.contains("exact") && options.at("exact").get<bool>()) {
            context_params.type_k = GGML_TYPE_F32;
            context_params.type_v = GGML_TYPE_F32;
            context_params.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_DISABLED;
        }
        // All sequences share one buffer of cells, so that a long chat can use more than an equal
        // share.
        context_params.kv_unified = true;
        if (options.contains("pooling")) {
            context_params.embeddings = true;
            context_params.pooling_type = static_cast<enum llama_pooling_type>(options.at("pooling").get<int>());
        } else {
            // Few tokens need logits: the last one of each sequence, and those of scored prompts.
            context_params.n_outputs_max = options.at("outputs").get<int>();
            context_params.n_outputs_max_per_seq = context_params.n_outputs_max;
        }
        context_params.no_perf = true;
        context_params.abort_callback = on_abort;
        context_params.abort_callback_data = signals;
        const int32_t threads = options.at("threads").get<int>();
        context_params.n_threads = threads;
        context_params.n_threads_batch = threads;

        llama_context * context = llama_init_from_model(model, context_params);
        if (context == nullptr) {
            anechat::set_last_error("llama.cpp could not create a context");
        } else {
            llama_attach_threadpool(context, pool, nullptr);
        }
        return context;
    });
}

int32_t anechat_decode(
    struct llama_context * context,
    int32_t                count,
    const int32_t *        tokens,
    const int32_t *        positions,
    const int32_t *        sequences,
    const int8_t *         outputs) {
    return anechat::guarded(-3, [&] {
        if (sequence_counts.size() < static_cast<size_t>(count)) {
            sequence_counts.assign(count, 1);
            sequence_ids.resize(count);
        }
        for (int32_t i = 0; i < count; i++) {
            sequence_ids[i] = const_cast<llama_seq_id *>(sequences + i);
        }
        llama_batch batch = {};
        batch.n_tokens = count;
        batch.token = const_cast<llama_token *>(tokens);
        batch.pos = const_cast<llama_pos *>(positions);
        batch.n_seq_id = sequence_counts.data();
        batch.seq_id = sequence_ids.data();
        batch.logits = const_cast<int8_t *>(outputs);
        const int32_t result = llama_decode(context, batch);
        // A GPU computes asynchronously. Callers measure how long a decode takes.
        llama_synchronize(context);
        return result;
    });
}
