/*
 * The whole ABI of the shim: only what bun:ffi can't do with llama.h itself.
 * That is structs by value (model and context parameters, batches), callbacks
 * (log, load progress, abort) and llama.cpp's C++ chat library, which speaks
 * JSON here. Everything else is bound from llama.h directly; see
 * src/llama/symbols.ts, the table that binds both.
 *
 * Conventions
 * - A function that can fail returns NULL (or a negative number) and leaves a
 *   sentence in anechat_last_error() of the same thread.
 * - A `char *` return is UTF-8, owned by the caller, freed by anechat_free().
 * - No function calls back into the caller: progress and log are polled, and
 *   abort is a flag in memory that the caller owns (anechat_signals).
 */
#pragma once

#include <stdint.h>

#ifdef _WIN32
#    ifdef ANECHAT_BUILD
#        define ANECHAT_API __declspec(dllexport)
#    else
#        define ANECHAT_API __declspec(dllimport)
#    endif
#else
#    define ANECHAT_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Raised whenever a function below changes; src/llama/library.ts checks it. */
#define ANECHAT_ABI_VERSION 4

struct llama_model;
struct llama_context;
struct llama_sampler;
struct llama_vocab;
struct ggml_threadpool;
struct llama_logit_bias;
struct anechat_grammar;
struct anechat_template;
struct anechat_parser;

/* Shared with other threads of the caller; every access is atomic. */
struct anechat_signals {
    int32_t abort;    /* written by the caller: not 0 stops a load or a decode */
    int32_t progress; /* written here: weights loaded, in thousandths */
    int32_t lost;     /* written here: not 0 once a worker is gone; what waits for it never returns */
};

/* ── library ────────────────────────────────────────────────────────────── */

ANECHAT_API int32_t      anechat_abi_version(void);
/* Loads `cpu_module`, a path as anechat_cpu_variants gives it, and every other module that works here from `folder`. */
ANECHAT_API int32_t      anechat_init(const char * folder, const char * cpu_module);
/* {"version": "0.5.0", "devices": [{"name", "description", "type": "cpu"|"gpu"|"igpu"|"accel"|"rpc", "free", "total"}],
 *  "rpc": [major, minor]: the protocol of workers} */
ANECHAT_API char *       anechat_system(void);
/* One line a function that is bound: "llama_decode i32 ptr …": its result and arguments as the headers declare them. */
ANECHAT_API const char * anechat_signatures(void);
ANECHAT_API const char * anechat_last_error(void);
ANECHAT_API void         anechat_free(char * string);

/* Log lines since the last call, or NULL: "E text\nI text\n…". Keeps the newest 64 kB between calls. */
ANECHAT_API char *       anechat_log_take(void);

/* ── CPU modules ────────────────────────────────────────────────────────── */

/* The CPU modules in `folder`: [{"name": "haswell", "path", "score"}]. A higher score uses more of this processor;
 * 0: the module can't run here, -1: it can't be opened. */
ANECHAT_API char * anechat_cpu_variants(const char * folder);
/* Identifies the processor and the features that the system enables. */
ANECHAT_API char * anechat_cpu_identity(void);
/*
 * Loads the CPU module `path` and compares products of every type of weights, in each kind of buffer, with plain C:
 * → {"compared": number, "wrong": ["q4_K at batch size 64 in AMX", …]}
 * A module that this processor can't run ends the process: call it in a process of its own.
 */
ANECHAT_API char * anechat_cpu_check(const char * path);

/* ── model and context ──────────────────────────────────────────────────── */

/*
 * params: {"gpuLayers"?: number, "contextSize"?: number, "workers"?: ["host:port"]}
 * Without gpuLayers, llama.cpp's fit decides how many layers each GPU takes; a worker's devices count as GPUs.
 * With workers, `signals` has to stay where it is to the end of the process.
 */
ANECHAT_API struct llama_model * anechat_model_load(
    const char * path, const char * params, struct anechat_signals * signals);

/*
 * params: {"contextSize", "batchSize", "microBatchSize", "sequences", "threads", "exact"?: bool, "pooling"?: number}
 * contextSize counts the cells all sequences share. With a pooling (llama_pooling_type), a decode gives vectors
 * and no logits: one a token (llama_get_embeddings) with 0, else one a sequence (llama_get_embeddings_seq).
 * `pool` holds as many threads.
 */
ANECHAT_API struct llama_context * anechat_context_new(
    struct llama_model * model, const char * params, struct ggml_threadpool * pool, struct anechat_signals * signals);

/* One for each performance core. */
ANECHAT_API int32_t                  anechat_default_threads(void);
/* Threads for decoding, kept between calls. */
ANECHAT_API struct ggml_threadpool * anechat_threadpool_new(int32_t threads);
ANECHAT_API void                     anechat_threadpool_free(struct ggml_threadpool * pool);

/* llama_decode over flat arrays of `count` items; each token belongs to one sequence. Returns what llama_decode does. */
ANECHAT_API int32_t anechat_decode(
    struct llama_context * context,
    int32_t                count,
    const int32_t *        tokens,
    const int32_t *        positions,
    const int32_t *        sequences,
    const int8_t *         outputs);

/* ── worker ─────────────────────────────────────────────────────────────── */

/*
 * Computes for others, in threads of its own, to the end of the process: ggml's RPC server, for one client at a time.
 * spec: {"endpoint": "host:port", "threads", "devices": [names], "cache"?: folder, "verbose"?: bool}
 * stdout is closed to it, or with verbose becomes stderr.
 */
ANECHAT_API int32_t anechat_worker_start(const char * spec);
/* Not 0 if it could not begin to listen. */
ANECHAT_API int32_t anechat_worker_ended(void);

/* ── sampler ────────────────────────────────────────────────────────────── */

/* An empty chain; samplers are added by llama_sampler_chain_add. */
ANECHAT_API struct llama_sampler * anechat_sampler_chain_new(void);

/*
 * A GBNF grammar with a rule "root".
 * triggers: "" or {"words": [text], "tokens": [id]}: then it applies only once one of them was written.
 */
ANECHAT_API struct anechat_grammar * anechat_grammar_new(
    const struct llama_vocab * vocab, const char * gbnf, const char * triggers);
ANECHAT_API void                     anechat_grammar_free(struct anechat_grammar * grammar);
/* Advances the grammar by a token that was not sampled. Returns 0; 1 if the grammar doesn't admit it; -1 on an error. */
ANECHAT_API int32_t                  anechat_grammar_accept(struct anechat_grammar * grammar, int32_t token);

/*
 * Chooses a token from the logits at `index` of the last batch, by `biases` (bias_count of them), `grammar` (or NULL)
 * and `chain`, and advances grammar and chain by it. Returns -2 if the grammar is complete and the vocabulary has no
 * token that ends an answer; -1 on an error, which includes that no token is left to choose.
 */
ANECHAT_API int32_t anechat_sample(
    struct llama_context *          context,
    int32_t                         index,
    const struct llama_logit_bias * biases,
    int32_t                         bias_count,
    struct llama_sampler *          chain,
    struct anechat_grammar *        grammar);

/* ── chat templates ─────────────────────────────────────────────────────── */

/* source NULL or "": the model's own template. */
ANECHAT_API struct anechat_template * anechat_template_new(const struct llama_model * model, const char * source);
ANECHAT_API void                      anechat_template_free(struct anechat_template * tmpl);

/*
 * request: {"messages": [OpenAI messages], "jsonSchema"?: object, "continueLast"?: true, "thinking"?: bool,
 *           "tools"?: [OpenAI tools], "toolChoice"?: "auto"|"none"|"required", "parallelToolCalls"?: bool}
 *           (with tools, the two after them are needed)
 * → {"prompt", "grammar", "grammarIsLazy": bool, "triggers": [{"type": "word"|"pattern"|"whole"|"token", "value"}],
 *    "generationPrompt", "stops": [string], "preserved": [string],
 *    "thinking": bool, "format": number, "parser": string}
 */
ANECHAT_API char * anechat_template_apply(struct anechat_template * tmpl, const char * request);

/* Splits what a model writes. spec: "format", "parser" and "generationPrompt" of anechat_template_apply, "parseToolCalls": bool. */
ANECHAT_API struct anechat_parser * anechat_parser_new(const char * spec);
ANECHAT_API void                    anechat_parser_free(struct anechat_parser * parser);
/* → {"content", "reasoning", "toolCalls": [{"name", "arguments"}]} of the whole text so far. */
ANECHAT_API char * anechat_parser_parse(struct anechat_parser * parser, const char * text, int32_t is_partial);

/* ── conversion ─────────────────────────────────────────────────────────── */

/*
 * Rows of `columns` numbers from one ggml_type to another, on `threads` threads; `target` has room for all.
 * Returns 0; 1 if a result isn't a finite number; -1 with anechat_last_error() for what can't be converted.
 */
ANECHAT_API int32_t anechat_convert_rows(
    int32_t      from,
    const void * source,
    int32_t      to,
    void *       target,
    int64_t      rows,
    int64_t      columns,
    int32_t      threads);

/*
 * The types that llama-quantize gives to tensors without an importance matrix.
 * spec: {"fileType": llama_ftype,
 *        "model": {"architecture", "embedding", "feedForward", "layers", "heads", "kvHeads", "headSize", "experts"},
 *        "tensors": [{"name", "shape": [fastest dimension first]}]}
 * → [ggml_type, …] as many as tensors; -1 for one that isn't quantized.
 */
ANECHAT_API char * anechat_quant_types(const char * spec);

#ifdef __cplusplus
}
#endif
