// ggml's RPC backend, client and server side.
#pragma once

#include "anechat.h"
#include "ggml-backend.h"
#include "json.h"

namespace anechat {

// Registers the devices of the RPC servers at these addresses, unless they are registered. Sets the
// "lost" word of `signals` when any RPC server is lost.
void use_rpc_servers(const common_json & addresses, anechat_signals * signals);

bool is_rpc_device(ggml_backend_dev_t device);

// Called on each abort. If it means that an RPC server is lost, this sets the signals and never
// returns.
void handle_rpc_abort(const char * message);

} // namespace anechat
