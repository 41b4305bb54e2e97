"""Model parts are JSON and plain arrays; nothing in them can run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.storage import load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path, {"weights": np.eye(2, dtype=np.float32)}, {"terms": ["på", "å"]})
    arrays, values = load(tmp_path)
    assert np.array_equal(arrays["weights"], np.eye(2))
    assert values == {"terms": ["på", "å"]}


def test_objects_in_an_array_are_refused(tmp_path: Path) -> None:
    save(tmp_path, {"weights": np.array([{"a": 1}], dtype=object)}, {})
    with pytest.raises(ValueError, match="allow_pickle"):
        load(tmp_path)


def test_an_empty_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no readable model part"):
        load(tmp_path)
