// llama.cpp's chat library: Jinja templates, and the parser that separates reasoning, answer and
// tool calls. Templates and texts are untrusted, so all of it runs within limits.
#include "anechat.h"
#include "chat.h"
#include "guard.h"
#include "json.h"
#include "limited_thread.h"
#include "limits.h"
#include "template_text.h"

#include <atomic>
#include <memory>

namespace {

// Shared with threads that run the template, which may outlive the handle.
struct loaded_template {
    common_chat_templates_ptr templates;
    std::atomic<bool>         is_abandoned{ false };
};

} // namespace

struct anechat_template {
    std::shared_ptr<loaded_template> loaded;
};

struct anechat_parser {
    common_chat_parser_params params;
};

namespace {

const char * trigger_name(common_grammar_trigger_type type) {
    switch (type) {
        case COMMON_GRAMMAR_TRIGGER_TYPE_WORD:         return "word";
        case COMMON_GRAMMAR_TRIGGER_TYPE_PATTERN:      return "pattern";
        case COMMON_GRAMMAR_TRIGGER_TYPE_PATTERN_FULL: return "whole";
        default:                                       return "token";
    }
}

common_chat_templates_inputs read_request(const common_json & request) {
    common_chat_templates_inputs inputs;
    inputs.messages = common_chat_msgs_parse_oaicompat(request.at("messages"));
    inputs.reasoning_format = COMMON_REASONING_FORMAT_AUTO;
    inputs.tool_choice = COMMON_CHAT_TOOL_CHOICE_NONE;
    if (request.contains("tools")) {
        inputs.tools = common_chat_tools_parse_oaicompat(request.at("tools"));
        inputs.tool_choice = common_chat_tool_choice_parse_oaicompat(request.at("toolChoice").get<std::string>());
        inputs.parallel_tool_calls = request.at("parallelToolCalls").get<bool>();
    }
    if (request.contains("thinking")) {
        inputs.enable_thinking = request.at("thinking").get<bool>();
    }
    if (request.contains("continueLast")) {
        inputs.continue_final_message = COMMON_CHAT_CONTINUATION_AUTO;
    }
    if (request.contains("generationPrompt")) {
        inputs.add_generation_prompt = request.at("generationPrompt").get<bool>();
    }
    if (request.contains("kwargs")) {
        for (const auto & [name, value] : request.at("kwargs").items()) {
            inputs.chat_template_kwargs[name] = value.dump();
        }
    }
    if (request.contains("jsonSchema")) {
        inputs.json_schema = request.at("jsonSchema").dump();
    }
    return inputs;
}

std::string write_rendered(const common_chat_params & applied) {
    common_json result = common_json::object();
    result["prompt"] = applied.prompt;
    result["grammar"] = applied.grammar;
    result["grammarIsLazy"] = applied.grammar_lazy;
    result["triggers"] = common_json::array();
    for (const common_grammar_trigger & trigger : applied.grammar_triggers) {
        result["triggers"].push_back({ { "type", trigger_name(trigger.type) }, { "value", trigger.value } });
    }
    result["generationPrompt"] = applied.generation_prompt;
    result["stops"] = applied.additional_stops;
    result["preserved"] = applied.preserved_tokens;
    result["thinking"] = applied.supports_thinking;
    result["thinkingStart"] = applied.thinking_start_tag;
    result["thinkingEnds"] = applied.thinking_end_tags;
    result["delimiters"] = applied.message_delimiters.to_json();
    result["format"] = static_cast<int>(applied.format);
    result["parser"] = applied.parser;
    return result.dump();
}

// Throws what the template throws, and over_limit.
void run_template(const std::shared_ptr<loaded_template> & loaded, size_t input_bytes, std::function<void()> work) {
    if (loaded->is_abandoned) {
        throw anechat::over_limit{ "it takes too long" };
    }
    if (!anechat::run_in_thread_or_abandon(anechat::limits_for(input_bytes), std::move(work))) {
        loaded->is_abandoned = true;
        throw anechat::over_limit{ "it takes too long" };
    }
}

} // namespace

struct anechat_template * anechat_template_new(const struct llama_model * model, const char * source) {
    return anechat::recoverable<anechat_template *>(nullptr, [&] {
        std::string text = source == nullptr ? "" : source;
        std::string for_tools;
        if (text.empty()) {
            const char * own = llama_model_chat_template(model, nullptr);
            const char * tools = llama_model_chat_template(model, "tool_use");
            text = own == nullptr ? "" : own;
            for_tools = tools == nullptr ? "" : tools;
        }
        auto              loaded = std::make_shared<loaded_template>();
        const std::string template_override = source == nullptr ? "" : source;
        run_template(loaded, text.size() + for_tools.size(), [=] {
            anechat::aborts_throw recovery;
            anechat::check_template_text(text);
            anechat::check_template_text(for_tools);
            loaded->templates = common_chat_templates_init(model, template_override);
        });
        return new anechat_template{ loaded };
    });
}

void anechat_template_free(struct anechat_template * tmpl) {
    delete tmpl;
}

char * anechat_template_apply(struct anechat_template * tmpl, const char * request) {
    return anechat::guarded<char *>(nullptr, [&] {
        const auto        loaded = tmpl->loaded;
        const auto        rendered = std::make_shared<std::string>();
        const std::string json = request;
        run_template(loaded, json.size(), [=] {
            anechat::aborts_throw recovery;
            const auto            inputs = read_request(common_json::parse(json));
            *rendered = write_rendered(common_chat_templates_apply(loaded->templates.get(), inputs));
        });
        return anechat::copy_string(*rendered);
    });
}

struct anechat_parser * anechat_parser_new(const char * spec) {
    return anechat::guarded<anechat_parser *>(nullptr, [&] {
        auto made = std::make_unique<anechat_parser>();
        anechat::run_in_thread(anechat::limits_for(std::strlen(spec)), [&] {
            anechat::aborts_throw recovery;
            const common_json     applied = common_json::parse(spec);
            auto &                params = made->params;
            params.format = static_cast<common_chat_format>(applied.at("format").get<int>());
            params.reasoning_format = COMMON_REASONING_FORMAT_AUTO;
            params.generation_prompt = applied.at("generationPrompt").get<std::string>();
            params.parse_tool_calls = applied.at("parseToolCalls").get<bool>();
            const std::string arena = applied.at("parser").get<std::string>();
            if (!arena.empty()) {
                params.parser.load(arena);
            }
        });
        return made.release();
    });
}

void anechat_parser_free(struct anechat_parser * parser) {
    delete parser;
}

char * anechat_parser_parse(struct anechat_parser * parser, const char * text, int32_t is_partial) {
    return anechat::guarded<char *>(nullptr, [&] {
        std::string parsed;
        // The parser recurses for each level of nested JSON, and a model may write any number of
        // levels.
        anechat::run_in_thread(anechat::limits_for(std::strlen(text)), [&] {
            anechat::aborts_throw recovery;
            const common_chat_msg message = common_chat_parse(text, is_partial != 0, parser->params);
            common_json           result = common_json::object();
            result["content"] = message.content;
            result["reasoning"] = message.reasoning_content;
            result["toolCalls"] = common_json::array();
            for (const common_chat_tool_call & call : message.tool_calls) {
                result["toolCalls"].push_back({ { "name", call.name }, { "arguments", call.arguments } });
            }
            parsed = result.dump();
        });
        return anechat::copy_string(parsed);
    });
}
