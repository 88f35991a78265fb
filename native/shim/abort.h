// What happens where llama.cpp ends the process: GGML_ABORT and GGML_ASSERT.
#pragma once

namespace anechat {

void install_abort();

// While it lives, an abort in this thread is an exception instead. For work that can be given up as a whole: loading a
// file, making a context, compiling a grammar. Not for computing: ggml's other threads would wait for this one for ever.
class aborts_throw {
  public:
    aborts_throw();
    ~aborts_throw();

    aborts_throw(const aborts_throw &) = delete;
    aborts_throw & operator=(const aborts_throw &) = delete;
};

} // namespace anechat
