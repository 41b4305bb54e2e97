"""Embeddings are kept small and found again; a file made with another encoder counts as empty."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.vectors import DIMENSION, VectorFile

VERSION = "0123456789abcdef"


def unit(seed: int) -> np.ndarray:
    vector = np.random.default_rng(seed).normal(size=DIMENSION).astype(np.float32)
    return vector / np.linalg.norm(vector)


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    file = VectorFile(tmp_path / "v.bin", VERSION)
    file.write({f"tekst {i}": unit(i) for i in range(50)})
    file.write({"en til": unit(99), "tekst 3": unit(3)})
    read = VectorFile(tmp_path / "v.bin", VERSION)
    assert len(read) == 51
    for i in range(50):
        found = read.get(f"tekst {i}")
        assert found is not None
        assert float(found @ unit(i)) == pytest.approx(1, abs=0.002)
    assert read.get("en annen") is None
    assert "en til" in read


def test_another_encoder_or_a_broken_file_is_an_empty_one(tmp_path: Path) -> None:
    VectorFile(tmp_path / "v.bin", VERSION).write({"tekst": unit(1)})
    assert len(VectorFile(tmp_path / "v.bin", "f" * 16)) == 0
    (tmp_path / "v.bin").write_bytes((tmp_path / "v.bin").read_bytes()[:-7])
    assert len(VectorFile(tmp_path / "v.bin", VERSION)) == 0
    assert len(VectorFile(tmp_path / "none.bin", VERSION)) == 0
