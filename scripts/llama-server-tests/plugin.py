"""A pytest plugin that fits llama.cpp's server tests to anechat, without changing them.

- Tests that the list of LLAMA_TESTS_LIST names are skipped with their reason.
- A test whose server needs what anechat lacks (exit code 78 of shim.ts) is skipped, too.
- llama-server's flags of sampling are defaults of its requests. They are put into the requests.
- llama-server's `system_fingerprint` begins with "b", the word for its builds. So does ours, in tests.
- The outcome of each test is written to LLAMA_TESTS_RESULTS, one JSON object a line.
"""

import json
import os

import openai.types.chat
import pytest
import utils

NOT_APPLICABLE = 78

# llama-server's own defaults, which anechat's OpenAI API doesn't have.
SAMPLERS = {"top_k": 40, "top_p": 0.95, "min_p": 0.05}
LIMITS = ("n_predict", "max_tokens", "max_completion_tokens", "max_output_tokens")
GENERATING = ("/completion", "/completions", "/infill", "/responses", "/messages")

current = None  # the ServerProcess that started last


def with_defaults(path, body):
    """The body with the server's defaults, where it has no values of its own."""
    if not isinstance(body, dict) or current is None or not path.split("?")[0].endswith(GENERATING):
        return body
    own = {"temperature": current.temperature, "seed": current.seed, **SAMPLERS}
    limit = current.n_predict
    if limit and limit > 0 and not any(name in body for name in LIMITS):
        own["max_output_tokens" if path.endswith("/responses") else "max_tokens"] = limit
    return {**own, **with_reasoning(body)}


def with_reasoning(body):
    if current.reasoning != "off" or "chat_template_kwargs" in body:
        return body
    return {**body, "chat_template_kwargs": {"enable_thinking": False}}


def with_fingerprint(body):
    if isinstance(body, dict) and isinstance(body.get("system_fingerprint"), str):
        return {**body, "system_fingerprint": "b-" + body["system_fingerprint"]}
    return body


def patch_responses():
    request = utils.ServerProcess.make_request
    stream = utils.ServerProcess.make_stream_request

    def requested(self, *args, **kwargs):
        response = request(self, *args, **kwargs)
        response.body = with_fingerprint(response.body)
        return response

    def streamed(self, *args, **kwargs):
        return map(with_fingerprint, stream(self, *args, **kwargs))

    utils.ServerProcess.make_request = requested
    utils.ServerProcess.make_stream_request = streamed
    for answer in (openai.types.Completion, openai.types.chat.ChatCompletion, openai.types.chat.ChatCompletionChunk):
        patch_fingerprint(answer)


def patch_fingerprint(answer):
    get = answer.__getattribute__

    def got(self, name):
        value = get(self, name)
        return f"b-{value}" if name == "system_fingerprint" and value is not None else value

    answer.__getattribute__ = got


def patch_requests():
    for name in ("make_request", "make_stream_request"):
        original = getattr(utils.ServerProcess, name)

        def patched(self, method, path, data=None, *args, _original=original, **kwargs):
            if path.endswith("/apply-template"):
                data = with_reasoning(data)
            return _original(self, method, path, with_defaults(path, data), *args, **kwargs)

        setattr(utils.ServerProcess, name, patched)

    prepare = openai.OpenAI._prepare_options

    def prepared(self, options):
        options = prepare(self, options)
        options.json_data = with_defaults(options.url, options.json_data)
        return options

    openai.OpenAI._prepare_options = prepared


def patch_start():
    start = utils.ServerProcess.start

    def started(self, *args, **kwargs):
        global current
        current = self
        try:
            return start(self, *args, **kwargs)
        except RuntimeError as error:
            if str(error).endswith(f"return code {NOT_APPLICABLE}"):
                with open(os.environ["LLAMA_TESTS_REASON"]) as reason:
                    pytest.skip(reason.read())
            raise

    utils.ServerProcess.start = started
    # It would start every model's server before the first test, to download the models.
    utils.ServerPreset.load_all = staticmethod(lambda: None)


def pytest_configure(config):
    patch_responses()
    patch_requests()
    patch_start()


def pytest_collection_modifyitems(config, items):
    with open(os.environ["LLAMA_TESTS_LIST"]) as file:
        listed = json.load(file)
    for item in items:
        name = item.nodeid.removeprefix("unit/")
        for key in (name, name.split("[")[0], name.split("::")[0]):
            if key in listed:
                item.add_marker(pytest.mark.skip(reason=listed[key]))
                item.user_properties.append(("listed", key))
                break


def pytest_runtest_logreport(report):
    # A test has a report of its set-up, of its call, and of its end: failures of all count.
    if report.when != "call" and report.outcome == "passed":
        return
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    line = {
        "id": report.nodeid.removeprefix("unit/"),
        "outcome": report.outcome,
        "reason": reason.removeprefix("Skipped: "),
        "listed": dict(report.user_properties).get("listed"),
    }
    with open(os.environ["LLAMA_TESTS_RESULTS"], "a") as results:
        results.write(json.dumps(line) + "\n")
