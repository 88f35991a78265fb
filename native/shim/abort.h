// What happens when llama.cpp calls GGML_ABORT or fails a GGML_ASSERT.
#pragma once

namespace anechat {

void install_abort();

// While an object of this class lives, an abort in this thread throws std::runtime_error. Use it for work that can fail
// as a whole: loading a file, making a context, compiling a grammar. Don't use it for a decode: ggml's other threads
// would wait for the one that threw.
class aborts_throw {
  public:
    aborts_throw();
    ~aborts_throw();

    aborts_throw(const aborts_throw &) = delete;
    aborts_throw & operator=(const aborts_throw &) = delete;
};

} // namespace anechat
