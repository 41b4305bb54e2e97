"""YAML with line numbers: what is wrong is told by file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.yaml_lines import OURS, ContentError, YamlDocument, read_yaml


def written(folder: Path, data: bytes) -> Path:
    (folder / "x.yml").write_bytes(data)
    return folder / "x.yml"


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    document = read_yaml(written(tmp_path, b"a:\n  b: 1\n  c:\n    - x\n    - {d: 2026-11-01}\n"))
    assert [document.line(key) for key in (("a",), ("a", "b"), ("a", "c", 0), ("a", "c", 1, "d"))] == [1, 2, 4, 5]
    assert document.value["a"]["c"][1]["d"] == date(2026, 11, 1)
    assert document.line(("a", "c", 7, "z")) == 3, "the nearest parent that is there"
    assert document.line(("q",)) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a: 1\na: 2\n", r"x\.yml:2: not valid YAML: key «a» is written twice"),
        (b"a: 1\nb: 2026-02-30\n", r"x\.yml:2: not valid YAML: «2026-02-30» is no date"),
        (b"a: [1\n", r"x\.yml:\d: not valid YAML"),
        ("a: ø".encode("latin-1"), r"x\.yml:1: the file is not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        read_yaml(written(tmp_path, data))


def test_no_file_and_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"none\.yml:1: there is no such file"):
        read_yaml(tmp_path / "none.yml")
    assert read_yaml(written(tmp_path, b"")).value is None


def test_nothing_in_a_file_is_run(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="not valid YAML"):
        read_yaml(written(tmp_path, b"a: !!python/object/apply:os.getcwd []\n"))


@pytest.mark.parametrize("path", sorted(OURS.glob("content/*/*.yml"))[::12], ids=lambda path: path.stem)
def test_what_was_kept_of_our_files_is_what_stands_in_them(path: Path) -> None:
    parsed = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [read_yaml(path).value, read_yaml(path).value] == [parsed, parsed]
    assert read_yaml(path).line(("id",)) == 1 + path.read_text(encoding="utf-8").split("\n").index(f"id: {path.stem}")


def test_a_file_that_has_not_passed_is_checked_each_time() -> None:
    path, asked = OURS / "content" / "errors.yml", []

    def refuse(document: YamlDocument) -> None:
        asked.append(document.path)
        raise ContentError("no")

    for _ in range(2):
        with pytest.raises(ContentError, match="no"):
            read_yaml(path, b"rules of this test", refuse)
    assert asked == [path, path]
    assert read_yaml(path, b"other rules of this test").value == read_yaml(path).value
