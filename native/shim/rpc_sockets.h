// Included in ggml's RPC backend (CMakeLists.txt). Its sockets have no timeout: they wait forever
// for a machine that lost its power or its network. This header wraps setsockopt() to set TCP
// timeouts.
//
// ggml sets TCP_NODELAY on each socket: on a client's before it connects, on a server's when
// accepted.
#pragma once

#ifdef _WIN32
#    ifndef WIN32_LEAN_AND_MEAN
#        define WIN32_LEAN_AND_MEAN
#    endif
#    ifndef NOMINMAX
#        define NOMINMAX
#    endif
#    include <winsock2.h>
#    include <ws2tcpip.h>
#else
#    include <netinet/in.h>
#    include <netinet/tcp.h>
#    include <sys/socket.h>
#endif

namespace anechat {

#ifdef _WIN32
using rpc_socket = SOCKET;
#else
using rpc_socket = int;
#endif

// Errors are ignored: a system may not support the option.
inline void try_option(rpc_socket socket, int level, int name, int value) {
    (void) ::setsockopt(socket, level, name, reinterpret_cast<const char *>(&value), sizeof value);
}

// The kernel answers keepalive probes, also while the RPC server computes.
inline void keep_alive(rpc_socket socket) {
    try_option(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    // 10 seconds of silence, then 4 probes, 5 seconds apart.
#if defined(TCP_KEEPIDLE)
    try_option(socket, IPPROTO_TCP, TCP_KEEPIDLE, 10);
#elif defined(TCP_KEEPALIVE)
    try_option(socket, IPPROTO_TCP, TCP_KEEPALIVE, 10); // macOS
#endif
#if defined(TCP_KEEPINTVL) && defined(TCP_KEEPCNT)
    try_option(socket, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    try_option(socket, IPPROTO_TCP, TCP_KEEPCNT, 4);
#endif
}

// Keepalive sends no probes while sent bytes are unacknowledged; the kernel would retransmit them
// for about 15 minutes. Set only on the server's side: Linux also closes a connection whose peer is
// alive but reads nothing, and an RPC server that computes reads nothing.
inline void limit_sending(rpc_socket socket) {
#if defined(TCP_USER_TIMEOUT)
    try_option(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, 60 * 1000); // Linux
#elif defined(TCP_RXT_CONNDROPTIME)
    try_option(socket, IPPROTO_TCP, TCP_RXT_CONNDROPTIME, 60); // macOS
#elif defined(TCP_MAXRT)
    try_option(socket, IPPROTO_TCP, TCP_MAXRT, 60); // Windows
#else
    (void) socket;
#endif
}

inline bool is_connected(rpc_socket socket) {
    sockaddr_storage peer = {};
    socklen_t        size = sizeof peer;
    return ::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) == 0;
}

template <typename T>
int set_socket_option(rpc_socket socket, int level, int name, const T * value, socklen_t size) {
    if (level == IPPROTO_TCP && name == TCP_NODELAY) {
        keep_alive(socket);
        if (is_connected(socket)) {
            limit_sending(socket);
        }
    }
    return ::setsockopt(socket, level, name, value, size);
}

} // namespace anechat

#define setsockopt anechat::set_socket_option
