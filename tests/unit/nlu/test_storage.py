"""Model parts are JSON and plain arrays; nothing in them can run."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.storage import load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    weights = np.arange(6, dtype=np.float32).reshape(2, 3)
    save(tmp_path, {"weights": weights, "bias": weights[0], "centre": np.zeros(0, np.float32)}, {"terms": ["på", "å"]})
    arrays, values = load(tmp_path)
    shutil.rmtree(tmp_path)
    assert {name: array.tolist() for name, array in arrays.items()} == {"weights": weights.tolist(), "bias": [0, 1, 2], "centre": []}
    assert arrays["weights"].T.flags.c_contiguous, "what belongs to one feature lies together"
    assert values == {"terms": ["på", "å"]}


def test_objects_in_an_array_are_refused(tmp_path: Path) -> None:
    save(tmp_path, {"weights": np.array([{"a": 1}], dtype=object)}, {})
    with pytest.raises(ValueError, match=r"allow_pickle|Python objects"):
        load(tmp_path)


def test_an_empty_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no readable model part"):
        load(tmp_path)
