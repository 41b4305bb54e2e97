"""A model is named by what it is made from, and trained only when there is none of today's data."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from bot.rasa import training
from bot.rasa.training import TrainingError, _put_in_place, current_model, fingerprint, is_whole, main, sources


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("config.yml", "domain.yml", "data/nlu/nav/kvp.yml", "data/language/forms.tsv", "bot/nlu/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_the_name_changes_with_what_the_model_is_made_from_and_with_nothing_else(root: Path) -> None:
    before = fingerprint(root)
    assert fingerprint(root) == before
    (root / "README.md").write_text("x", encoding="utf-8")
    assert fingerprint(root) == before
    (root / "data/nlu/nav/kvp.yml").write_text("y", encoding="utf-8")
    changed = fingerprint(root)
    (root / "data/nlu/nav/kvp.yml").rename(root / "data/nlu/nav/aap.yml")
    assert len({before, changed, fingerprint(root)}) == 3, "a file's name counts too"


def test_embeddings_on_or_off_is_another_model(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = set()
    for on in (True, False):
        monkeypatch.setattr(training, "embeddings_on", lambda on=on: on)
        names.add(current_model(root).name)
    assert len(names) == 2


def test_every_source_is_there() -> None:
    found = list(sources())
    assert len(found) == len(set(found)) > 200
    assert all(path.is_file() for path in found)


def test_a_model_that_was_cut_short_is_none(tmp_path: Path) -> None:
    model = tmp_path / "model.tar.gz"
    assert not is_whole(model)
    content = gzip.compress(random.Random(1).randbytes(100_000))
    for kept in (0, 1, 50, len(content) - 1):
        model.write_bytes(content[:kept])
        assert not is_whole(model), kept
    model.write_bytes(content[:500] + bytes([content[500] ^ 1]) + content[501:])
    assert not is_whole(model), "a changed byte"
    model.write_bytes(content)
    assert is_whole(model)


def test_a_model_is_put_in_place_whole_or_not_at_all(tmp_path: Path) -> None:
    made, target = tmp_path / "made", tmp_path / "models" / "veivalg-1.tar.gz"
    made.write_bytes(b"new")
    _put_in_place(made, target)
    assert target.read_bytes() == b"new"
    with pytest.raises(TrainingError, match=r"cannot be kept in .*models: No such file"):
        _put_in_place(tmp_path / "gone", target)
    assert [path.name for path in target.parent.iterdir()] == [target.name], "nothing half is left"
    assert target.read_bytes() == b"new"


def test_the_command_says_what_was_done(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = training.ROOT / "models" / f"{tmp_path.name}.tar.gz"
    monkeypatch.setattr(training, "current_model", lambda: target)
    assert main(["--print-name"]) == 0
    assert capsys.readouterr().out.strip() == str(target)

    def fail(_: bool) -> None:
        raise TrainingError("The model could not be trained: x.")

    monkeypatch.setattr(training, "train", fail)
    assert main([]) == 1
    assert capsys.readouterr().err == "The model could not be trained: x.\n"
    whole = tmp_path / "whole.tar.gz"
    whole.write_bytes(gzip.compress(b"x"))
    monkeypatch.setattr(training, "ROOT", tmp_path)
    monkeypatch.setattr(training, "current_model", lambda: whole)
    assert main([]) == 0
    assert "up to date" in capsys.readouterr().out
