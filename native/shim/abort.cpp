// llama.cpp ends the process where it has no error for what went wrong (GGML_ABORT, GGML_ASSERT). Where aborts_throw is
// in force, that is an exception instead. Elsewhere the process still ends, but with a clear sentence and a restored
// terminal.
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
    // As "stty sane" would have it: line by line, with echo and signals; bracketed paste off.
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

// "folders/file.cpp:line: what" without the folders, which are those of the machine it was built on.
const char * without_folders(const char * message) {
    const char * start = message;
    for (const char * at = message; *at != '\0' && *at != ':'; at++) {
        if (*at == '/' || *at == '\\') {
            start = at + 1;
        }
    }
    return start;
}

// Called by ggml_abort, which is C code: the compiler is told to let an exception through (CMakeLists.txt).
void on_abort(const char * message) {
    anechat::on_worker_lost(message);
    if (throwing > 0) {
        throw std::runtime_error(without_folders(message));
    }
    restore_terminal();
    std::fprintf(stderr, "\nanechat: llama.cpp can't go on: %s\n  The model's file may be damaged; if not, this is a bug.\n",
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
