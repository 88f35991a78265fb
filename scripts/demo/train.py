"""Trains the demo model: a llama of a few million parameters, on the text of generate.ts.

    python scripts/demo/train.py [--hours 5] [--threads 2]

Reads build/demo/ (written by prepare.ts) and writes build/demo/weights.bin and weights.json for
export.ts: the tensors under llama.cpp's names as little-endian floats. Needs PyTorch, at
development time only. Five hours on two laptop cores are enough; it uses a GPU if there is one.
"""

import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

FOLDER = Path(__file__).resolve().parents[2] / "build" / "demo"

WIDTH, LAYERS, HEADS, FEED_FORWARD = 256, 4, 4, 640
ROPE_BASE, EPSILON = 10_000.0, 1e-5
LONGEST = 512  # tokens; longer conversations are left out


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attn_norm, self.ffn_norm = nn.RMSNorm(WIDTH, EPSILON), nn.RMSNorm(WIDTH, EPSILON)
        self.attn_qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.attn_output = nn.Linear(WIDTH, WIDTH, bias=False)
        self.ffn_gate_up = nn.Linear(WIDTH, 2 * FEED_FORWARD, bias=False)
        self.ffn_down = nn.Linear(FEED_FORWARD, WIDTH, bias=False)

    def forward(self, x, cosine, sine):
        batch, length, _ = x.shape
        query, key, value = (
            part.view(batch, length, HEADS, -1).transpose(1, 2)
            for part in self.attn_qkv(self.attn_norm(x)).split(WIDTH, dim=2)
        )
        query, key = rotate(query, cosine, sine), rotate(key, cosine, sine)
        attention = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        x = x + self.attn_output(attention.transpose(1, 2).reshape(batch, length, WIDTH))
        gate, up = self.ffn_gate_up(self.ffn_norm(x)).split(FEED_FORWARD, dim=2)
        return x + self.ffn_down(F.silu(gate) * up)


def rotate(x, cosine, sine):
    """Rotary position embedding on neighbouring pairs, as llama.cpp has it for llama (LLAMA_ROPE_TYPE_NORM)."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), dim=-1).flatten(-2)


class Llama(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.token_embd = nn.Embedding(vocabulary, WIDTH)  # also the output matrix
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.output_norm = nn.RMSNorm(WIDTH, EPSILON)
        frequencies = ROPE_BASE ** (-torch.arange(0, WIDTH // HEADS, 2) / (WIDTH // HEADS))
        angles = torch.arange(LONGEST)[:, None] * frequencies[None, :]
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                deviation = 0.02 if name.startswith("token_embd") else 0.7 / math.sqrt(weight.shape[1])
                nn.init.normal_(weight, std=deviation)
            if name.endswith(("attn_output.weight", "ffn_down.weight")):
                nn.init.zeros_(weight)

    def forward(self, tokens, targets, weights=None):
        """The weighted mean of the loss over all targets but -100."""
        length = tokens.shape[1]
        x = self.token_embd(tokens)
        for layer in self.layers:
            x = layer(x, self.cosine[:length], self.sine[:length])
        # Logits only where there are targets: the output matrix is a fifth of the work.
        taken = targets != -100
        logits = F.linear(self.output_norm(x[taken]), self.token_embd.weight)
        if weights is None:
            return F.cross_entropy(logits, targets[taken])
        weights = weights[taken]
        return (F.cross_entropy(logits, targets[taken], reduction="none") * weights).sum() / weights.sum()


class Muon(torch.optim.Optimizer):
    """Momentum with orthogonalized updates, for matrices. Keller Jordan, 2024: https://kellerjordan.github.io/posts/muon/"""

    def __init__(self, parameters, rate, momentum=0.95, decay=0.01):
        super().__init__(parameters, {"lr": rate, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                average = self.state[weight].setdefault("average", torch.zeros_like(weight))
                average.lerp_(weight.grad, 1 - group["momentum"])
                update = weight.grad.lerp(average, group["momentum"])
                rows, columns = weight.shape
                weight.mul_(1 - group["lr"] * group["decay"])
                weight.add_(orthogonal(update), alpha=-group["lr"] * max(1, rows / columns) ** 0.5)


def orthogonal(matrix, steps=5):
    """Newton-Schulz iteration towards the nearest orthogonal matrix."""
    x = matrix if matrix.shape[0] <= matrix.shape[1] else matrix.T
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        square = x @ x.T
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x if matrix.shape[0] <= matrix.shape[1] else x.T


def read_conversations(name):
    lengths = np.fromfile(FOLDER / f"{name}.lengths", np.uint32).astype(np.int64)
    tokens = np.fromfile(FOLDER / f"{name}.bin", np.uint16)
    return tokens, np.concatenate(([0], np.cumsum(lengths)))


def make_batch(tokens, starts, chosen, special):
    """Inputs, targets and weights, padded to the longest.

    Targets are the assistant's words and the end of its answers. An answer weighs as much as the
    square root of its length, so that long answers outweigh neither answers of one word nor the
    few words that are hard to learn.
    """
    longest = max(starts[i + 1] - starts[i] for i in chosen)
    rows = np.full((len(chosen), longest), special["<|end|>"], np.int64)
    weights = np.zeros(rows.shape, np.float32)
    for row, index in enumerate(chosen):
        ids = tokens[starts[index] : starts[index + 1]]
        rows[row, : len(ids)] = ids
        begin = None
        for position, token in enumerate(ids):
            if token == special["<|assistant|>"]:
                begin = position + 1
            elif token == special["<|end|>"] and begin is not None:
                weights[row, begin : position + 1] = (position + 1 - begin) ** -0.5
                begin = None
    targets = np.where(weights > 0, rows, -100)
    return tuple(torch.from_numpy(part.copy()) for part in (rows[:, :-1], targets[:, 1:], weights[:, 1:]))


def batches(starts, tokens_per_batch, random):
    """Batches of similarly long conversations, for little padding; in random order."""
    lengths = np.diff(starts)
    order = random.permutation(np.flatnonzero(lengths <= LONGEST))
    for begin in range(0, len(order), 8192):
        pool = order[begin : begin + 8192]
        pool = pool[np.argsort(lengths[pool], kind="stable")]
        groups, group = [], []
        for index in pool:
            if group and (len(group) + 1) * lengths[index] > tokens_per_batch:
                groups.append(group)
                group = []
            group.append(index)
        groups.append(group)
        for chosen in random.permutation(len(groups)):
            yield groups[chosen]


def export(model, loss):
    """Writes the tensors under llama.cpp's names, with the fused matrices split."""
    tensors = {"token_embd.weight": model.token_embd.weight, "output_norm.weight": model.output_norm.weight}
    for number, layer in enumerate(model.layers):
        prefix = f"blk.{number}."
        query, key, value = layer.attn_qkv.weight.split(WIDTH)
        gate, up = layer.ffn_gate_up.weight.split(FEED_FORWARD)
        parts = {
            "attn_norm": layer.attn_norm.weight, "attn_q": query, "attn_k": key, "attn_v": value,
            "attn_output": layer.attn_output.weight, "ffn_norm": layer.ffn_norm.weight,
            "ffn_gate": gate, "ffn_up": up, "ffn_down": layer.ffn_down.weight,
        }
        tensors |= {f"{prefix}{name}.weight": weight for name, weight in parts.items()}
    description = {
        "width": WIDTH, "layers": LAYERS, "heads": HEADS, "feedForward": FEED_FORWARD, "ropeBase": ROPE_BASE,
        "epsilon": EPSILON, "loss": loss,
        "tensors": [{"name": name, "shape": list(weight.shape)} for name, weight in tensors.items()],
    }
    with open(FOLDER / "weights.bin.part", "wb") as file:
        for weight in tensors.values():
            file.write(weight.detach().cpu().float().numpy().astype("<f4").tobytes())
    (FOLDER / "weights.bin.part").replace(FOLDER / "weights.bin")
    (FOLDER / "weights.json").write_text(json.dumps(description, indent=1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hours", type=float, default=5)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--batch", type=int, default=4096, help="tokens")
    parser.add_argument("--rate", type=float, default=0.012, help="Muon's; Adam's is a tenth")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="continue from the last checkpoint's weights")
    parser.add_argument("--average", nargs="+", help="export the mean of these checkpoints instead of training")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    vocabulary = json.loads((FOLDER / "tokenizer.json").read_text())["tokens"]
    special = {token: vocabulary.index(token) for token in ("<|end|>", "<|assistant|>")}
    tokens, starts = read_conversations("train")
    held_tokens, held_starts = read_conversations("heldout")
    held = [make_batch(held_tokens, held_starts, list(range(i, i + 50)), special) for i in range(0, 1000, 50)]

    model = Llama(len(vocabulary)).to(device)
    checkpoint = FOLDER / "checkpoint.pt"
    if options.resume:
        model.load_state_dict(torch.load(checkpoint))
    if options.average:
        states = [torch.load(path) for path in options.average]
        model.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    matrices = [weight for layer in model.layers for weight in layer.parameters() if weight.dim() == 2]
    others = [weight for weight in model.parameters() if all(weight is not matrix for matrix in matrices)]
    optimizers = [
        Muon(matrices, options.rate),
        torch.optim.AdamW(others, lr=options.rate / 10, betas=(0.9, 0.95), weight_decay=0.0),
    ]
    rates = [group["lr"] for optimizer in optimizers for group in optimizer.param_groups]
    print(f"{sum(weight.numel() for weight in model.parameters()):,} parameters on {device}", flush=True)

    random = np.random.default_rng(options.seed)
    began, seen, step, recent = time.time(), 0, 0, None
    limit, last_export = options.hours * 3600, time.time()
    progress = 1.0 if options.average else 0.0
    while progress < 1:
        for chosen in batches(starts, options.batch, random):
            progress = (time.time() - began) / limit
            if progress >= 1:
                break
            # The rate rises during the first hundredth, then falls to zero.
            factor = min(1, progress / 0.01 + 0.01) * (1 - progress)
            for group, rate in zip((g for o in optimizers for g in o.param_groups), rates):
                group["lr"] = rate * factor
            batch = make_batch(tokens, starts, chosen, special)
            loss = model(*(part.to(device) for part in batch))
            loss.backward()
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            step, seen = step + 1, seen + batch[0].numel()
            recent = loss.item() if recent is None else 0.98 * recent + 0.02 * loss.item()
            if step % 50 == 0:
                elapsed = time.time() - began
                print(f"{elapsed:6.0f} s  step {step}  loss {recent:.4f}  {seen / elapsed:.0f} tokens/s", flush=True)
            if time.time() - last_export > 300:
                save(model, checkpoint, recent)
                last_export = time.time()
    with torch.no_grad():
        loss = sum(model(i.to(device), t.to(device)).item() for i, t, _ in held) / len(held)
    save(model, checkpoint, loss)
    print(f"held-out loss {loss:.4f} after {step} steps, {seen:,} tokens")


def save(model, checkpoint, loss):
    torch.save(model.state_dict(), checkpoint)
    export(model, loss)


if __name__ == "__main__":
    main()
