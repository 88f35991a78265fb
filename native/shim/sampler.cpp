// Chooses the next token with llama.cpp's sampler chains and grammars. This is native code because
// llama.cpp's samplers abort or throw when no token is left to choose.
#include "anechat.h"
#include "captured_stderr.h"
#include "guard.h"
#include "json.h"
#include "limited_thread.h"
#include "limits.h"
#include "llama-grammar.h"
#include "llama-vocab.h"
#include "llama.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

// A grammar applies from the start of an answer, a lazy one from one of its words or tokens on.
struct anechat_grammar {
    struct written {
        llama_token token;
        std::string text;
    };

    llama_grammar *          grammar = nullptr;
    std::vector<std::string> words;
    std::vector<llama_token> tokens;
    bool                     is_waiting = false;
    // While waiting: the last tokens, in which a word may have begun.
    std::deque<written>      recent;

    anechat_grammar() = default;
    ~anechat_grammar() { llama_grammar_free_impl(grammar); }

    anechat_grammar(const anechat_grammar &) = delete;
    anechat_grammar & operator=(const anechat_grammar &) = delete;
};

namespace {

using namespace std::chrono_literals;

// Limits for one token. 262,144 tokens and a deep JSON grammar need a tenth of them.
constexpr anechat::work_limits token_limits = { size_t{ 512 } << 20, 5s };

// The reason in "parse: error parsing grammar: reason", after which the whole grammar is printed.
std::string parse_error() {
    const std::string printed = std::move(anechat::captured_stderr);
    const std::string mark = "error parsing grammar: ";
    const size_t      found = printed.find(mark);
    const size_t      start = found == std::string::npos ? 0 : found + mark.size();
    return printed.substr(start, printed.find('\n', start) - start);
}

bool is_complete(const llama_grammar & grammar) {
    for (const auto & stack : grammar.stacks) {
        if (stack.empty()) {
            return true;
        }
    }
    return false;
}

// Position of the first word in a text, or npos.
size_t find_word(const std::string & text, const std::vector<std::string> & words) {
    size_t first = std::string::npos;
    for (const std::string & word : words) {
        first = std::min(first, text.find(word));
    }
    return first;
}

// Looks for a trigger of a lazy grammar. The grammar starts with the token in which it begins.
void accept_waiting(anechat_grammar & lazy, llama_token token) {
    const std::string & piece = lazy.grammar->vocab->token_to_piece(token);
    if (std::find(lazy.tokens.begin(), lazy.tokens.end(), token) != lazy.tokens.end()) {
        lazy.is_waiting = false;
        llama_grammar_accept_token(*lazy.grammar, token, piece);
        return;
    }
    lazy.recent.push_back({ token, piece });
    std::string text;
    for (const auto & one : lazy.recent) {
        text += one.text;
    }
    const size_t start = find_word(text, lazy.words);
    if (start != std::string::npos) {
        lazy.is_waiting = false;
        size_t end = 0;
        for (const auto & one : lazy.recent) {
            end += one.text.size();
            if (end > start) {
                const size_t begin = end - one.text.size();
                llama_grammar_accept_token(*lazy.grammar, one.token, one.text.substr(begin < start ? start - begin : 0));
            }
        }
        lazy.recent.clear();
        return;
    }
    size_t longest = 0;
    for (const std::string & word : lazy.words) {
        longest = std::max(longest, word.size());
    }
    size_t length = text.size();
    while (!lazy.recent.empty() && length - lazy.recent.front().text.size() >= longest) {
        length -= lazy.recent.front().text.size();
        lazy.recent.pop_front();
    }
}

void accept(anechat_grammar & grammar, llama_token token) {
    if (grammar.is_waiting) {
        accept_waiting(grammar, token);
    } else {
        llama_grammar_accept_impl(*grammar.grammar, token);
    }
}

// All tokens of the vocabulary. Kept between calls, so that sampling allocates nothing.
class candidates {
  public:
    // Throws if a logit is NaN.
    void fill(const float * logits, int32_t count, const llama_logit_bias * biases, int32_t bias_count) {
        tokens.resize(count);
        for (int32_t token = 0; token < count; token++) {
            tokens[token] = { token, logits[token], 0.0f };
            if (std::isnan(logits[token])) {
                throw std::runtime_error("the model computed NaN: its file may be damaged");
            }
        }
        for (int32_t i = 0; i < bias_count; i++) {
            if (biases[i].token >= 0 && biases[i].token < count) {
                tokens[biases[i].token].logit += biases[i].bias;
            }
        }
    }

    bool is_empty() const {
        for (const llama_token_data & token : tokens) {
            if (token.logit > -INFINITY) {
                return false;
            }
        }
        return true;
    }

    void apply(const llama_grammar & grammar) {
        llama_token_data_array all = array();
        llama_grammar_apply_impl(grammar, &all);
    }

    llama_token choose(llama_sampler * chain) {
        llama_token_data_array all = array();
        llama_sampler_apply(chain, &all);
        if (all.selected < 0 || static_cast<size_t>(all.selected) >= all.size) {
            throw std::runtime_error("the sampler chose no token");
        }
        return all.data[all.selected].id;
    }

  private:
    std::vector<llama_token_data> tokens;

    llama_token_data_array array() { return { tokens.data(), tokens.size(), -1, false }; }
};

// Not inside the function that uses it: MSVC and MinGW reject thread-local variables in exported
// functions.
thread_local candidates kept_candidates;

bool allows(const llama_grammar & grammar, llama_token token) {
    llama_token_data       single = { token, 1.0f, 0.0f };
    llama_token_data_array array = { &single, 1, -1, false };
    llama_grammar_apply_impl(grammar, &array);
    return single.logit > -INFINITY;
}

} // namespace

struct llama_sampler * anechat_sampler_chain_new(void) {
    llama_sampler_chain_params params = llama_sampler_chain_default_params();
    params.no_perf = true;
    return llama_sampler_chain_init(params);
}

struct anechat_grammar * anechat_grammar_new(const struct llama_vocab * vocab, const char * gbnf, const char * triggers) {
    return anechat::guarded<anechat_grammar *>(nullptr, [&] {
        auto made = std::make_unique<anechat_grammar>();
        if (triggers[0] != '\0') {
            const common_json spec = common_json::parse(triggers);
            made->words = spec.at("words").get<std::vector<std::string>>();
            made->tokens = spec.at("tokens").get<std::vector<llama_token>>();
            made->is_waiting = true;
        }
        // For some grammars, llama.cpp's search for left recursion takes exponential time and
        // allocates nothing.
        const std::string text = gbnf;
        const auto        compiled = std::make_shared<std::unique_ptr<anechat_grammar>>(std::move(made));
        const bool        is_done = anechat::run_in_thread_or_abandon(anechat::limits_for(text.size()), [=] {
            anechat::aborts_throw recovery;
            anechat::captured_stderr.clear();
            (*compiled)->grammar =
                llama_grammar_init_impl(vocab, text.c_str(), "root", false, nullptr, 0, nullptr, 0);
            if ((*compiled)->grammar == nullptr) {
                throw std::runtime_error(parse_error());
            }
        });
        if (!is_done) {
            throw anechat::over_limit{ "it takes too long" };
        }
        return compiled->release();
    });
}

void anechat_grammar_free(struct anechat_grammar * grammar) {
    delete grammar;
}

int32_t anechat_grammar_accept(struct anechat_grammar * grammar, int32_t token) {
    return anechat::recoverable(-1, [&] {
        return anechat::within(token_limits, [&] {
            if (!grammar->is_waiting && !allows(*grammar->grammar, token)) {
                return 1;
            }
            accept(*grammar, token);
            return 0;
        });
    });
}

int32_t anechat_sample(
    struct llama_context *          context,
    int32_t                         index,
    const struct llama_logit_bias * biases,
    int32_t                         bias_count,
    struct llama_sampler *          chain,
    struct anechat_grammar *        grammar) {
    return anechat::recoverable(-1, [&] {
        candidates &  all = kept_candidates;
        const float * logits = llama_get_logits_ith(context, index);
        if (logits == nullptr) {
            throw std::runtime_error("there are no logits at " + std::to_string(index));
        }
        const int32_t count = llama_vocab_n_tokens(llama_model_get_vocab(llama_get_model(context)));
        all.fill(logits, count, biases, bias_count);
        return anechat::within(token_limits, [&] {
            if (all.is_empty()) {
                throw std::runtime_error("logit_bias forbids every token");
            }
            llama_token token = all.choose(chain);
            if (grammar != nullptr) {
                const llama_grammar & rules = *grammar->grammar;
                // The chosen token usually fits, and checking one is far cheaper than checking all.
                // If it does not fit, all are checked and another is chosen (as
                // common_sampler_sample does).
                if (!grammar->is_waiting && !allows(rules, token)) {
                    all.fill(logits, count, biases, bias_count);
                    all.apply(rules);
                    if (all.is_empty()) {
                        if (is_complete(rules)) {
                            return -2;
                        }
                        throw std::runtime_error("no token of the vocabulary fits the grammar here");
                    }
                    token = all.choose(chain);
                }
                accept(*grammar, token);
            }
            llama_sampler_accept(chain, token);
            return static_cast<int32_t>(token);
        });
    });
}
