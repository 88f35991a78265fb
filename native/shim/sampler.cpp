// Sampler chain parameters go by value: the one thing of it that bun:ffi can't do.
#include "anechat.h"
#include "llama.h"

struct llama_sampler * anechat_sampler_chain_new(void) {
    llama_sampler_chain_params params = llama_sampler_chain_default_params();
    params.no_perf = true;
    return llama_sampler_chain_init(params);
}
