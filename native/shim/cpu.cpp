// ggml's CPU modules, one for each kind of processor. A module may crash or compute wrong results
// although the processor's flags allow it (because of a bug in a compiler, an emulator or a
// hypervisor). So a module is checked before its first use: its products are compared with plain C.
#include "anechat.h"
#include "ggml-backend.h"
#include "ggml-cpu.h"
#include "ggml.h"
#include "guard.h"
#include "json.h"
#include "log_buffer.h"
#include "modules.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#ifdef _WIN32
#    define WIN32_LEAN_AND_MEAN
#    define NOMINMAX
#    include <windows.h>
#else
#    include <dlfcn.h>
#    include <sys/resource.h>
#endif

#if defined(__x86_64__) || defined(_M_X64)
#    ifdef _MSC_VER
#        include <immintrin.h>
#        include <intrin.h>
#    else
#        include <cpuid.h>
#    endif
#elif defined(__APPLE__)
#    include <sys/sysctl.h>
#elif defined(__linux__)
#    include <sys/auxv.h>
#endif

namespace {

// ── the modules

using score_function = int (*)();

// The module's own score: higher if it uses more features of this processor, 0 if it can't run
// here. -1 if the module can't be opened.
int score_of(const std::string & path) {
#ifdef _WIN32
    HMODULE module = LoadLibraryA(path.c_str());
    if (module == nullptr) {
        return -1;
    }
    const auto score = reinterpret_cast<score_function>(GetProcAddress(module, "ggml_backend_score"));
    const int  result = score == nullptr ? 1 : score();
    FreeLibrary(module);
#else
    void * module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) {
        return -1;
    }
    const auto score = reinterpret_cast<score_function>(dlsym(module, "ggml_backend_score"));
    const int  result = score == nullptr ? 1 : score();
    dlclose(module);
#endif
    return result;
}

// ── the processor

#if defined(__x86_64__) || defined(_M_X64)
void append_leaf(std::string & text, uint32_t leaf, uint32_t part) {
    uint32_t registers[4] = {};
#    ifdef _MSC_VER
    __cpuidex(reinterpret_cast<int *>(registers), static_cast<int>(leaf), static_cast<int>(part));
#    else
    __get_cpuid_count(leaf, part, &registers[0], &registers[1], &registers[2], &registers[3]);
#    endif
    if (leaf == 1) {
        registers[1] = 0; // Differs between cores: it has the APIC id.
    }
    for (uint32_t value : registers) {
        text += std::to_string(value) + " ";
    }
}

bool has_xgetbv() {
    uint32_t registers[4] = {};
#    ifdef _MSC_VER
    __cpuid(reinterpret_cast<int *>(registers), 1);
#    else
    __get_cpuid(1, &registers[0], &registers[1], &registers[2], &registers[3]);
#    endif
    return (registers[2] & (1u << 27)) != 0;
}

// The registers that the operating system saves. A feature needs its registers to be saved.
uint64_t enabled_state() {
    if (!has_xgetbv()) {
        return 0;
    }
#    ifdef _MSC_VER
    return _xgetbv(0);
#    else
    uint32_t low = 0;
    uint32_t high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (static_cast<uint64_t>(high) << 32) | low;
#    endif
}
#endif

std::string identity() {
    std::string text;
#if defined(__x86_64__) || defined(_M_X64)
    for (uint32_t leaf : { 0x1u, 0x80000002u, 0x80000003u, 0x80000004u }) {
        append_leaf(text, leaf, 0);
    }
    append_leaf(text, 7, 0);
    append_leaf(text, 7, 1);
    text += std::to_string(enabled_state());
#elif defined(__APPLE__)
    char   brand[256] = {};
    size_t size = sizeof brand;
    sysctlbyname("machdep.cpu.brand_string", brand, &size, nullptr, 0);
    text = brand;
#elif defined(__linux__)
    text = std::to_string(getauxval(AT_HWCAP)) + " " + std::to_string(getauxval(AT_HWCAP2));
#endif
    return text;
}

// ── the check

// Maximum normalized mean squared error. Rounding the inputs to 8 bits gives up to 6e-5.
constexpr double tolerance = 5e-4;
// Two blocks of a K quantization; enough rows for every kernel's tiles.
constexpr int columns = 512;
constexpr int rows = 64;
constexpr int batch_sizes[] = { 1, 4, 64 };

struct free_context {
    void operator()(ggml_context * context) const { ggml_free(context); }
};
struct free_buffer {
    void operator()(ggml_backend_buffer_t buffer) const { ggml_backend_buffer_free(buffer); }
};
using context_ptr = std::unique_ptr<ggml_context, free_context>;
using buffer_ptr = std::unique_ptr<ggml_backend_buffer, free_buffer>;

context_ptr new_context() {
    return context_ptr(ggml_init({ size_t{ 1 } << 20, nullptr, true }));
}

std::vector<float> random_numbers(size_t count, unsigned seed) {
    std::mt19937                    random(seed);
    std::normal_distribution<float> normal;
    std::vector<float>              numbers(count);
    for (float & number : numbers) {
        number = normal(random);
    }
    return numbers;
}

// Types whose quantizer takes seconds. For these, random codes with a sensible scale are enough.
bool is_slow_to_quantize(ggml_type type) {
    switch (type) {
        case GGML_TYPE_IQ1_S:
        case GGML_TYPE_IQ1_M:
        case GGML_TYPE_IQ2_XXS:
        case GGML_TYPE_IQ2_XS:
        case GGML_TYPE_IQ2_S:
        case GGML_TYPE_IQ3_XXS:
        case GGML_TYPE_IQ3_S:   return true;
        default:                return false;
    }
}

std::vector<uint8_t> random_codes(ggml_type type) {
    std::mt19937         random(7);
    std::vector<uint8_t> bytes(ggml_row_size(type, columns) * rows);
    for (uint8_t & byte : bytes) {
        byte = static_cast<uint8_t>(random());
    }
    const ggml_fp16_t scale = ggml_fp32_to_fp16(0.02f);
    const size_t      block = ggml_type_size(type);
    for (size_t start = 0; start < bytes.size(); start += block) {
        if (type != GGML_TYPE_IQ1_M) {
            // All block_iq* structures begin with the scale.
            std::memcpy(&bytes[start], &scale, sizeof scale);
            continue;
        }
        // block_iq1_m has the scale's four nibbles in the upper bits of its last four 16 bit words.
        for (int word = 0; word < 4; word++) {
            uint8_t & upper = bytes[start + block - 8 + 2 * word + 1];
            upper = static_cast<uint8_t>((upper & 0x0f) | (((scale >> (4 * word)) & 0x0f) << 4));
        }
    }
    return bytes;
}

std::vector<uint8_t> quantized(ggml_type type) {
    if (is_slow_to_quantize(type)) {
        return random_codes(type);
    }
    const std::vector<float> numbers = random_numbers(size_t{ columns } * rows, 42);
    std::vector<uint8_t>     bytes(ggml_row_size(type, columns) * rows);
    const std::vector<float> importance(columns, 1.0f);
    ggml_quantize_chunk(type, numbers.data(), bytes.data(), 0, rows, columns, importance.data());
    return bytes;
}

std::vector<float> numbers_of(ggml_type type, const std::vector<uint8_t> & bytes) {
    std::vector<float> numbers(size_t{ columns } * rows);
    if (type == GGML_TYPE_F32) {
        std::memcpy(numbers.data(), bytes.data(), bytes.size());
    } else {
        ggml_get_type_traits(type)->to_float(bytes.data(), numbers.data(), static_cast<int64_t>(numbers.size()));
    }
    return numbers;
}

double product(const float * left, const float * right) {
    // Independent sums, so that the compiler can vectorize them.
    double sums[4] = {};
    for (int i = 0; i < columns; i += 4) {
        for (int lane = 0; lane < 4; lane++) {
            sums[lane] += static_cast<double>(left[i + lane]) * right[i + lane];
        }
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// One row of results for each input.
std::vector<float> expected_products(const std::vector<float> & weights, const std::vector<float> & inputs) {
    std::vector<float> results;
    for (size_t input = 0; input < inputs.size(); input += columns) {
        for (int row = 0; row < rows; row++) {
            results.push_back(static_cast<float>(product(&weights[size_t{ columns } * row], &inputs[input])));
        }
    }
    return results;
}

double relative_error(const std::vector<float> & found, const std::vector<float> & expected) {
    double error = 0;
    double energy = 0;
    for (size_t i = 0; i < found.size(); i++) {
        const double difference = static_cast<double>(found[i]) - expected[i];
        error += difference * difference;
        energy += static_cast<double>(expected[i]) * expected[i];
    }
    return error / energy;
}

class module_check {
  public:
    explicit module_check(const char * path) {
        ggml_backend_reg_t reg = ggml_backend_load(path);
        if (reg == nullptr) {
            throw std::runtime_error("the module can't be loaded");
        }
        device = ggml_backend_reg_dev_get(reg, 0);
        backend = ggml_backend_dev_init(device, nullptr);
        set(reg, "ggml_backend_set_n_threads");
        buffer_types.push_back(ggml_backend_dev_buffer_type(device));
        const auto extra = reinterpret_cast<ggml_backend_dev_get_extra_bufts_t>(
            ggml_backend_reg_get_proc_address(reg, "ggml_backend_dev_get_extra_bufts"));
        for (auto * type = extra == nullptr ? nullptr : extra(device); type != nullptr && *type != nullptr; type++) {
            buffer_types.push_back(*type);
        }
    }

    // Returns {"compared", "wrong"}; see anechat_cpu_check in anechat.h.
    common_json run() {
        for (int type = 0; type < GGML_TYPE_COUNT; type++) {
            check_type(static_cast<ggml_type>(type));
        }
        check_attention();
        common_json result = common_json::object();
        result["compared"] = compared;
        result["wrong"] = wrong;
        return result;
    }

  private:
    ggml_backend_dev_t                      device = nullptr;
    ggml_backend_t                          backend = nullptr;
    std::vector<ggml_backend_buffer_type_t> buffer_types;
    int                                     compared = 0;
    common_json                             wrong = common_json::array();

    void set(ggml_backend_reg_t reg, const char * name) {
        const auto set_threads =
            reinterpret_cast<ggml_backend_set_n_threads_t>(ggml_backend_reg_get_proc_address(reg, name));
        if (set_threads != nullptr) {
            set_threads(backend, 1);
        }
    }

    void check_type(ggml_type type) {
        const bool is_plain = type == GGML_TYPE_F32;
        const auto traits = ggml_get_type_traits(type);
        if (ggml_blck_size(type) == 0 || (!is_plain && traits->to_float == nullptr) || !is_supported(type)) {
            return;
        }
        const std::vector<uint8_t> weights =
            is_plain ? bytes_of(random_numbers(size_t{ columns } * rows, 42)) : quantized(type);
        const std::vector<float> numbers = numbers_of(type, weights);
        for (int batch : batch_sizes) {
            const std::vector<float> inputs = random_numbers(size_t{ columns } * batch, 100 + batch);
            const std::vector<float> expected = expected_products(numbers, inputs);
            for (ggml_backend_buffer_type_t buffer_type : buffer_types) {
                std::vector<float> found;
                if (multiply(type, weights, inputs, batch, buffer_type, found)) {
                    const std::string what = std::string(ggml_type_name(type)) + " at batch size " +
                                             std::to_string(batch) + " in " + ggml_backend_buft_name(buffer_type);
                    compare(what, found, expected);
                }
            }
        }
    }

    // Q8_1 and Q8_K are only for quantized inputs, never for weights.
    bool is_supported(ggml_type type) {
        const context_ptr context = new_context();
        ggml_tensor *     weights = ggml_new_tensor_2d(context.get(), type, columns, rows);
        ggml_tensor *     inputs = ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, columns, 1);
        return type != GGML_TYPE_Q8_1 && type != GGML_TYPE_Q8_K && type != GGML_TYPE_F64 &&
               ggml_backend_dev_supports_op(device, ggml_mul_mat(context.get(), weights, inputs));
    }

    static std::vector<uint8_t> bytes_of(const std::vector<float> & numbers) {
        std::vector<uint8_t> bytes(numbers.size() * sizeof(float));
        std::memcpy(bytes.data(), numbers.data(), bytes.size());
        return bytes;
    }

    // Returns false if this kind of buffer has no kernel for the type.
    bool multiply(ggml_type type, const std::vector<uint8_t> & weights, const std::vector<float> & inputs, int batch,
                  ggml_backend_buffer_type_t buffer_type, std::vector<float> & found) {
        const context_ptr weight_context = new_context();
        const context_ptr context = new_context();
        ggml_tensor *     left = ggml_new_tensor_2d(weight_context.get(), type, columns, rows);
        const buffer_ptr  weight_buffer(ggml_backend_alloc_ctx_tensors_from_buft(weight_context.get(), buffer_type));
        if (weight_buffer == nullptr) {
            return false;
        }
        ggml_backend_buffer_set_usage(weight_buffer.get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
        ggml_tensor * right = ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, columns, batch);
        ggml_tensor * result = ggml_mul_mat(context.get(), left, right);
        if (!ggml_backend_dev_supports_op(device, result)) {
            return false;
        }
        ggml_backend_tensor_set(left, weights.data(), 0, weights.size());
        const buffer_ptr buffer = allocate(context.get());
        ggml_backend_tensor_set(right, inputs.data(), 0, inputs.size() * sizeof(float));
        compute(context.get(), result, found);
        return true;
    }

    buffer_ptr allocate(ggml_context * context) {
        buffer_ptr buffer(ggml_backend_alloc_ctx_tensors(context, backend));
        if (buffer == nullptr) {
            throw std::runtime_error("there is no memory to check the module");
        }
        return buffer;
    }

    void compute(ggml_context * context, ggml_tensor * result, std::vector<float> & found) {
        ggml_cgraph * graph = ggml_new_graph(context);
        ggml_build_forward_expand(graph, result);
        if (ggml_backend_graph_compute(backend, graph) != GGML_STATUS_SUCCESS) {
            throw std::runtime_error("the module failed to compute");
        }
        found.resize(static_cast<size_t>(ggml_nelements(result)));
        ggml_backend_tensor_get(result, found.data(), 0, found.size() * sizeof(float));
    }

    void compare(const std::string & what, const std::vector<float> & found, const std::vector<float> & expected) {
        compared++;
        const double error = relative_error(found, expected);
        // NaN counts as wrong.
        if (!(error < tolerance)) {
            wrong.push_back(what);
        }
    }

    // Flash attention (which computes exponentials) and RMS normalization have vectorized kernels.
    void check_attention() {
        constexpr int head = 64;
        constexpr int cells = 96;
        for (int queries : { 1, 64 }) {
            const std::vector<float> q = random_numbers(size_t{ head } * queries, 1);
            std::vector<ggml_fp16_t> k(size_t{ head } * cells);
            std::vector<ggml_fp16_t> v(size_t{ head } * cells);
            const std::vector<float> k_numbers = to_half(random_numbers(k.size(), 2), k);
            const std::vector<float> v_numbers = to_half(random_numbers(v.size(), 3), v);

            const context_ptr context = new_context();
            ggml_tensor *     q_tensor = ggml_new_tensor_4d(context.get(), GGML_TYPE_F32, head, queries, 1, 1);
            ggml_tensor *     k_tensor = ggml_new_tensor_4d(context.get(), GGML_TYPE_F16, head, cells, 1, 1);
            ggml_tensor *     v_tensor = ggml_new_tensor_4d(context.get(), GGML_TYPE_F16, head, cells, 1, 1);
            const float       scale = 1.0f / std::sqrt(static_cast<float>(head));
            ggml_tensor *     attended = ggml_flash_attn_ext(
                context.get(), q_tensor, k_tensor, v_tensor, nullptr, scale, 0.0f, 0.0f);
            ggml_tensor *    result = ggml_rms_norm(context.get(), attended, 1e-6f);
            const buffer_ptr buffer = allocate(context.get());
            ggml_backend_tensor_set(q_tensor, q.data(), 0, q.size() * sizeof(float));
            ggml_backend_tensor_set(k_tensor, k.data(), 0, k.size() * sizeof(ggml_fp16_t));
            ggml_backend_tensor_set(v_tensor, v.data(), 0, v.size() * sizeof(ggml_fp16_t));
            std::vector<float> found;
            compute(context.get(), result, found);
            compare("attention of " + std::to_string(queries) + " tokens", found,
                    expected_attention(q, k_numbers, v_numbers, head, cells, scale));
        }
    }

    // Returns the numbers after rounding to half precision.
    static std::vector<float> to_half(const std::vector<float> & numbers, std::vector<ggml_fp16_t> & halves) {
        std::vector<float> rounded(numbers.size());
        for (size_t i = 0; i < numbers.size(); i++) {
            halves[i] = ggml_fp32_to_fp16(numbers[i]);
            rounded[i] = ggml_fp16_to_fp32(halves[i]);
        }
        return rounded;
    }

    static std::vector<float> expected_attention(
        const std::vector<float> & q, const std::vector<float> & k, const std::vector<float> & v, int head, int cells,
        double scale) {
        std::vector<float> results;
        for (size_t query = 0; query < q.size(); query += head) {
            std::vector<double> weights(cells);
            double              sum = 0;
            for (int cell = 0; cell < cells; cell++) {
                double dot = 0;
                for (int i = 0; i < head; i++) {
                    dot += static_cast<double>(q[query + i]) * k[size_t(cell) * head + i];
                }
                weights[cell] = std::exp(dot * scale);
                sum += weights[cell];
            }
            std::vector<double> mean(head);
            double              square = 0;
            for (int i = 0; i < head; i++) {
                for (int cell = 0; cell < cells; cell++) {
                    mean[i] += weights[cell] / sum * v[size_t(cell) * head + i];
                }
                square += mean[i] * mean[i];
            }
            for (double value : mean) {
                results.push_back(static_cast<float>(value / std::sqrt(square / head + 1e-6)));
            }
        }
        return results;
    }
};

} // namespace

char * anechat_cpu_variants(const char * folder) {
    return anechat::guarded<char *>(nullptr, [&] {
        common_json variants = common_json::array();
        for (const anechat::ggml_module & module : anechat::modules_in(folder)) {
            if (!module.is_cpu) {
                continue;
            }
            variants.push_back(
                { { "name", module.name }, { "path", module.path }, { "score", score_of(module.path) } });
        }
        return anechat::copy_string(variants.dump());
    });
}

char * anechat_cpu_identity(void) {
    return anechat::guarded<char *>(nullptr, [] { return anechat::copy_string(identity()); });
}

char * anechat_cpu_check(const char * path) {
    return anechat::guarded<char *>(nullptr, [&] {
        anechat::install_log();
#ifdef _WIN32
        // A crash is a result here: no dialog, no core dump.
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
        const rlimit no_core = {};
        setrlimit(RLIMIT_CORE, &no_core);
#endif
        return anechat::copy_string(module_check(path).run().dump());
    });
}
