// llama.cpp's chat library: Jinja templates, and the parser that tells reasoning from answer.
#include "anechat.h"
#include "chat.h"
#include "guard.h"
#include "json-schema-to-grammar.h"
#include "json.h"

struct anechat_template {
    common_chat_templates_ptr templates;
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

} // namespace

struct anechat_template * anechat_template_new(const struct llama_model * model, const char * source) {
    return anechat::guarded<anechat_template *>(nullptr, [&] {
        auto templates = common_chat_templates_init(model, source == nullptr ? "" : source);
        return new anechat_template{ std::move(templates) };
    });
}

void anechat_template_free(struct anechat_template * tmpl) {
    delete tmpl;
}

char * anechat_template_apply(struct anechat_template * tmpl, const char * request) {
    return anechat::guarded<char *>(nullptr, [&] {
        const common_json            wanted = common_json::parse(request);
        common_chat_templates_inputs inputs;
        inputs.messages = common_chat_msgs_parse_oaicompat(wanted.at("messages"));
        inputs.reasoning_format = COMMON_REASONING_FORMAT_AUTO;
        inputs.tool_choice = COMMON_CHAT_TOOL_CHOICE_NONE;
        if (wanted.contains("tools")) {
            inputs.tools = common_chat_tools_parse_oaicompat(wanted.at("tools"));
            inputs.tool_choice = common_chat_tool_choice_parse_oaicompat(wanted.at("toolChoice").get<std::string>());
            inputs.parallel_tool_calls = wanted.at("parallelToolCalls").get<bool>();
        }
        if (wanted.contains("thinking")) {
            inputs.enable_thinking = wanted.at("thinking").get<bool>();
        }
        if (wanted.contains("continueLast")) {
            inputs.continue_final_message = COMMON_CHAT_CONTINUATION_AUTO;
        }
        if (wanted.contains("jsonSchema")) {
            inputs.json_schema = wanted.at("jsonSchema").dump();
        }
        const common_chat_params applied = common_chat_templates_apply(tmpl->templates.get(), inputs);

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
        result["format"] = static_cast<int>(applied.format);
        result["parser"] = applied.parser;
        return anechat::copy_string(result.dump());
    });
}

struct anechat_parser * anechat_parser_new(const char * spec) {
    return anechat::guarded<anechat_parser *>(nullptr, [&] {
        const common_json         applied = common_json::parse(spec);
        common_chat_parser_params params;
        params.format = static_cast<common_chat_format>(applied.at("format").get<int>());
        params.reasoning_format = COMMON_REASONING_FORMAT_AUTO;
        params.generation_prompt = applied.at("generationPrompt").get<std::string>();
        params.parse_tool_calls = applied.at("parseToolCalls").get<bool>();
        const std::string arena = applied.at("parser").get<std::string>();
        if (!arena.empty()) {
            params.parser.load(arena);
        }
        return new anechat_parser{ std::move(params) };
    });
}

void anechat_parser_free(struct anechat_parser * parser) {
    delete parser;
}

char * anechat_parser_parse(struct anechat_parser * parser, const char * text, int32_t is_partial) {
    return anechat::guarded<char *>(nullptr, [&] {
        const common_chat_msg message = common_chat_parse(text, is_partial != 0, parser->params);
        common_json           result = common_json::object();
        result["content"] = message.content;
        result["reasoning"] = message.reasoning_content;
        result["toolCalls"] = common_json::array();
        for (const common_chat_tool_call & call : message.tool_calls) {
            result["toolCalls"].push_back({ { "name", call.name }, { "arguments", call.arguments } });
        }
        return anechat::copy_string(result.dump());
    });
}

char * anechat_schema_to_grammar(const char * schema) {
    return anechat::guarded<char *>(nullptr, [&] {
        return anechat::copy_string(json_schema_to_grammar(common_json::parse(schema)));
    });
}
