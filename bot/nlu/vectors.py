"""Embeddings of training texts, kept by the hash of their text: one byte a number, sorted, read without loading.

Making them is slow (about 20 ms each), keeping them is cheap (402 bytes each), so they are shipped with the
data and a clean clone embeds only what is new. People's messages are never kept.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path

import numpy as np

DIMENSION = 384
_ENTRY = np.dtype([("key", "<u8"), ("scale", "<f2"), ("values", "i1", DIMENSION)])
_VERSION_BYTES = 16


class VectorFile:
    """A file of embeddings; an empty one when it is not there, or was made with another encoder.

    Args:
        path: the file.
        version: what the embeddings depend on, 16 characters (`encoder.encoder_version`).
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version.encode()
        self._entries = np.zeros(0, _ENTRY)
        if path.exists() and (path.stat().st_size - _VERSION_BYTES) % _ENTRY.itemsize == 0:
            with path.open("rb") as file:
                same = file.read(_VERSION_BYTES) == self._version
            if same and path.stat().st_size > _VERSION_BYTES:
                self._entries = np.memmap(path, _ENTRY, "r", offset=_VERSION_BYTES)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, text: str) -> bool:
        return self._at(text) is not None

    def get(self, text: str) -> np.ndarray | None:
        """The embedding of a text, unit length to within a hundredth, float32; None when it is not here."""
        at = self._at(text)
        if at is None:
            return None
        entry = self._entries[at]
        return entry["values"].astype(np.float32) * np.float32(entry["scale"])

    def write(self, vectors: Mapping[str, np.ndarray], keep: bool = True) -> None:
        """Add embeddings; without `keep`, the file holds only these afterwards."""
        new = np.zeros(len(vectors), _ENTRY)
        for row, (text, vector) in enumerate(vectors.items()):
            scale = np.float16(max(float(np.abs(vector).max()), 1e-6) / 127)
            values = np.clip(np.rint(vector / np.float32(scale)), -127, 127)
            new[row] = (_key(text), scale, values.astype(np.int8))
        old = np.array(self._entries) if keep else np.zeros(0, _ENTRY)
        _, first = np.unique(np.concatenate([new["key"], old["key"]]), return_index=True)
        entries = np.concatenate([new, old])[first]  # sorted by key
        self._path.parent.mkdir(parents=True, exist_ok=True)
        half = self._path.with_suffix(".half")
        half.write_bytes(self._version + entries.tobytes())
        half.replace(self._path)
        self._entries = entries

    def _at(self, text: str) -> int | None:
        key = _key(text)
        at = bisect_left(self._entries["key"], key)  # a search by numpy would copy all keys first
        return at if at < len(self._entries) and self._entries[at]["key"] == key else None


def _key(text: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little"))
