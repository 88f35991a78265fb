"""Writes the fixtures of tests/convert/tokenizer: tiny tokenizers of each kind, and what llama.cpp's
converter writes for each (expected.json).

Only for development; the fixtures are committed. Run it in an environment with transformers,
tokenizers, sentencepiece, torch and numpy:

    python scripts/convert/tokenizer_fixtures.py LLAMA_CPP tests/fixtures/convert/tokenizers

LLAMA_CPP is llama.cpp's source folder, such as build/llama.cpp-<version>.
"""

import ast
import json
import os
import re
import shutil
import sys
from hashlib import sha256
from pathlib import Path

llama_cpp = Path(sys.argv[1]).resolve()
output = Path(sys.argv[2]).resolve()
sys.path[:0] = [str(llama_cpp), str(llama_cpp / "gguf-py")]

import gguf  # noqa: E402
import sentencepiece  # noqa: E402
from conversion.gemma import Gemma2Model  # noqa: E402
from conversion.gpt2 import GPT2Model  # noqa: E402
from conversion.llama import LlamaModel  # noqa: E402
from conversion.phi import Phi3MiniModel  # noqa: E402
from conversion.qwen import Qwen2Model  # noqa: E402
from tokenizers import (  # noqa: E402
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

# The text in get_vocab_base_pre.
CHECK_TEXT = ast.literal_eval(
    re.search(r"^ +chktxt = ('.*')$", (llama_cpp / "conversion/base.py").read_text(encoding="utf-8"), re.M)[1]
)

CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
REST = r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = rf"{CONTRACTIONS}|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}|{REST}"
LLAMA3 = rf"{CONTRACTIONS}|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}{{1,3}}|{REST}"

TEXT = """The tokenizer reads the text, and the text reads the tokenizer; the other way around is rarer.
In 1999 there were 366 days too few. I've said that we'll see, and they're sure it isn't so.
Größe und Straße: über den Dächern. Ça va, où est l'élève? Привет, мир! 你好，世界。 🦙🚀
def merge(left, right):
    return left + right  # the left and the right
the the the and and and to to of of in in is is that that it it for for with with
"""

CHAT = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"


def save(folder, name, value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    (folder / name).write_text(text, encoding="utf-8")


def byte_level(regex, vocab_size=300):
    tokenizer = Tokenizer(models.BPE())
    bytes_only = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=regex is None)
    tokenizer.pre_tokenizer = (
        bytes_only
        if regex is None
        else pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(regex), "isolated"), bytes_only])
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(TEXT.split("\n"), trainer)
    return tokenizer


def parsed(tokenizer):
    return json.loads(tokenizer.to_str())


def qwen2(folder):
    """Merges as pairs, added tokens of all kinds, padding."""
    tokenizer = byte_level(QWEN2)
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.add_special_tokens(["<|endoftext|>", "<|im_start|>", "<|im_end|>"])
    tokenizer.add_tokens(
        [
            AddedToken("<tool_call>", normalized=False),
            AddedToken("</tool_call>", normalized=False),
            AddedToken("<|fim_prefix|>", normalized=False),
            AddedToken("▁pad▁", normalized=True),
            AddedToken("Ġraw", normalized=False),
            AddedToken("<é>", normalized=False),
        ]
    )
    save(folder, "tokenizer.json", parsed(tokenizer))
    decoder = {
        str(each["id"]): {key: each[key] for key in ("content", "lstrip", "normalized", "rstrip", "single_word", "special")}
        for each in parsed(tokenizer)["added_tokens"]
    }
    save(
        folder,
        "tokenizer_config.json",
        {
            "add_bos_token": False,
            "add_prefix_space": False,
            "added_tokens_decoder": decoder,
            "additional_special_tokens": ["<|im_start|>", "<|im_end|>"],
            "bos_token": None,
            "eos_token": "<|im_end|>",
            "pad_token": "<|endoftext|>",
            "unk_token": None,
            "chat_template": CHAT,
            "tokenizer_class": "Qwen2Tokenizer",
        },
    )
    bos = tokenizer.token_to_id("<|endoftext|>")
    eos = tokenizer.token_to_id("<|im_end|>")
    save(folder, "config.json", {"model_type": "qwen2", "bos_token_id": bos, "eos_token_id": eos, "vocab_size": 320})
    save(folder, "generation_config.json", {"eos_token_id": [eos, bos], "bos_token_id": bos})
    return Qwen2Model, "qwen2", "qwen2"


def llama3(folder):
    """Merges as lines, a template that adds bos, several chat templates, no padding."""
    tokenizer = byte_level(LLAMA3)
    tokenizer.add_special_tokens(["<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>", "<|reserved_special_token_0|>"])
    bos = tokenizer.token_to_id("<|begin_of_text|>")
    tokenizer.post_processor = processors.Sequence(
        [
            processors.ByteLevel(trim_offsets=False),
            processors.TemplateProcessing(
                single="<|begin_of_text|> $A",
                pair="<|begin_of_text|> $A <|begin_of_text|>:1 $B:1",
                special_tokens=[("<|begin_of_text|>", bos)],
            ),
        ]
    )
    file = parsed(tokenizer)
    file["model"]["ignore_merges"] = True
    file["model"]["merges"] = [" ".join(pair) for pair in file["model"]["merges"]]
    save(folder, "tokenizer.json", file)
    save(
        folder,
        "tokenizer_config.json",
        {
            "bos_token": "<|begin_of_text|>",
            "eos_token": {"content": "<|eot_id|>", "__type": "AddedToken"},
            "chat_template": [
                {"name": "default", "template": CHAT},
                {"name": "tool-use", "template": "{{ tools }}" + CHAT},
                {"name": "rag", "template": "{{ documents }}" + CHAT},
            ],
            "tokenizer_class": "PreTrainedTokenizerFast",
        },
    )
    ends = [tokenizer.token_to_id("<|end_of_text|>"), tokenizer.token_to_id("<|eot_id|>")]
    save(
        folder,
        "config.json",
        {"model_type": "llama", "bos_token_id": bos, "eos_token_id": ends, "vocab_size": tokenizer.get_vocab_size()},
    )
    return LlamaModel, "llama", "llama-bpe"


def template_eos(folder):
    """A template with a separator, and another end than the configuration's eos; no other ids."""
    tokenizer = byte_level(None, 280)
    tokenizer.add_special_tokens(["<s>", "</s>", "<eot>", "<sep>"])
    ids = {text: tokenizer.token_to_id(text) for text in ("<s>", "</s>", "<sep>")}
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> $B </s>", special_tokens=list(ids.items())
    )
    save(folder, "tokenizer.json", parsed(tokenizer))
    save(
        folder,
        "tokenizer_config.json",
        {"bos_token": "<s>", "eos_token": "<eot>", "sep_token": "<sep>", "mask_token": "<sep>", "unk_token": "<s>"},
    )
    save(folder, "config.json", {"model_type": "gpt2", "vocab_size": 284})
    save(folder, "chat_template.jinja", CHAT)
    return GPT2Model, "gpt2", "gpt-2"


def gpt2(folder):
    """vocab.json and merges.txt alone."""
    tokenizer = byte_level(None, 290)
    file = parsed(tokenizer)
    vocab = file["model"]["vocab"] | {"<|endoftext|>": 290}
    save(folder, "vocab.json", vocab)
    lines = ["#version: 0.2", *(" ".join(pair) for pair in file["model"]["merges"])]
    save(folder, "merges.txt", "\n".join(lines) + "\n")
    save(folder, "tokenizer_config.json", {"model_max_length": 1024, "tokenizer_class": "GPT2Tokenizer"})
    save(
        folder,
        "config.json",
        {"model_type": "gpt2", "bos_token_id": 290, "eos_token_id": 290, "vocab_size": 291},
    )
    return GPT2Model, "gpt2", "gpt-2"


def sentencepiece_model(folder, **options):
    text = folder / "corpus.txt"
    text.write_text(TEXT, encoding="utf-8")
    # SentencePiece writes these file names into the model.
    os.chdir(folder)
    sentencepiece.SentencePieceTrainer.train(
        input="corpus.txt",
        model_prefix="tokenizer",
        model_type="bpe",
        byte_fallback=True,
        character_coverage=0.98,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        minloglevel=2,
        num_threads=1,
        **options,
    )
    text.unlink()
    (folder / "tokenizer.vocab").unlink()


def spm_json(folder, added, prefix=True):
    """tokenizer.json from tokenizer.model as in transformers: merges by their results' scores."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    pieces = [processor.id_to_piece(id) for id in range(processor.vocab_size())]
    vocab = {piece: id for id, piece in enumerate(pieces)}
    merges = []
    for id, piece in enumerate(pieces):
        if processor.is_byte(id) or processor.is_control(id) or processor.is_unknown(id):
            continue
        found = [(piece[:at], piece[at:]) for at in range(1, len(piece)) if piece[:at] in vocab and piece[at:] in vocab]
        found.sort(key=lambda pair: (vocab[pair[0]], vocab[pair[1]]))
        merges += [(processor.get_score(id), pair) for pair in found]
    merges.sort(key=lambda each: -each[0])
    tokenizer = Tokenizer(
        models.BPE(vocab, [pair for _, pair in merges], unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    )
    spaces = normalizers.Replace(" ", "▁")
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), spaces]) if prefix else spaces
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    tokenizer.add_special_tokens(["<unk>", "<s>", "</s>"])
    tokenizer.add_tokens(added)
    return tokenizer


def llama2(folder):
    """tokenizer.model with added_tokens.json and added_tokens_decoder, padding."""
    sentencepiece_model(folder, vocab_size=330)
    save(folder, "added_tokens.json", {"<pad>": 330, "▁▁x": 331})
    save(
        folder,
        "tokenizer_config.json",
        {
            "add_bos_token": True,
            "add_eos_token": False,
            "added_tokens_decoder": {
                str(id): {"content": text, "special": special}
                for id, text, special in [
                    (0, "<unk>", True),
                    (1, "<s>", True),
                    (2, "</s>", True),
                    (332, "<|im_start|>", False),
                    (333, "▁<tool>▁", False),
                ]
            },
            "bos_token": "<s>",
            "eos_token": "</s>",
            "unk_token": "<unk>",
            "tokenizer_class": "LlamaTokenizer",
        },
    )
    save(
        folder,
        "config.json",
        {"model_type": "llama", "bos_token_id": 1, "eos_token_id": 2, "unk_token_id": 0, "vocab_size": 336},
    )
    save(folder, "chat_template.json", {"chat_template": CHAT})
    return LlamaModel, "llama", None


def mistral_json(folder):
    """Only a SentencePiece tokenizer.json; original.model keeps the scores for the test."""
    sentencepiece_model(folder, vocab_size=360)
    tokenizer = spm_json(folder, [AddedToken("<tool>", normalized=False)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A", pair="<s> $A <s> $B", special_tokens=[("<s>", 1)]
    )
    save(folder, "tokenizer.json", parsed(tokenizer))
    save(
        folder,
        "tokenizer_config.json",
        {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "tokenizer_class": "PreTrainedTokenizerFast"},
    )
    save(folder, "config.json", {"model_type": "mistral", "vocab_size": 361})
    (folder / "tokenizer.model").rename(folder / "original.model")
    return LlamaModel, "llama", None


def gemma2(folder):
    """No space before a text; pieces of every type, tokens for turns."""
    sentencepiece_model(
        folder,
        vocab_size=330,
        add_dummy_prefix=False,
        control_symbols=["<start_of_turn>", "<end_of_turn>"],
        user_defined_symbols=["\t\t", "<table>"],
        pad_id=0,
        eos_id=1,
        bos_id=2,
        unk_id=3,
    )
    save(
        folder,
        "tokenizer_config.json",
        {
            "added_tokens_decoder": {
                str(id): {"content": text, "special": special}
                for id, text, special in [
                    (0, "<pad>", True),
                    (1, "</s>", True),
                    (2, "<s>", True),
                    (3, "<unk>", True),
                    (4, "<start_of_turn>", True),
                    (5, "<end_of_turn>", False),
                    (6, "\t\t", False),
                    (7, "<table>", False),
                ]
            },
            "bos_token": "<s>",
            "eos_token": "</s>",
            "pad_token": "<pad>",
            "add_bos_token": True,
        },
    )
    save(
        folder,
        "config.json",
        {"model_type": "gemma2", "bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0, "vocab_size": 330},
    )
    save(folder, "generation_config.json", {"eos_token_id": [1, 5]})
    save(folder, "chat_template.jinja", CHAT)
    return Gemma2Model, "gemma2", None


def phi3(folder):
    """tokenizer.json's added tokens override all others; only flags decide the type."""
    sentencepiece_model(folder, vocab_size=330)
    tokenizer = spm_json(folder, [AddedToken("<|assistant|>", normalized=False), AddedToken("▁end", normalized=False)])
    save(folder, "tokenizer.json", parsed(tokenizer))
    save(
        folder,
        "tokenizer_config.json",
        {
            "added_tokens_decoder": {"2": {"content": "</s>", "special": False}, "330": {"content": "<|other|>"}},
            "bos_token": "<s>",
            "eos_token": "<|assistant|>",
            "pad_token": "</s>",
            "tokenizer_class": "LlamaTokenizer",
        },
    )
    save(folder, "config.json", {"model_type": "phi3", "vocab_size": 336})
    return Phi3MiniModel, "phi3", None


def expected(folder, model_class, arch, pre):
    """Writes upstream's tokenizer entries and hash. `pre` replaces a lookup of the unknown hash."""
    model = object.__new__(model_class)
    model.dir_model = folder
    model.hparams = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    model.gguf_writer = gguf.GGUFWriter(None, arch)
    model.origin_hf_arch = None
    hashes = []

    def get_vocab_base_pre(tokenizer):
        hashes.append(sha256(str(tokenizer.encode(CHECK_TEXT)).encode()).hexdigest())
        return pre

    model.get_vocab_base_pre = get_vocab_base_pre
    model.set_vocab()
    entries = {}
    for key, entry in model.gguf_writer.kv_data[0].items():
        if not key.startswith("tokenizer."):
            continue
        value = entry.value
        if isinstance(value, (list, tuple)):
            value = [each.decode("utf-8") if isinstance(each, (bytes, bytearray)) else each for each in value]
        entries[key] = value
    # Upstream writes a set in random order.
    if "tokenizer.chat_templates" in entries:
        entries["tokenizer.chat_templates"].sort()
    save(folder, "expected.json", {"arch": arch, "hash": next(iter(hashes), None), "entries": entries})


for make in (qwen2, llama3, template_eos, gpt2, llama2, mistral_json, gemma2, phi3):
    folder = output / make.__name__
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    expected(folder, *make(folder))
    print(make.__name__, sum(file.stat().st_size for file in folder.iterdir()))
