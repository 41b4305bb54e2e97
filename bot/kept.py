"""What was read from a data file, kept beside it (in var/read) until the file changes: reading YAML takes a thousand times as long.

Each file has one entry, named by its path and what was made of it; in it stands the hash of all that it was made from. Nothing runs when an
entry is loaded: it may hold text, numbers, lists, mappings and dates, and whatever else it asks for is refused.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from bot.settings import ROOT

KEPT = ROOT / "var" / "read"
_DIGEST = 32


def kept(name: str, made_from: bytes, make: Callable[[], Any], folder: Path = KEPT) -> Any:
    """What `make` gives, from the last time it was made from the same.

    Args:
        name: of the entry; a later one of the same name takes its place.
        made_from: all that decides what `make` gives.
    """
    path = folder / hashlib.blake2b(name.encode(), digest_size=16).hexdigest()
    digest = hashlib.blake2b(made_from, digest_size=_DIGEST).digest()
    with suppress(OSError, EOFError, ValueError, TypeError, AttributeError, LookupError, pickle.UnpicklingError):  # made anew
        raw = path.read_bytes()
        if raw[:_DIGEST] == digest:
            return _Reader(io.BytesIO(raw[_DIGEST:])).load()
    value = make()
    half = path.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half.write_bytes(digest + pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        half.replace(path)  # whole or not at all
    except OSError:  # a file system that nobody may write to, or that is full: it is made again next time
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return value


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) != ("datetime", "date"):
            raise pickle.UnpicklingError(f"{module}.{name} is not among what may be kept")
        return date
