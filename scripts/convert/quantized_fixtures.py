"""Writes tests/fixtures/convert/quantized for tests/convert/mlx.test.ts and fp8.test.ts: small
matrices quantized by mlx and as eight-bit floats, and the numbers that mlx and torch read from them.
Only for development.

  python -m venv oracle && oracle/bin/pip install torch safetensors "mlx[cpu]"
  oracle/bin/python scripts/convert/quantized_fixtures.py
"""

import hashlib
import json
from pathlib import Path

import mlx.core as mx
import numpy as np
import torch
from safetensors.torch import save_file

folder = Path(__file__).resolve().parents[2] / "tests/fixtures/convert/quantized"
mx.set_default_device(mx.cpu)
random = np.random.default_rng(5)


def described(numbers: np.ndarray) -> dict:
    """A hash of all numbers, and the first number of each row for error messages."""
    numbers = np.ascontiguousarray(numbers, dtype="<f4")
    first = numbers.reshape(-1, numbers.shape[-1])[:, 0]
    return {"sha256": hashlib.sha256(numbers.tobytes()).hexdigest(), "first": [float(value) for value in first]}


def mlx_fixtures() -> None:
    tensors, settings, expected = {}, {}, {}

    def add(name: str, weight: np.ndarray, dtype: mx.Dtype, group_size: int, bits: int, mode: str) -> None:
        parts = mx.quantize(mx.array(weight).astype(dtype), group_size, bits, mode)
        tensors[f"{name}.weight"] = parts[0]
        tensors[f"{name}.scales"] = parts[1]
        floats = [part.astype(mx.float32) for part in parts[1:]] if mode == "affine" else [parts[1]]
        if mode == "affine":
            tensors[f"{name}.biases"] = parts[2]
        settings[name] = {"group_size": group_size, "bits": bits, "mode": mode}
        numbers = mx.dequantize(
            parts[0], *floats, group_size=group_size, bits=bits, mode=mode, dtype=mx.float32
        )
        expected[name] = described(np.array(numbers))

    for bits in (2, 3, 4, 5, 6, 8):
        for group_size in (32, 64, 128):
            for dtype in ("float16", "bfloat16"):
                weight = random.normal(0, 0.05, (3, 128)).astype(np.float32)
                # One row of positive numbers.
                weight[1] = np.abs(weight[1]) + 0.01
                add(f"affine.{bits}.{group_size}.{dtype}", weight, getattr(mx, dtype), group_size, bits, "affine")
    # For zeros mlx chooses a scale of 1e-7, which F16 rounds.
    add("zeros", np.zeros((2, 64)), mx.bfloat16, 64, 4, "affine")
    add("mxfp4", random.normal(0, 0.05, (3, 96)), mx.bfloat16, 32, 4, "mxfp4")
    mx.save_safetensors(str(folder / "mlx.safetensors"), tensors)
    write("mlx.json", {"settings": settings, "numbers": expected})


def fp8_fixtures() -> None:
    tensors, expected = {}, {}

    def add(name: str, shape: tuple, scales: torch.Tensor, suffix: str, factors: torch.Tensor) -> None:
        codes = torch.from_numpy(random.normal(0, 60, shape).astype(np.float32)).to(torch.float8_e4m3fn)
        tensors[f"{name}.weight"] = codes
        tensors[f"{name}.{suffix}"] = scales
        expected[name] = described((codes.float() * factors).numpy())

    def scales_of(*shape: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
        return torch.from_numpy(random.uniform(0.0005, 0.002, shape).astype(np.float32)).to(dtype)

    def spread(scales: torch.Tensor, rows: int, columns: int) -> torch.Tensor:
        both = scales.float().repeat_interleave(16, -2).repeat_interleave(16, -1)
        return both[..., :rows, :columns]

    whole, edges, stacked = scales_of(2, 3), scales_of(3, 2, dtype=torch.bfloat16), scales_of(2, 2, 2)
    add("blocks", (32, 48), whole, "weight_scale_inv", spread(whole, 32, 48))
    add("edges", (40, 24), edges, "weight_scale_inv", spread(edges, 40, 24))
    add("stacked", (2, 20, 32), stacked, "weight_scale_inv", spread(stacked, 20, 32))
    rows, one = scales_of(20, 1, dtype=torch.bfloat16), scales_of()
    add("rows", (20, 48), rows, "weight_scale", rows.float())
    add("one", (5, 48), one, "weight_scale", one)
    # All codes but the two NaN.
    codes = torch.tensor([code for code in range(256) if code & 0x7F != 0x7F], dtype=torch.uint8).reshape(2, 127)
    tensors["all.weight"] = codes.view(torch.float8_e4m3fn)
    tensors["all.weight_scale"] = torch.ones(1)
    expected["all"] = described(tensors["all.weight"].float().numpy())
    save_file(tensors, folder / "fp8.safetensors")
    write("fp8.json", {"weight_block_size": [16, 16], "numbers": expected})


def write(name: str, content: dict) -> None:
    (folder / name).write_text(json.dumps(content, indent=2) + "\n")


mlx_fixtures()
fp8_fixtures()
