// Other machines that compute: ggml's RPC backend, from both of its ends.
#pragma once

#include "anechat.h"
#include "ggml-backend.h"
#include "json.h"

namespace anechat {

// Makes devices of the workers at these addresses, as often as it is called; `signals` hears when one is lost.
void use_workers(const common_json & addresses, anechat_signals * signals);

// Whether a device is a worker's.
bool is_worker(ggml_backend_dev_t device);

// Called for an abort: where it means that a worker is lost, it tells so and never returns.
void on_worker_lost(const char * message);

} // namespace anechat
