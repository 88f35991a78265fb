// Handles GGML_ABORT and failed GGML_ASSERTs of llama.cpp.
#pragma once

namespace anechat {

void install_abort();

// While an object of this class lives, an abort in this thread throws std::runtime_error. Use it
// for work that can fail as a whole: loading a file, creating a context, compiling a grammar. Don't
// use it for a decode: ggml's other threads would wait forever for the thread that threw.
class aborts_throw {
  public:
    aborts_throw();
    ~aborts_throw();

    aborts_throw(const aborts_throw &) = delete;
    aborts_throw & operator=(const aborts_throw &) = delete;
};

} // namespace anechat
