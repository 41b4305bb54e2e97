"""Copies of what runs, made larger: more topics, or more questions with answers, in folders of their own.

The copies of a topic or a question have new ids and the old texts: they measure what size costs, and nothing of understanding.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from bench.compare.material import A_DOZEN
from bot.settings import ROOT

WHAT_RUNS = ("actions", "bot", "data", "web", "config.yml", "domain.yml", "endpoints.yml", "credentials.yml", "pyproject.toml")


def copy(tree: Path) -> None:
    """Everything that is needed to train and run, without models."""
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in WHAT_RUNS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, tree / name)
    for name in ("models", "var"):
        (tree / name).mkdir()


def with_topics(tree: Path, number: int) -> None:
    """A copy with this many topics: the added ones have no questions of their own, and a dozen utterances each."""
    copy(tree)
    files = sorted((tree / "data" / "content").glob("*/*.yml"))
    kinds = cycle([path for path in files if "rolle" not in _read(path)])
    for round_number in range(len(files), number):
        path = next(kinds)
        topic = {**_read(path), "id": f"{path.stem}_{round_number}"}
        topic.pop("sporsmal", None)
        for language in topic["tittel"]:
            topic["tittel"][language] += f" {round_number}"
        _write(path.with_name(f"{topic['id']}.yml"), topic)
        learnt = tree / "data" / "nlu" / path.parent.name / path.name
        block = _read(learnt)["nlu"][0]
        some = "\n".join(block["examples"].splitlines()[:: max(1, len(block["examples"].splitlines()) // A_DOZEN)][:A_DOZEN])
        _write(learnt.with_name(f"{topic['id']}.yml"), {"version": "3.1", "nlu": [{"intent": topic["id"], "examples": some + "\n"}]})
    _domain(tree)


def with_passages(tree: Path, number: int) -> None:
    """A copy with this many questions with answers, and the ways to ask them."""
    copy(tree)
    files = [path for path in sorted((tree / "data" / "content").glob("*/*.yml")) if _read(path).get("sporsmal")]
    total = passages(tree)
    times = -(-(number - total) // total)  # how often each is copied, rounded up
    for path in files:
        topic = _read(path)
        asked = tree / "data" / "nlu" / "asked" / f"{path.stem}.tsv"
        ways = (
            list(csv.DictReader(asked.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
            if asked.is_file()
            else []
        )
        added, more = [], []
        for copy_number in range(2, times + 2):
            for passage in topic["sporsmal"]:
                if total < number:
                    total += 1
                    added.append({**passage, "id": f"{passage['id']}_{copy_number}"})
                    more += [f"{way['part']}_{copy_number}\t{way['text']}\n" for way in ways if way["part"] == passage["id"]]
        topic["sporsmal"] += added
        _write(path, topic)
        with asked.open("a", encoding="utf-8") as file:
            file.writelines(more)
    _domain(tree)


def topics(tree: Path = ROOT) -> int:
    """How many topics there are."""
    return len(list((tree / "data" / "content").glob("*/*.yml")))


def passages(tree: Path = ROOT) -> int:
    """How many questions with answers there are."""
    return sum(len(_read(path).get("sporsmal") or ()) for path in (tree / "data" / "content").glob("*/*.yml"))


def _domain(tree: Path) -> None:
    subprocess.run([sys.executable, "-m", "bot", "domain"], cwd=tree, check=True, capture_output=True)


def _read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return value


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
