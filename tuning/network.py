"""The encoder as a network that can be trained: the packed four-bit weights, unpacked, and packed again.

The word table stays as it is, so only the layers are the project's own. From half-way on every weight is rounded to
four bits in the forward pass and trained as if it were not (straight-through estimation, Bengio et al., 2013), so
that what is learnt survives the packing.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

from bot.nlu.packed import BLOCK, Packed, pack

DIMENSION, LAYERS, HEADS, POSITIONS = 384, 12, 12, 512
MATRICES = {"q": (384, 384), "k": (384, 384), "v": (384, 384), "ao": (384, 384), "fi": (1536, 384), "fo": (384, 1536)}
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LONGEST = 150
"""Longest text in tokens; longer ones are cut at the end while training."""
RENEWED = 4
"""Steps between two looks at what four bits make of a weight."""


class Tokenizer:
    """The engine's tokenizer: the likeliest way to cut a text into pieces (Kudo, 2018)."""

    def __init__(self, packed: Packed) -> None:
        self._index = {piece: i for i, piece in enumerate(packed.pieces) if i > 3}
        self._scores = packed.scores.tolist()
        self._unknown = min(self._scores) - 10
        self._normal = packed.normal

    def __call__(self, text: str) -> list[int]:
        """Token ids with the marks for start and end."""
        plain = "".join(self._normal.get(char, char) for char in f" query: {text}")
        plain = "\u2581".join(part for part in plain.split(" ") if part)
        plain = "\u2581" + plain
        best, piece, start = [0.0] + [-1e30] * len(plain), [0] * (len(plain) + 1), [0] * (len(plain) + 1)
        for i in range(len(plain)):
            for end in range(i + 1, min(len(plain), i + 20) + 1):
                known = self._index.get(plain[i:end])
                if known is not None and best[i] + self._scores[known] > best[end]:
                    best[end], piece[end], start[end] = best[i] + self._scores[known], known, i
            if best[i] + self._unknown > best[i + 1]:
                best[i + 1], piece[i + 1], start[i + 1] = best[i] + self._unknown, 3, i
        ids, at = [], len(plain)
        while at:
            ids.append(piece[at])
            at = start[at]
        return [0, *ids[::-1][:LONGEST], 2]


class Dropout(nn.Module):
    """Dropout that takes the same features from every token of a text: as good here, and a processor draws far fewer numbers.

    Args:
        share: of the features that are left out while training.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device).ge(self._share).to(x.dtype)
        return x * kept / (1 - self._share)


class Linear(nn.Module):
    """A linear layer whose weights can be seen as four bits would keep them; what four bits make of them is renewed now and then."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(weight), nn.Parameter(bias)
        self.rounded = False
        self._off: torch.Tensor | None = None
        self._seen = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.rounded:
            return F.linear(x, self.weight, self.bias)
        if self._off is None or (self.training and self._seen % RENEWED == 0):
            self._off = (_round(self.weight) - self.weight).detach()
        self._seen += 1
        return F.linear(x, self.weight + self._off, self.bias)


@torch.no_grad()
def _round(weight: torch.Tensor) -> torch.Tensor:
    blocks = weight.view(weight.shape[0], -1, BLOCK)
    peak = blocks.gather(-1, blocks.abs().argmax(-1, keepdim=True))
    scale = (peak / -8).half().float()
    inverse = torch.where(scale != 0, 1 / scale, torch.zeros_like(scale))
    return ((torch.floor(blocks * inverse + 8.5).clamp_(0, 15) - 8) * scale).view_as(weight)


class Encoder(nn.Module):
    """Token ids to one unit vector per text, shape (texts, 384)."""

    def __init__(self, packed: Packed, dropout: float = 0.1) -> None:
        super().__init__()
        floats = lambda name: torch.tensor(packed.floats(name).copy())  # noqa: E731
        self.register_buffer("words", torch.tensor(packed.weights("emb.word", DIMENSION)).half(), persistent=False)
        self.register_buffer("positions", floats("emb.pos").view(POSITIONS, DIMENSION), persistent=False)
        self.register_buffer("kind", floats("emb.type")[:DIMENSION], persistent=False)
        self.norm = _norm(floats("emb.ln.w"), floats("emb.ln.b"))
        self.layers = nn.ModuleList()
        for number in range(LAYERS):
            layer = nn.ModuleDict()
            for name, (_, columns) in MATRICES.items():
                weight = torch.tensor(packed.weights(f"l{number}.{name}.w", columns))
                layer[name] = Linear(weight, floats(f"l{number}.{name}.b"))
            for name in ("aln", "oln"):
                layer[name] = _norm(floats(f"l{number}.{name}.w"), floats(f"l{number}.{name}.b"))
            self.layers.append(layer)
        self.dropout = Dropout(dropout)

    def round(self, on: bool) -> None:
        """See every weight as four bits keep it, or as it is."""
        for module in self.modules():
            if isinstance(module, Linear):
                module.rounded = on

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        texts, length = ids.shape
        x = self.dropout(self.norm(self.words[ids].float() + self.positions[:length] + self.kind)).bfloat16()
        hidden = torch.zeros(texts, 1, 1, length, dtype=x.dtype, device=x.device).masked_fill(mask[:, None, None, :] == 0, -1e4)
        for layer in self.layers:
            q, k, v = (layer[name](x).view(texts, length, HEADS, -1).transpose(1, 2) for name in "qkv")
            # Written out: PyTorch's own attention takes four times as long backwards on a processor.
            attended = torch.softmax(q @ k.transpose(-1, -2) * (DIMENSION // HEADS) ** -0.5 + hidden, -1) @ v
            x = layer["aln"](x + self.dropout(layer["ao"](attended.transpose(1, 2).reshape(texts, length, DIMENSION)))).bfloat16()
            x = layer["oln"](x + self.dropout(layer["fo"](F.gelu(layer["fi"](x))))).bfloat16()
        weight = mask[..., None].float()
        return F.normalize((x.float() * weight).sum(1) / weight.sum(1), dim=-1)

    def packed_parts(self) -> dict[str, bytes]:
        """What tuning changed, by the names of the packed file."""
        parts = {"emb.ln.w": _bytes(self.norm.weight), "emb.ln.b": _bytes(self.norm.bias)}
        for number, layer in enumerate(self.layers):
            for name in MATRICES:
                parts[f"l{number}.{name}.w"] = pack(layer[name].weight.detach().cpu().numpy())
                parts[f"l{number}.{name}.b"] = _bytes(layer[name].bias)
            for name in ("aln", "oln"):
                parts[f"l{number}.{name}.w"] = _bytes(layer[name].weight)
                parts[f"l{number}.{name}.b"] = _bytes(layer[name].bias)
        return parts


def batch(texts: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids of several texts, padded, and which of them are there; shape (texts, longest) each."""
    longest = max(map(len, texts))
    ids, mask = torch.ones(len(texts), longest, dtype=torch.long), torch.zeros(len(texts), longest)
    for row, text in enumerate(texts):
        ids[row, : len(text)], mask[row, : len(text)] = torch.tensor(text), 1
    return ids.to(DEVICE), mask.to(DEVICE)


def _norm(weight: torch.Tensor, bias: torch.Tensor) -> nn.LayerNorm:
    norm = nn.LayerNorm(DIMENSION, eps=1e-12)
    norm.weight.data, norm.bias.data = weight, bias
    return norm


def _bytes(tensor: torch.Tensor) -> bytes:
    return tensor.detach().float().cpu().numpy().astype("<f4").tobytes()
