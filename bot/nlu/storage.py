"""Model parts as JSON and plain arrays: nothing that runs when it is loaded (no pickle)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np


def save(folder: Path, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
    """Write arrays and JSON values into a folder."""
    np.savez(folder / "arrays.npz", **arrays)
    (folder / "values.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """Read what `save` wrote.

    Raises:
        ValueError: the folder does not hold such a part, or an array holds objects.
    """
    try:
        with np.load(folder / "arrays.npz", allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        return arrays, json.loads((folder / "values.json").read_text(encoding="utf-8"))
    except (OSError, KeyError) as error:
        raise ValueError(f"{folder} holds no readable model part: {error}") from error
