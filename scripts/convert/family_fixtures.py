"""Writes the expectations of tests/convert/families.test.ts: what transformers computes and what
llama.cpp's converter writes for the tiny models of tests/fixtures/convert. Only for development, not
for building or testing.

  python -m venv oracle && oracle/bin/pip install torch transformers safetensors sentencepiece "mlx[cpu]"
  bun scripts/convert/source-models.ts <models>
  oracle/bin/python scripts/convert/family_fixtures.py <models> build/llama.cpp-<tag> [name …]
"""

import base64
import hashlib
import json
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

models = Path(sys.argv[1]).resolve()
llama_cpp = Path(sys.argv[2]).resolve()
expected = Path(__file__).resolve().parents[2] / "tests/fixtures/convert/expected"
os.environ["HF_HUB_OFFLINE"] = "1"
sys.path[:0] = [str(llama_cpp), str(llama_cpp / "gguf-py")]

import gguf  # noqa: E402
import mlx.core as mx  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402
from conversion import ModelBase, get_model_class  # noqa: E402
from conversion.base import ModelType, TextModel, get_model_architecture  # noqa: E402
from safetensors.numpy import save_file  # noqa: E402
from safetensors.torch import load_file  # noqa: E402
from transformers import AutoModelForCausalLM, AutoModelForImageTextToText, Mxfp4Config  # noqa: E402

torch.set_num_threads(1)
mx.set_default_device(mx.cpu)
# llama.cpp doesn't know the hash of their tokenizer.
TextModel.get_vocab_base_pre = lambda self, tokenizer: "gpt-2"

FILE_TYPES = {
    "F32": gguf.LlamaFileType.ALL_F32,
    "F16": gguf.LlamaFileType.MOSTLY_F16,
    "BF16": gguf.LlamaFileType.MOSTLY_BF16,
}
# Longer arrays are written as a hash.
SHORT = 8


def convert(folder: Path, file_type: gguf.LlamaFileType, output: Path) -> None:
    """Converts as convert_hf_to_gguf.py does."""
    with torch.inference_mode():
        hparams = ModelBase.load_hparams(folder, False)
        model_class = get_model_class(get_model_architecture(hparams, ModelType.TEXT))
        model_class(folder, file_type, output).write()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def array_hash(kind: gguf.GGUFValueType, items: list) -> str:
    """Hashes strings as UTF-8 and 0xff, f32 as stored, other numbers in decimal with commas."""
    if kind == gguf.GGUFValueType.STRING:
        return sha256(b"".join(item.encode() + b"\xff" for item in items))
    if kind == gguf.GGUFValueType.FLOAT32:
        return sha256(np.array(items, dtype="<f4").tobytes())
    return sha256(",".join(str(int(item)) for item in items).encode())


KIND_NAMES = {
    "UINT8": "u8", "INT8": "i8", "UINT16": "u16", "INT16": "i16", "UINT32": "u32", "INT32": "i32", "FLOAT32": "f32",
    "BOOL": "bool", "STRING": "string", "UINT64": "u64", "INT64": "i64", "FLOAT64": "f64",
}  # fmt: skip


def describe(field: gguf.ReaderField):
    kind = field.types[0]
    value = field.contents()
    if kind != gguf.GGUFValueType.ARRAY:
        return {"type": KIND_NAMES[kind.name], "value": value}
    item_kind = field.types[-1]
    described = {"type": "array", "of": KIND_NAMES[item_kind.name], "length": len(value)}
    if len(value) <= SHORT:
        return described | {"items": value}
    return described | {"sha256": array_hash(item_kind, value)}


def metadata_of(reader: gguf.GGUFReader) -> dict:
    return {name: describe(field) for name, field in reader.fields.items() if not name.startswith("GGUF.")}


def upstream(folder: Path) -> dict:
    result = {"metadata": {}, "tensors": {}}
    with tempfile.TemporaryDirectory() as temporary:
        for name, file_type in FILE_TYPES.items():
            output = Path(temporary) / f"{name}.gguf"
            convert(folder, file_type, output)
            reader = gguf.GGUFReader(output)
            metadata = metadata_of(reader)
            metadata.pop("general.file_type")
            assert result["metadata"] in ({}, metadata), "metadata differ between types"
            result["metadata"] = metadata
            for tensor in reader.tensors:
                entry = result["tensors"].setdefault(tensor.name, {"shape": [int(size) for size in tensor.shape]})
                entry[name] = f"{tensor.tensor_type.name} {sha256(np.ascontiguousarray(tensor.data).tobytes())}"
            del reader
    return result


def dequantized(folder: Path, output: Path) -> Path:
    """A copy of an mlx or fp8 model as floats, with transformers' names; other models unchanged."""
    config = json.loads((folder / "config.json").read_text())
    settings = config.pop("quantization", None)
    method = config.pop("quantization_config", {}).get("quant_method")
    if settings is None and method != "fp8":
        return folder
    shutil.copytree(folder, output)
    (output / "config.json").write_text(json.dumps(config))
    plain = from_fp8(folder) if method == "fp8" else from_mlx(folder, settings)
    save_file(plain, output / "model.safetensors", metadata={"format": "pt"})
    return output


def from_fp8(folder: Path) -> dict[str, np.ndarray]:
    block = json.loads((folder / "config.json").read_text())["quantization_config"]["weight_block_size"]
    tensors = load_file(folder / "model.safetensors")
    plain = {}
    for name, tensor in tensors.items():
        if name.endswith("_scale_inv"):
            continue
        numbers = tensor.float()
        scales = tensors.get(f"{name}_scale_inv")
        if scales is not None:
            spread = scales.float().repeat_interleave(block[0], 0).repeat_interleave(block[1], 1)
            numbers = numbers * spread[: numbers.shape[0], : numbers.shape[1]]
        plain[name] = numbers.numpy()
    return plain


def from_mlx(folder: Path, settings: dict) -> dict[str, np.ndarray]:
    packed = mx.load(str(folder / "model.safetensors"))
    plain = {}
    for name, tensor in packed.items():
        module = name.removesuffix(".weight")
        if name.endswith((".scales", ".biases")):
            continue
        if f"{module}.scales" not in packed:
            plain[name] = np.array(tensor.astype(mx.float32))
            continue
        own = settings | settings.get(module, {})
        scales, biases = packed[f"{module}.scales"], packed.get(f"{module}.biases")
        if own["mode"] == "affine":
            scales, biases = scales.astype(mx.float32), biases.astype(mx.float32)
        numbers = mx.dequantize(
            tensor, scales, biases, own["group_size"], own["bits"], own["mode"], dtype=mx.float32
        )
        plain[name] = np.array(numbers)
    return as_transformers_names(plain)


def as_transformers_names(tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Reverses mlx-lm's sanitize."""
    result = {}
    for name, tensor in tensors.items():
        if ".switch_mlp." in name:
            for expert, matrix in enumerate(tensor):
                result[name.replace(".switch_mlp.", f".experts.{expert}.")] = np.ascontiguousarray(matrix)
        elif ".mlp.experts.gate_proj." in name:
            up = tensors[name.replace("gate_proj", "up_proj")]
            both = np.stack([tensor, up], axis=2).reshape(tensor.shape[0], -1, *tensor.shape[2:])
            front, _, kind = name.replace("gate_proj", "gate_up_proj").rpartition(".")
            result[front if kind == "weight" else f"{front}_bias"] = outputs_first(both)
        elif ".mlp.experts.down_proj." in name:
            front, _, kind = name.rpartition(".")
            result[front if kind == "weight" else f"{front}_bias"] = outputs_first(tensor)
        elif ".mlp.experts.up_proj." not in name:
            result[name] = tensor
    return result


def outputs_first(tensor: np.ndarray) -> np.ndarray:
    """Swaps the dimensions of experts: unquantized ones are [inputs, outputs] in gpt-oss."""
    return np.ascontiguousarray(tensor.swapaxes(1, 2)) if tensor.ndim == 3 else tensor


def load(folder: Path):
    options = {"dtype": torch.float32, "attn_implementation": "eager"}
    config = json.loads((folder / "config.json").read_text())
    if config.get("quantization_config", {}).get("quant_method") == "mxfp4":
        options["quantization_config"] = Mxfp4Config(dequantize=True)
    model_class = AutoModelForImageTextToText if "vision_config" in config else AutoModelForCausalLM
    return model_class.from_pretrained(folder, **options).float().eval()


def logits(folder: Path) -> list[str]:
    model = load(folder)
    result = []
    for prompt in json.loads((models / "prompts.json").read_text()):
        with torch.inference_mode():
            last = model(torch.tensor([prompt]), use_cache=False).logits[0, -1]
        result.append(base64.b64encode(last.numpy().astype("<f4").tobytes()).decode())
    return result


def main() -> None:
    names = sys.argv[3:] or sorted(path.name for path in models.iterdir() if path.is_dir())
    failed = []
    for name in names:
        try:
            with tempfile.TemporaryDirectory() as temporary:
                folder = dequantized(models / name, Path(temporary) / name)
                # Upstream can't read mlx's files.
                result = {"logits": logits(folder), **upstream(folder if name.endswith("-mlx") else models / name)}
        except Exception:
            traceback.print_exc()
            failed.append(name)
            continue
        (expected / f"{name}.json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
        print(name, "done", file=sys.stderr)
    print("failed:", failed, file=sys.stderr)


main()
