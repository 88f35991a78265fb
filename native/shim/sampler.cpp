// Of samplers, what bun:ffi can't do: chain parameters go by value, and a
// grammar's error goes to stderr, past every log callback.
#include "anechat.h"
#include "guard.h"
#include "json.h"
#include "llama.h"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#ifdef _WIN32
#    include <io.h>
#    define dup    _dup
#    define dup2   _dup2
#    define close  _close
#    define fileno _fileno
#else
#    include <unistd.h>
#endif

namespace {

// What is printed to stderr while it lives, by any thread.
class captured_stderr {
  public:
    captured_stderr() {
        std::fflush(stderr);
        file = std::tmpfile();
        if (file != nullptr) {
            original = dup(fileno(stderr));
            dup2(fileno(file), fileno(stderr));
        }
    }

    ~captured_stderr() {
        take();
    }

    // Ends the capture. A second call gives nothing.
    std::string take() {
        std::string text;
        if (file == nullptr) {
            return text;
        }
        std::fflush(stderr);
        dup2(original, fileno(stderr));
        close(original);
        std::rewind(file);
        for (int character = std::fgetc(file); character != EOF; character = std::fgetc(file)) {
            text += static_cast<char>(character);
        }
        std::fclose(file);
        file = nullptr;
        return text;
    }

  private:
    std::FILE * file = nullptr;
    int         original = -1;
};

} // namespace

struct llama_sampler * anechat_sampler_chain_new(void) {
    llama_sampler_chain_params params = llama_sampler_chain_default_params();
    params.no_perf = true;
    return llama_sampler_chain_init(params);
}

struct llama_sampler * anechat_grammar_new(const struct llama_vocab * vocab, const char * gbnf, const char * triggers) {
    return anechat::guarded<llama_sampler *>(nullptr, [&] {
        std::vector<std::string> patterns;
        std::vector<llama_token> tokens;
        const bool               is_lazy = triggers[0] != '\0';
        if (is_lazy) {
            const common_json spec = common_json::parse(triggers);
            patterns = spec.at("patterns").get<std::vector<std::string>>();
            tokens = spec.at("tokens").get<std::vector<llama_token>>();
        }
        std::vector<const char *> texts;
        for (const std::string & pattern : patterns) {
            texts.push_back(pattern.c_str());
        }
        captured_stderr capture;
        llama_sampler * grammar =
            is_lazy ? llama_sampler_init_grammar_lazy_patterns(
                          vocab, gbnf, "root", texts.data(), texts.size(), tokens.data(), tokens.size())
                    : llama_sampler_init_grammar(vocab, gbnf, "root");
        const std::string printed = capture.take();
        if (grammar == nullptr) {
            // "parse: error parsing grammar: what", then the grammar itself.
            const std::string mark = "error parsing grammar: ";
            const size_t      found = printed.find(mark);
            const size_t      start = found == std::string::npos ? 0 : found + mark.size();
            throw std::runtime_error(printed.substr(start, printed.find('\n', start) - start));
        }
        std::fwrite(printed.data(), 1, printed.size(), stderr);
        return grammar;
    });
}

int32_t anechat_grammar_accept(struct llama_sampler * grammar, int32_t token) {
    return anechat::guarded(-1, [&] {
        llama_sampler_accept(grammar, token);
        return 0;
    });
}
