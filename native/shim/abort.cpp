// llama.cpp ends the process where it has no error to return (GGML_ABORT, GGML_ASSERT). While an
// aborts_throw object lives, that is an exception instead. Otherwise the process still ends, but
// with a clear message and a restored terminal.
#include "abort.h"

#include "ggml.h"
#include "rpc.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#ifndef _WIN32
#    include <termios.h>
#    include <unistd.h>
#endif

namespace {

thread_local int throwing = 0;

void restore_terminal() {
#ifndef _WIN32
    termios mode;
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &mode) != 0) {
        return;
    }
    // Like "stty sane": line mode, echo and signals on. Then bracketed paste off.
    mode.c_iflag |= ICRNL | IXON;
    mode.c_oflag |= OPOST | ONLCR;
    mode.c_lflag |= ICANON | ECHO | ECHOE | ISIG | IEXTEN;
    tcsetattr(STDIN_FILENO, TCSANOW, &mode);
    if (isatty(STDOUT_FILENO) != 0) {
        static const char paste_off[] = "\x1b[?2004l";
        (void) !write(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
    }
#endif
}

// Removes the folders from "folders/file.cpp:line: what". They are from the build machine.
const char * without_folders(const char * message) {
    const char * start = message;
    for (const char * at = message; *at != '\0' && *at != ':'; at++) {
        if (*at == '/' || *at == '\\') {
            start = at + 1;
        }
    }
    return start;
}

// Called by ggml_abort, which is C code. CMakeLists.txt compiles it with -fexceptions.
void on_abort(const char * message) {
    anechat::handle_rpc_abort(message);
    if (throwing > 0) {
        throw std::runtime_error(without_folders(message));
    }
    restore_terminal();
    std::fprintf(stderr,
                 "\nanechat: llama.cpp aborted: %s\n"
                 "  The model file may be damaged. If it is not, this is a bug.\n",
                 without_folders(message));
    std::fflush(stderr);
    std::_Exit(1);
}

} // namespace

anechat::aborts_throw::aborts_throw() {
    throwing++;
}

anechat::aborts_throw::~aborts_throw() {
    throwing--;
}

void anechat::install_abort() {
    ggml_set_abort_callback(on_abort);
}
