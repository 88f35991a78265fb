// Converts rows of weights between ggml's types on several threads, and asks llama-quantize's code
// which types to use.
#include <algorithm>
#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "anechat.h"
#include "ggml.h"
#include "guard.h"
#include "json.h"
#include "llama-ext.h"
#include "llama.h"

namespace {

// About how many numbers a thread converts at a time: enough to hide the cost of taking rows.
constexpr int64_t numbers_per_turn = 64 * 1024;

ggml_type type_of(int32_t id) {
    if (id < 0 || id >= GGML_TYPE_COUNT || ggml_blck_size(static_cast<ggml_type>(id)) == 0) {
        throw std::invalid_argument("unknown tensor type " + std::to_string(id));
    }
    return static_cast<ggml_type>(id);
}

// Joins all threads, also if one can't be started: destroying an unjoined thread ends the process.
struct joined_threads {
    std::vector<std::thread> threads;

    ~joined_threads() {
        for (std::thread & thread : threads) {
            thread.join();
        }
    }
};

struct free_context {
    void operator()(ggml_context * context) const { ggml_free(context); }
};

struct free_quant {
    void operator()(quantize_state_impl * state) const { llama_quant_free(state); }
};

struct free_model {
    void operator()(llama_model * model) const { llama_model_free(model); }
};

} // namespace

int32_t anechat_convert_rows(
    int32_t from, const void * source, int32_t to, void * target, int64_t rows, int64_t columns, int32_t threads) {
    return anechat::recoverable<int32_t>(-1, [&] {
        const ggml_type from_type = type_of(from);
        const ggml_type to_type = type_of(to);
        if (columns % ggml_blck_size(from_type) != 0 || columns % ggml_blck_size(to_type) != 0) {
            throw std::invalid_argument("a row is not a whole number of blocks");
        }
        const ggml_to_float_t to_float = ggml_get_type_traits(from_type)->to_float;
        if (to_float == nullptr && from_type != GGML_TYPE_F32) {
            throw std::invalid_argument(std::string(ggml_type_name(from_type)) + " can't be dequantized");
        }
        // Builds tables that some types need, before the threads would race to build them.
        ggml_quantize_init(to_type);

        const size_t         from_bytes = ggml_row_size(from_type, columns);
        const size_t         to_bytes = ggml_row_size(to_type, columns);
        const int64_t        rows_per_turn = std::max<int64_t>(1, numbers_per_turn / columns);
        std::atomic<int64_t> next{ 0 };
        std::atomic<bool>    is_valid{ true };
        auto                 work = [&] {
            std::vector<float> numbers(from_type == GGML_TYPE_F32 ? 0 : rows_per_turn * columns);
            for (int64_t row = next.fetch_add(rows_per_turn); row < rows; row = next.fetch_add(rows_per_turn)) {
                const int64_t count = std::min(rows_per_turn, rows - row);
                const char *  input = static_cast<const char *>(source) + row * from_bytes;
                char *        output = static_cast<char *>(target) + row * to_bytes;
                const float * floats = reinterpret_cast<const float *>(input);
                if (from_type != GGML_TYPE_F32) {
                    to_float(input, numbers.data(), count * columns);
                    floats = numbers.data();
                }
                ggml_quantize_chunk(to_type, floats, output, 0, count, columns, nullptr);
                if (!ggml_validate_row_data(to_type, output, count * to_bytes)) {
                    is_valid = false;
                }
            }
        };
        const int64_t turns = (rows + rows_per_turn - 1) / rows_per_turn;
        {
            joined_threads others;
            for (int64_t index = 1; index < std::min<int64_t>(threads, turns); index++) {
                others.threads.emplace_back(work);
            }
            work();
        }
        return is_valid ? 0 : 1;
    });
}

char * anechat_quant_types(const char * spec) {
    return anechat::recoverable<char *>(nullptr, [&] {
        const common_json  request = common_json::parse(spec);
        const common_json  metadata = request.at("model");
        const std::string  architecture = metadata.at("architecture").get<std::string>();
        const auto         number = [&](const char * key) { return metadata.at(key).get<uint32_t>(); };
        llama_quant_model_desc desc{};
        desc.architecture = architecture.c_str();
        desc.n_embd = number("embedding");
        desc.n_ff = number("feedForward");
        desc.n_layer = number("layers");
        desc.n_head = number("heads");
        desc.n_head_kv = number("kvHeads");
        desc.n_expert = number("experts");
        desc.n_embd_head_k = number("headSize");
        desc.n_embd_head_v = number("headSize");
        const std::unique_ptr<llama_model, free_model> model(llama_quant_model_from_metadata(&desc));
        if (model == nullptr) {
            throw std::invalid_argument("llama.cpp does not support the architecture " + architecture);
        }

        llama_model_quantize_params params = llama_model_quantize_default_params();
        const auto                  ftype = static_cast<llama_ftype>(request.at("fileType").get<int>());
        params.ftype = ftype;
        const std::unique_ptr<quantize_state_impl, free_quant> state(llama_quant_init(model.get(), &params));

        const common_json tensors = request.at("tensors");
        const size_t      count = tensors.size();
        const std::unique_ptr<ggml_context, free_context> context(
            ggml_init({ (count + 1) * ggml_tensor_overhead(), nullptr, true }));
        if (context == nullptr) {
            throw std::runtime_error("no memory for the tensors' descriptions");
        }
        // The tensors that may be quantized, and their indexes in `tensors`.
        std::vector<ggml_tensor *> quantizable;
        std::vector<size_t>        indexes;
        for (size_t index = 0; index < count; index++) {
            const common_json & tensor = tensors.at(index);
            int64_t             shape[GGML_MAX_DIMS] = { 1, 1, 1, 1 };
            const common_json   sizes = tensor.at("shape");
            const int           dimensions = static_cast<int>(sizes.size());
            for (int dimension = 0; dimension < std::min(dimensions, GGML_MAX_DIMS); dimension++) {
                shape[dimension] = sizes.at(dimension).get<int64_t>();
            }
            ggml_tensor * made = ggml_new_tensor(context.get(), GGML_TYPE_F32, dimensions, shape);
            ggml_set_name(made, tensor.at("name").get<std::string>().c_str());
            if (llama_quant_tensor_allows_quantization(state.get(), made)) {
                quantizable.push_back(made);
                indexes.push_back(index);
            }
        }
        std::vector<ggml_type> types(quantizable.size());
        llama_quant_compute_types(state.get(), ftype, quantizable.data(), types.data(), quantizable.size());

        std::vector<int32_t> chosen(count, -1);
        for (size_t index = 0; index < indexes.size(); index++) {
            chosen[indexes[index]] = types[index];
        }
        common_json result = common_json::array();
        for (const int32_t type : chosen) {
            result.push_back(type);
        }
        return anechat::copy_string(result.dump());
    });
}
