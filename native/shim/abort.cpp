// Where llama.cpp finds itself in a state it has no error for, it ends the process. It can't be
// kept from that, but it can be made to end with a sentence and the terminal as it was.
#include "abort.h"

#include "ggml.h"
#include "rpc.h"

#include <cstdio>
#include <cstdlib>

#ifndef _WIN32
#    include <termios.h>
#    include <unistd.h>
#endif

namespace {

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

void on_abort(const char * message) {
    anechat::on_worker_lost(message);
    restore_terminal();
    // "folders/file.cpp:line: what": the folders are those of the machine it was built on.
    for (const char * at = message; *at != '\0' && *at != ':'; at++) {
        if (*at == '/' || *at == '\\') {
            message = at + 1;
        }
    }
    std::fprintf(stderr, "\nanechat: llama.cpp can't go on: %s\n  The model's file may be damaged; if not, this is a bug.\n", message);
    std::fflush(stderr);
    std::_Exit(1);
}

} // namespace

void anechat::install_abort() {
    ggml_set_abort_callback(on_abort);
}
