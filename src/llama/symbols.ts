/**
 * The table of all native functions that we call: llama.h's and the shim's (native/anechat.h). The
 * native build reads the names from here and writes the real types into the library
 * (native/shim/signatures.cpp). native.ts throws if the two differ.
 *
 * `ptr`, `cstring` and `buffer` are all pointers in C: a handle or address, a JavaScript string, a
 * typed array.
 */
import type { Pointer } from "bun:ffi";

export const symbols = {
  // ── shim: library ──
  anechat_abi_version: { args: [], returns: "i32" },
  anechat_init: { args: ["cstring", "cstring"], returns: "i32" },
  anechat_system: { args: [], returns: "ptr" },
  anechat_signatures: { args: [], returns: "cstring" },
  anechat_last_error: { args: [], returns: "cstring" },
  anechat_free: { args: ["ptr"], returns: "void" },
  anechat_log_take: { args: [], returns: "ptr" },

  // ── shim: CPU modules ──
  anechat_cpu_variants: { args: ["cstring"], returns: "ptr" },
  anechat_cpu_identity: { args: [], returns: "ptr" },
  anechat_cpu_check: { args: ["cstring"], returns: "ptr" },

  // ── model ──
  anechat_model_load: { args: ["cstring", "cstring", "ptr"], returns: "ptr" },
  llama_model_free: { args: ["ptr"], returns: "void" },
  llama_model_get_vocab: { args: ["ptr"], returns: "ptr" },
  llama_model_n_ctx_train: { args: ["ptr"], returns: "i32" },
  llama_model_n_embd_out: { args: ["ptr"], returns: "i32" },
  llama_model_n_cls_out: { args: ["ptr"], returns: "u32" },
  llama_model_n_swa: { args: ["ptr"], returns: "i32" },
  llama_model_n_params: { args: ["ptr"], returns: "u64" },
  llama_model_size: { args: ["ptr"], returns: "u64" },
  llama_model_has_encoder: { args: ["ptr"], returns: "bool" },
  llama_model_has_decoder: { args: ["ptr"], returns: "bool" },
  llama_model_is_recurrent: { args: ["ptr"], returns: "bool" },
  llama_model_is_hybrid: { args: ["ptr"], returns: "bool" },
  llama_model_meta_val_str: { args: ["ptr", "cstring", "buffer", "u64"], returns: "i32" },
  llama_model_chat_template: { args: ["ptr", "ptr"], returns: "ptr" },

  // ── vocabulary ──
  llama_vocab_n_tokens: { args: ["ptr"], returns: "i32" },
  llama_vocab_get_attr: { args: ["ptr", "i32"], returns: "i32" },
  llama_vocab_is_eog: { args: ["ptr", "i32"], returns: "bool" },
  llama_vocab_is_control: { args: ["ptr", "i32"], returns: "bool" },
  llama_vocab_bos: { args: ["ptr"], returns: "i32" },
  llama_vocab_eos: { args: ["ptr"], returns: "i32" },
  llama_vocab_sep: { args: ["ptr"], returns: "i32" },
  llama_vocab_get_add_bos: { args: ["ptr"], returns: "bool" },
  llama_vocab_get_add_eos: { args: ["ptr"], returns: "bool" },
  llama_vocab_get_add_sep: { args: ["ptr"], returns: "bool" },
  llama_vocab_fim_pre: { args: ["ptr"], returns: "i32" },
  llama_vocab_fim_suf: { args: ["ptr"], returns: "i32" },
  llama_vocab_fim_mid: { args: ["ptr"], returns: "i32" },
  llama_vocab_fim_rep: { args: ["ptr"], returns: "i32" },
  llama_vocab_fim_sep: { args: ["ptr"], returns: "i32" },
  llama_tokenize: { args: ["ptr", "buffer", "i32", "buffer", "i32", "bool", "bool"], returns: "i32" },
  llama_detokenize: { args: ["ptr", "buffer", "i32", "buffer", "i32", "bool", "bool"], returns: "i32" },
  llama_token_to_piece: { args: ["ptr", "i32", "buffer", "i32", "i32", "bool"], returns: "i32" },

  // ── context, batch, KV cache ──
  anechat_default_threads: { args: [], returns: "i32" },
  anechat_threadpool_new: { args: ["i32"], returns: "ptr" },
  anechat_threadpool_free: { args: ["ptr"], returns: "void" },
  anechat_context_new: { args: ["ptr", "cstring", "ptr", "ptr"], returns: "ptr" },
  anechat_decode: { args: ["ptr", "i32", "buffer", "buffer", "buffer", "buffer"], returns: "i32" },
  llama_free: { args: ["ptr"], returns: "void" },
  llama_set_n_threads: { args: ["ptr", "i32", "i32"], returns: "void" },
  llama_n_ctx: { args: ["ptr"], returns: "u32" },
  llama_get_logits_ith: { args: ["ptr", "i32"], returns: "ptr" },
  llama_get_embeddings: { args: ["ptr"], returns: "ptr" },
  llama_get_embeddings_seq: { args: ["ptr", "i32"], returns: "ptr" },
  llama_get_memory: { args: ["ptr"], returns: "ptr" },
  llama_memory_seq_rm: { args: ["ptr", "i32", "i32", "i32"], returns: "bool" },
  llama_memory_seq_cp: { args: ["ptr", "i32", "i32", "i32", "i32"], returns: "void" },
  llama_memory_seq_pos_min: { args: ["ptr", "i32"], returns: "i32" },
  llama_memory_seq_pos_max: { args: ["ptr", "i32"], returns: "i32" },
  llama_state_seq_get_size: { args: ["ptr", "i32"], returns: "u64" },
  llama_state_seq_get_data: { args: ["ptr", "buffer", "u64", "i32"], returns: "u64" },
  llama_state_seq_set_data: { args: ["ptr", "buffer", "u64", "i32"], returns: "u64" },
  llama_state_seq_get_size_ext: { args: ["ptr", "i32", "u32"], returns: "u64" },
  llama_state_seq_get_data_ext: { args: ["ptr", "buffer", "u64", "i32", "u32"], returns: "u64" },
  llama_state_seq_set_data_ext: { args: ["ptr", "buffer", "u64", "i32", "u32"], returns: "u64" },

  // ── RPC server ──
  anechat_rpc_server_start: { args: ["cstring"], returns: "i32" },
  anechat_rpc_server_ended: { args: [], returns: "i32" },

  // ── sampler chain ──
  llama_sampler_chain_add: { args: ["ptr", "ptr"], returns: "void" },
  llama_sampler_accept: { args: ["ptr", "i32"], returns: "void" },
  llama_sampler_free: { args: ["ptr"], returns: "void" },
  anechat_sampler_chain_new: { args: [], returns: "ptr" },
  llama_sampler_init_greedy: { args: [], returns: "ptr" },
  llama_sampler_init_dist: { args: ["u32"], returns: "ptr" },
  llama_sampler_init_top_k: { args: ["i32"], returns: "ptr" },
  llama_sampler_init_top_p: { args: ["f32", "u64"], returns: "ptr" },
  llama_sampler_init_min_p: { args: ["f32", "u64"], returns: "ptr" },
  llama_sampler_init_temp: { args: ["f32"], returns: "ptr" },
  llama_sampler_init_penalties: { args: ["i32", "i32", "f32", "f32", "f32"], returns: "ptr" },
  anechat_grammar_new: { args: ["ptr", "cstring", "cstring"], returns: "ptr" },
  anechat_grammar_free: { args: ["ptr"], returns: "void" },
  anechat_grammar_accept: { args: ["ptr", "i32"], returns: "i32" },
  anechat_sample: { args: ["ptr", "i32", "buffer", "i32", "ptr", "ptr"], returns: "i32" },

  // ── chat templates ──
  anechat_template_new: { args: ["ptr", "cstring"], returns: "ptr" },
  anechat_template_free: { args: ["ptr"], returns: "void" },
  anechat_template_apply: { args: ["ptr", "cstring"], returns: "ptr" },
  anechat_parser_new: { args: ["cstring"], returns: "ptr" },
  anechat_parser_free: { args: ["ptr"], returns: "void" },
  anechat_parser_parse: { args: ["ptr", "cstring", "i32"], returns: "ptr" },

  // ── conversion ──
  anechat_convert_rows: {
    args: ["i32", "buffer", "i32", "buffer", "i64", "i64", "i32"],
    returns: "i32",
  },
  anechat_quant_types: { args: ["cstring"], returns: "ptr" },
} as const;

type Table = typeof symbols;

/** The JavaScript types of C arguments and results. */
type Argument<T> = T extends "ptr"
  ? Pointer | null
  : T extends "cstring"
    ? string
    : T extends "buffer"
      ? NodeJS.ArrayBufferView
      : T extends "bool"
        ? boolean
        : T extends "u64" | "i64"
          ? number | bigint
          : number;
type Arguments<T extends readonly unknown[]> = { -readonly [I in keyof T]: Argument<T[I]> };
type Result<T> = T extends "void"
  ? undefined
  : T extends "ptr"
    ? Pointer | null
    : T extends "cstring"
      ? string
      : T extends "bool"
        ? boolean
        : T extends "u64"
          ? bigint
          : number;

/** The functions of the table, typed. */
export type Native = {
  readonly [Name in keyof Table]: (...args: Arguments<Table[Name]["args"]>) => Result<Table[Name]["returns"]>;
};

/** A type of this table as anechat_signatures() writes it. */
export function nativeType(type: string): string {
  return type === "cstring" || type === "buffer" ? "ptr" : type;
}
