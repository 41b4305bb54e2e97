"""The packed encoder is read, changed in parts, and put together whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoder
from bot.nlu.encoder import EncoderError, Heads, base_model, tuned_model
from bot.nlu.packed import pack, read_packed, unpack


def test_four_bit_weights_survive_the_round_trip() -> None:
    packed = read_packed(base_model())
    raw = packed.raw("l0.q.w")
    weights = unpack(raw, 384)
    assert weights.shape == (384, 384)
    again = unpack(pack(weights), 384)
    assert np.abs(again - weights).max() < 1e-6
    noise = np.random.default_rng(0).normal(size=(8, 64)).astype(np.float32)
    assert np.abs(unpack(pack(noise), 64) - noise).mean() < 0.12


def test_the_tuned_encoder_has_the_projects_layers_in_the_engines_file(tmp_path: Path) -> None:
    made = read_packed(tuned_model(tmp_path))
    base = read_packed(base_model())
    assert made.raw("emb.word") == base.raw("emb.word")
    assert made.raw("l0.q.w") != base.raw("l0.q.w")
    assert len(made.data) == len(base.data)
    assert [path.suffix for path in tmp_path.iterdir()] == [".bin"], "no half-made file is left"


def test_layers_that_do_not_fit_are_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "layers.bin").write_bytes((13).to_bytes(4, "little") + b'{"l0.q.w": 3}' + b"abc")
    monkeypatch.setattr(encoder, "LAYERS_FILE", tmp_path / "layers.bin")
    with pytest.raises(EncoderError, match="does not fit"):
        tuned_model(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_probabilities_of_every_head_sum_to_one() -> None:
    heads = Heads()
    vectors = np.eye(384, dtype=np.float32)[:4]
    for head in ("kind", "about", "after"):
        found = heads.probabilities(head, vectors)
        assert found.shape == (4, len(heads.classes(head)))
        assert np.allclose(found.sum(axis=1), 1)
