"""A model is unpacked once, whole or not at all, and loaded as Rasa does it where it cannot be kept."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
import rasa.core.processor
from rasa.engine.graph import GraphModelConfiguration, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.data import TrainingType

from bot.rasa import training
from bot.rasa.training import is_whole, unpacked
from bot.rasa.unpacked import HALF, KeptModelStorage, use_unpacked_model

PART = Resource("part")


def made(folder: Path, text: str) -> Path:
    """A model archive as Rasa writes it, with one part."""
    storage = LocalModelStorage.create(folder / text)
    (folder / text).mkdir()
    with storage.write_to(PART) as place:
        (place / "values.json").write_text(text)
    archive = folder / f"{text}.tar.gz"
    about = GraphModelConfiguration(GraphSchema({}), GraphSchema({}), TrainingType.NLU, "test", "nb", {}, None, "end")
    storage.create_model_package(archive, about, Domain.empty())
    return archive


def loaded(archive: Path, folder: Path) -> str:
    storage, metadata = KeptModelStorage.from_model_archive(folder, archive)
    assert metadata.assistant_id == "test"
    with storage.read_from(PART) as place:
        return (place / "values.json").read_text()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(training, "UNPACKED", tmp_path / "unpacked")
    return tmp_path / "unpacked"


def test_it_is_unpacked_once_and_gives_way_to_the_next(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = made(tmp_path, "first"), made(tmp_path, "second")
    for name in ("young", "old"):
        (place / f"{HALF}{name}").mkdir(parents=True)
    os.utime(place / f"{HALF}old", (0, time.time() - 4000))
    assert loaded(first, tmp_path / "none") == "first"
    with monkeypatch.context() as without:
        without.setattr(KeptModelStorage, "_unpack", lambda *_: pytest.fail("it was unpacked again"))
        assert loaded(first, tmp_path / "none") == "first"
    assert loaded(second, tmp_path / "none") == "second"
    assert {path.name for path in place.iterdir()} == {unpacked(second).name, f"{HALF}young"}
    assert is_whole(second)


def test_one_that_another_process_unpacked_meanwhile_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = made(tmp_path, "ours")
    loaded(archive, tmp_path / "none")
    theirs = unpacked(archive).rename(tmp_path / "theirs")
    extract = KeptModelStorage._extract_archive_to_directory

    def slowly(*arguments: Path) -> None:
        extract(*arguments)
        shutil.copytree(theirs, unpacked(archive))

    monkeypatch.setattr(KeptModelStorage, "_extract_archive_to_directory", staticmethod(slowly))
    assert loaded(archive, tmp_path / "none") == "ours"
    assert [path.name for path in unpacked(archive).parent.iterdir()] == [unpacked(archive).name]


def test_where_it_cannot_be_kept_it_is_loaded_all_the_same(tmp_path: Path, place: Path) -> None:
    place.write_text("in the way")
    (tmp_path / "temporary").mkdir()
    assert loaded(made(tmp_path, "first"), tmp_path / "temporary") == "first"


def test_one_that_was_cut_short_is_not_kept(tmp_path: Path, place: Path) -> None:
    archive = made(tmp_path, "first")
    archive.write_bytes(archive.read_bytes()[:-20])
    (tmp_path / "temporary").mkdir()
    with pytest.raises(Exception, match=r"not a gzip file|end-of-stream|unexpected end"):
        loaded(archive, tmp_path / "temporary")
    assert not list(place.iterdir())


def test_rasa_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa.core.processor, "LocalModelStorage", LocalModelStorage)
    use_unpacked_model()
    assert rasa.core.processor.LocalModelStorage is KeptModelStorage
