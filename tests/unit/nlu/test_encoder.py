"""The tuned encoder is put together whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoder
from bot.nlu.encoder import EncoderError, Heads, base_model, prepared, tuned_model
from bot.nlu.packed import read_packed


def test_capitals_and_the_mark_at_the_end_do_not_matter_but_a_question_mark_does() -> None:
    assert prepared("HAN SLÅR MEG!!") == prepared("han slår meg.") == prepared("han slår meg")
    assert prepared("slår han deg?") != prepared("slår han deg")


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
