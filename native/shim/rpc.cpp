// ggml's RPC backend, client and server side. It is a module loaded at run time, so its functions
// are looked up by name.
//
// ggml has no error for a lost RPC server: it aborts the process, either in one of ggml's own
// threads or in the thread that computes. Neither can continue, but both can wait. So they sleep
// forever, and the owners of the registered signals report the loss.
#include "rpc.h"

#include "ggml-rpc.h"
#include "guard.h"
#include "signals.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#ifdef _WIN32
#    include <fcntl.h>
#    include <io.h>
#else
#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace {

std::mutex                     listeners_mutex;
std::vector<anechat_signals *> listeners;

std::atomic<bool> serving_ended{ false };

template <typename F> F * rpc_function(const char * name) {
    ggml_backend_reg_t rpc = ggml_backend_reg_by_name("RPC");
    void * address = rpc == nullptr ? nullptr : ggml_backend_reg_get_proc_address(rpc, name);
    if (address == nullptr) {
        throw std::runtime_error(std::string("the RPC module lacks ") + name);
    }
    return reinterpret_cast<F *>(address);
}

bool is_registered(ggml_backend_reg_t reg) {
    for (size_t i = 0; i < ggml_backend_reg_count(); i++) {
        if (ggml_backend_reg_get(i) == reg) {
            return true;
        }
    }
    return false;
}

// ggml's RPC server logs to stdout.
void redirect_stdout(bool to_stderr) {
    std::fflush(stdout);
#ifdef _WIN32
    const int target = to_stderr ? _dup(2) : _open("NUL", _O_WRONLY);
    if (target >= 0) {
        _dup2(target, 1);
        _close(target);
    }
#else
    const int target = to_stderr ? dup(STDERR_FILENO) : open("/dev/null", O_WRONLY);
    if (target >= 0) {
        dup2(target, STDOUT_FILENO);
        close(target);
    }
#endif
}

} // namespace

void anechat::use_rpc_servers(const common_json & addresses, anechat_signals * signals) {
    {
        std::lock_guard<std::mutex> lock(listeners_mutex);
        bool is_known = false;
        for (const anechat_signals * listener : listeners) {
            is_known = is_known || listener == signals;
        }
        if (!is_known) {
            listeners.push_back(signals);
        }
    }
    const auto add = rpc_function<decltype(ggml_backend_rpc_add_server)>("ggml_backend_rpc_add_server");
    for (const common_json & address : addresses) {
        const std::string  endpoint = address.get<std::string>();
        ggml_backend_reg_t reg = add(endpoint.c_str());
        if (reg == nullptr) {
            throw std::runtime_error("the rpc server " + endpoint + " has no device");
        }
        if (!is_registered(reg)) {
            ggml_backend_register(reg);
        }
    }
}

bool anechat::is_rpc_device(ggml_backend_dev_t device) {
    return std::strcmp(ggml_backend_reg_name(ggml_backend_dev_backend_reg(device)), "RPC") == 0;
}

void anechat::handle_rpc_abort(const char * message) {
    if (std::strstr(message, "ggml-rpc.cpp") == nullptr) {
        return;
    }
    {
        std::lock_guard<std::mutex> lock(listeners_mutex);
        if (listeners.empty()) {
            return;
        }
        for (anechat_signals * listener : listeners) {
            set_lost(listener);
        }
    }
    for (;;) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
}

int32_t anechat_rpc_server_start(const char * spec) {
    return anechat::guarded(-1, [&] {
        const common_json  options = common_json::parse(spec);
        const std::string  endpoint = options.at("endpoint").get<std::string>();
        const std::string  cache = options.contains("cache") ? options.at("cache").get<std::string>() : "";
        const size_t       threads = options.at("threads").get<int>();
        const auto         serve = rpc_function<decltype(ggml_backend_rpc_start_server)>("ggml_backend_rpc_start_server");
        std::vector<ggml_backend_dev_t> devices;
        for (const common_json & name : options.at("devices")) {
            ggml_backend_dev_t device = ggml_backend_dev_by_name(name.get<std::string>().c_str());
            if (device == nullptr) {
                throw std::runtime_error("there is no device named " + name.get<std::string>());
            }
            devices.push_back(device);
        }
        redirect_stdout(options.contains("verbose") && options.at("verbose").get<bool>());
        // serve() returns only if it can't listen.
        std::thread([=]() mutable {
            serve(endpoint.c_str(), cache.empty() ? nullptr : cache.c_str(), threads, devices.size(), devices.data());
            serving_ended = true;
        }).detach();
        return 0;
    });
}

int32_t anechat_rpc_server_ended(void) {
    return serving_ended ? 1 : 0;
}
