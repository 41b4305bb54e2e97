"""Model parts as JSON and plain arrays: nothing that runs when it is loaded (no pickle).

Arrays are mapped into memory, not read: a message touches a few of the weights, and only those take room. Matrices lie column by column,
so that the weights of one n-gram lie together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np


def save(folder: Path, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
    """Write arrays and JSON values into a folder."""
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", np.asfortranarray(array) if array.ndim == 2 else array)
    (folder / "values.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """Read what `save` wrote; the arrays cannot be written to, and stay readable when the folder is removed.

    Raises:
        ValueError: the folder does not hold such a part, or an array holds objects.
    """
    try:
        arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in sorted(folder.glob("*.npy"))}
        return arrays, json.loads((folder / "values.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{folder} holds no readable model part: {error}") from error
