#include "template_text.h"

#include "jinja/lexer.h"
#include "jinja/parser.h"

#include <algorithm>
#include <stdexcept>

namespace {

// The largest templates of known models have about 40 kB and 20 levels of nesting.
constexpr size_t max_bytes = 256 * 1024;
constexpr int    max_depth = 200;

using jinja::token;

bool is_one_of(const std::string & word, std::initializer_list<const char *> words) {
    return std::any_of(words.begin(), words.end(), [&](const char * one) { return word == one; });
}

// By how much a statement changes the depth of nesting. `word` is the index of its first token,
// such as "if" in "{% if x %}".
int depth_change(const std::vector<token> & tokens, size_t word) {
    const std::string & name = tokens[word].value;
    if (is_one_of(name, { "if", "for", "macro", "call", "filter" })) {
        return 1;
    }
    if (is_one_of(name, { "endif", "endfor", "endmacro", "endcall", "endfilter", "endset" })) {
        return -1;
    }
    if (name != "set") {
        return 0;
    }
    // "set x = 1" is a statement, but "set x" opens a block.
    int brackets = 0;
    for (size_t at = word; at < tokens.size() && tokens[at].t != token::close_statement; at++) {
        switch (tokens[at].t) {
            case token::open_paren:
            case token::open_square_bracket:
            case token::open_curly_bracket:   brackets++; break;
            case token::close_paren:
            case token::close_square_bracket:
            case token::close_curly_bracket:  brackets--; break;
            case token::equals:
                if (brackets == 0) {
                    return 0;
                }
                break;
            default: break;
        }
    }
    return 1;
}

} // namespace

void anechat::check_template_text(const std::string & text) {
    if (text.size() > max_bytes) {
        throw std::runtime_error("it is longer than " + std::to_string(max_bytes) + " bytes");
    }
    jinja::lexer lexer;
    const auto   lexed = lexer.tokenize(text);
    const auto & tokens = lexed.tokens;
    int          blocks = 0;
    int          brackets = 0;
    for (size_t at = 0; at < tokens.size(); at++) {
        switch (tokens[at].t) {
            case token::open_paren:
            case token::open_square_bracket:
            case token::open_curly_bracket:   brackets++; break;
            case token::close_paren:
            case token::close_square_bracket:
            case token::close_curly_bracket:  brackets--; break;
            case token::open_expression:      brackets = 0; break;
            case token::open_statement:
                brackets = 0;
                if (at + 1 < tokens.size()) {
                    blocks = std::max(0, blocks + depth_change(tokens, at + 1));
                }
                break;
            default: break;
        }
        if (brackets > max_depth) {
            throw std::runtime_error("it has over " + std::to_string(max_depth) + " nested brackets");
        }
        if (blocks > max_depth) {
            throw std::runtime_error("it has over " + std::to_string(max_depth) + " nested blocks");
        }
    }
    // llama.cpp parses it again, and passes on only that it failed.
    try {
        jinja::parse_from_tokens(lexed);
    } catch (const std::runtime_error & error) {
        const std::string reason = error.what();
        // The lines after the first show the place in the template.
        throw std::runtime_error("it is not valid Jinja: " + reason.substr(0, reason.find('\n')));
    }
}
