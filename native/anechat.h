/*
 * The whole ABI of the shim: what bun:ffi can't do with llama.h itself. This is structs by value
 * (model and context parameters, batches), callbacks (log, load progress, abort) and llama.cpp's
 * C++ chat library, which takes and returns JSON here. Everything else is bound from llama.h
 * directly. src/llama/symbols.ts is the table that binds both.
 *
 * Conventions
 * - A function that fails returns NULL (or a negative number). anechat_last_error() in the same
 *   thread then returns the reason.
 * - A returned `char *` is UTF-8 and owned by the caller, who frees it with anechat_free().
 * - No function calls back into the caller: progress and log are polled, and abort is a flag in
 *   memory that the caller owns (anechat_signals).
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

/* Raised whenever a function below changes; src/llama/native.ts checks it. */
#define ANECHAT_ABI_VERSION 6

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
    int32_t lost;     /* written here: not 0 if an RPC server was lost; calls that need it hang */
};

/* ── library ────────────────────────────────────────────────────────────── */

ANECHAT_API int32_t      anechat_abi_version(void);
/* Loads `cpu_module` (a path from anechat_cpu_variants) and every other module in `folder` that
 * works on this machine. */
ANECHAT_API int32_t      anechat_init(const char * folder, const char * cpu_module);
/* {"version": "0.5.0",
 *  "devices": [{"name", "description", "type": "cpu"|"gpu"|"igpu"|"accel"|"rpc", "free", "total"}],
 *  "rpc": [major, minor]: version of the RPC protocol} */
ANECHAT_API char *       anechat_system(void);
/* One line per bound function, "llama_decode i32 ptr …": its result and argument types. */
ANECHAT_API const char * anechat_signatures(void);
ANECHAT_API const char * anechat_last_error(void);
ANECHAT_API void         anechat_free(char * string);

/* Log lines since the last call, or NULL: "E text\nI text\n…". Keeps about the newest 64 kB. */
ANECHAT_API char *       anechat_log_take(void);

/* ── CPU modules ────────────────────────────────────────────────────────── */

/* The CPU modules in `folder`: [{"name": "haswell", "path", "score"}]. A module with a higher score
 * uses more features of this processor. 0: the module can't run here. -1: it can't be opened. */
ANECHAT_API char * anechat_cpu_variants(const char * folder);
/* Identifies the processor and the features that the operating system enables. */
ANECHAT_API char * anechat_cpu_identity(void);
/*
 * Loads the CPU module `path` and compares its products of every weight type, in each kind of
 * buffer, with plain C:
 * → {"compared": number, "wrong": ["q4_K at batch size 64 in AMX", …]}
 * A module that this processor can't run crashes the process: call this in a child process.
 */
ANECHAT_API char * anechat_cpu_check(const char * path);

/* ── model and context ──────────────────────────────────────────────────── */

/*
 * params: {"gpuLayers"?: number, "contextSize"?: number, "rpcServers"?: ["host:port"]}
 * Without gpuLayers, llama.cpp's memory fit decides how many layers each GPU gets. Devices of RPC
 * servers count as GPUs. With RPC servers, `signals` must stay valid until the process ends.
 */
ANECHAT_API struct llama_model * anechat_model_load(
    const char * path, const char * params, struct anechat_signals * signals);

/*
 * params: {"contextSize", "batchSize", "microBatchSize", "sequences", "outputs", "threads",
 *          "exact"?: bool, "fullWindows"?: bool, "pooling"?: number}
 * contextSize is the number of cells that all sequences share. With "fullWindows", layers with a
 * sliding window have as many; otherwise just enough for the window of each sequence. "outputs" is
 * the maximum number of tokens of a decode that have logits. With "pooling" (llama_pooling_type),
 * a decode computes embeddings instead of logits: with 0 one per token (llama_get_embeddings),
 * otherwise one per sequence (llama_get_embeddings_seq). `pool` has at least "threads" threads.
 */
ANECHAT_API struct llama_context * anechat_context_new(
    struct llama_model * model, const char * params, struct ggml_threadpool * pool, struct anechat_signals * signals);

/* The number of performance cores. */
ANECHAT_API int32_t                  anechat_default_threads(void);
/* Threads that compute decodes, kept between calls. */
ANECHAT_API struct ggml_threadpool * anechat_threadpool_new(int32_t threads);
ANECHAT_API void                     anechat_threadpool_free(struct ggml_threadpool * pool);

/* llama_decode over flat arrays of `count` items. Each token belongs to one sequence. Returns what
 * llama_decode returns, or -3 on a C++ exception. */
ANECHAT_API int32_t anechat_decode(
    struct llama_context * context,
    int32_t                count,
    const int32_t *        tokens,
    const int32_t *        positions,
    const int32_t *        sequences,
    const int8_t *         outputs);

/* ── RPC server ─────────────────────────────────────────────────────────── */

/*
 * Starts ggml's RPC server in a thread. It serves one client at a time until the process ends.
 * spec: {"endpoint": "host:port", "threads", "devices": [names], "cache"?: folder,
 *        "verbose"?: bool}
 * Redirects the process's stdout to /dev/null, or with "verbose" to stderr: the server logs there.
 */
ANECHAT_API int32_t anechat_rpc_server_start(const char * spec);
/* Not 0 if the server could not listen and ended. */
ANECHAT_API int32_t anechat_rpc_server_ended(void);

/* ── sampler ────────────────────────────────────────────────────────────── */

/* An empty chain. llama_sampler_chain_add adds samplers. */
ANECHAT_API struct llama_sampler * anechat_sampler_chain_new(void);

/*
 * A GBNF grammar with a rule "root".
 * triggers: "" or {"words": [text], "tokens": [id]}. With triggers, the grammar is lazy: it applies
 * only after the model wrote one of them.
 */
ANECHAT_API struct anechat_grammar * anechat_grammar_new(
    const struct llama_vocab * vocab, const char * gbnf, const char * triggers);
ANECHAT_API void                     anechat_grammar_free(struct anechat_grammar * grammar);
/* Advances the grammar by a token that was not sampled. Returns 0, 1 if the grammar doesn't allow
 * the token, or -1 on an error. */
ANECHAT_API int32_t                  anechat_grammar_accept(struct anechat_grammar * grammar, int32_t token);

/*
 * Chooses a token from the logits at `index` of the last batch with `biases` (`bias_count` of
 * them), `grammar` (or NULL) and `chain`, and advances grammar and chain by it. Returns -2 if the
 * grammar is complete and the vocabulary has no end-of-generation token, or -1 on an error. That no
 * token is left to choose is an error.
 */
ANECHAT_API int32_t anechat_sample(
    struct llama_context *          context,
    int32_t                         index,
    const struct llama_logit_bias * biases,
    int32_t                         bias_count,
    struct llama_sampler *          chain,
    struct anechat_grammar *        grammar);

/* ── chat templates ─────────────────────────────────────────────────────── */

/* `source` is Jinja. NULL or "" means the model's own template. */
ANECHAT_API struct anechat_template * anechat_template_new(const struct llama_model * model, const char * source);
ANECHAT_API void                      anechat_template_free(struct anechat_template * tmpl);

/*
 * request: {"messages": [OpenAI messages], "jsonSchema"?: object, "continueLast"?: true,
 *           "generationPrompt"?: bool, "thinking"?: bool, "kwargs"?: {variable: any JSON},
 *           "tools"?: [OpenAI tools],
 *           "toolChoice"?: "auto"|"none"|"required", "parallelToolCalls"?: bool}
 *           ("tools" requires "toolChoice" and "parallelToolCalls")
 * → {"prompt", "grammar", "grammarIsLazy": bool,
 *    "triggers": [{"type": "word"|"pattern"|"whole"|"token", "value"}],
 *    "generationPrompt", "stops": [string], "preserved": [string],
 *    "thinking": bool, "thinkingStart": string, "thinkingEnds": [string],
 *    "delimiters": [{"role", "delimiter"}], "format": number, "parser": string}
 */
ANECHAT_API char * anechat_template_apply(struct anechat_template * tmpl, const char * request);

/* Parses what a model writes. spec: "format", "parser" and "generationPrompt" of
 * anechat_template_apply, and "parseToolCalls": bool. */
ANECHAT_API struct anechat_parser * anechat_parser_new(const char * spec);
ANECHAT_API void                    anechat_parser_free(struct anechat_parser * parser);
/* `text` is everything written so far.
 * → {"content", "reasoning", "toolCalls": [{"name", "arguments"}]} */
ANECHAT_API char * anechat_parser_parse(struct anechat_parser * parser, const char * text, int32_t is_partial);

/* ── conversion ─────────────────────────────────────────────────────────── */

/*
 * Converts rows of `columns` numbers from one ggml_type to another on `threads` threads. `target`
 * must have room for all rows. Returns 0, 1 if a result is not a finite number, or -1 on an error.
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
 * The types that llama-quantize chooses for tensors without an importance matrix.
 * spec: {"fileType": llama_ftype,
 *        "model": {"architecture", "embedding", "feedForward", "layers", "heads", "kvHeads",
 *                  "headSize", "experts"},
 *        "tensors": [{"name", "shape": [fastest dimension first]}]}
 * → [ggml_type, …], one per tensor; -1 for a tensor that is not quantized.
 */
ANECHAT_API char * anechat_quant_types(const char * spec);

#ifdef __cplusplus
}
#endif
