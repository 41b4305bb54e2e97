"""Trains each peer, and again after one change. What is trained is kept until its material changes, with what it took."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import psutil

from bench.compare import material, projects, scaled, understanding
from bench.compare.environments import PLACE, program
from bench.compare.material import Labelled
from bot.rasa.training import current_model, sources
from bot.settings import ROOT

KEPT = PLACE / "trained"
RASA_ENV = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "PYTHONWARNINGS": "ignore",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


class TrainingError(RuntimeError):
    """A peer could not be trained; the message says where its log is."""


@dataclass(frozen=True)
class Trained:
    """One training: when, how busy the machine was as it began, and the seconds that it took."""

    model: str
    seconds: float
    after_one_change: float | None
    when: str
    load: float


def stock() -> Trained:
    """Rasa's default pipeline and policies, on the sample; `rasa train` knows by itself what a change does not touch."""
    folder = projects.STOCK
    command = [program("rasa", "rasa"), "train", "--quiet", "--fixed-model-name", "stock"]
    return _kept("stock", _files(folder), folder / "models" / "stock.tar.gz", lambda: _twice(command, folder, folder / "data" / "nlu.yml"))


def floor() -> Trained:
    """The keywords."""
    folder = projects.FLOOR
    command = [program("rasa", "rasa"), "train", "--quiet", "--fixed-model-name", "floor"]
    return _kept("floor", _files(folder), folder / "models" / "floor.tar.gz", lambda: _twice(command, folder, folder / "data" / "nlu.yml"))


def ours_on_sample() -> Trained:
    """Our pipeline up to the topic, on the sample."""
    folder = projects.OURS_ON_SAMPLE
    command = [str(Path(sys.executable).with_name("rasa")), "train", "nlu", "--fixed-model-name", "sample"]
    command += ["--config", str(folder / "config.yml"), "--nlu", str(folder / "data"), "--domain", str(folder / "domain.yml")]
    command += ["--out", str(folder / "models")]
    files = [*_files(folder), *sources()]
    return _kept("sample", files, folder / "models" / "sample.tar.gz", lambda: (_seconds(command, ROOT, "sample"), None))


def veivalg() -> Trained:
    """Ours as it is, on all our data, in a copy of what runs; the change is one more example of one topic."""
    tree = PLACE / "tree"

    def train() -> tuple[float, float | None]:
        scaled.copy(tree)
        command = [sys.executable, "-m", "bot", "train"]
        first = _seconds(command, tree, "veivalg")
        model = tree / "models" / current_model().name
        if not current_model().is_file():
            shutil.copyfile(model, current_model())
        with (tree / "data" / "nlu" / "nav" / "kvp.yml").open("a", encoding="utf-8") as file:
            file.write("    - kan dere si mer om akkurat dette programmet\n")
        return first, _seconds(command, tree, "veivalg")

    return _kept("veivalg", sources(), current_model(), train)


def nlpjs(learnt: Sequence[Labelled], key: str) -> dict[str, Any]:
    """nlp.js, which trains and hears in one go; kept like the others, for on all the data it takes minutes."""
    told = json.dumps([asdict(row) for row in (*learnt, *material.heldout())])
    note = KEPT / f"nlpjs-{key}-{hashlib.sha256(told.encode()).hexdigest()[:16]}.json"
    if not note.is_file():
        print(f"Training nlp.js on {len(learnt)} utterances …", flush=True)
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(understanding.nlpjs(learnt)), encoding="utf-8")
    found: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
    return found


def scaled_tree(tree: Path, make: Callable[[], None], name: str) -> Trained:
    """A larger copy of ours, made and trained."""

    def train() -> tuple[float, float | None]:
        make()
        return _seconds([sys.executable, "-m", "bot", "train"], tree, name), None

    content = sorted((ROOT / "data" / "content").glob("*/*.yml"))
    return _kept(name, [*sources(), *content, Path(scaled.__file__)], tree, train)


def _twice(command: list[str], folder: Path, nlu: Path) -> tuple[float, float | None]:
    """Seconds of a training from nothing, and of one after one change; the model of the first is kept."""
    shutil.rmtree(folder / ".rasa", ignore_errors=True)  # Rasa's cache of what it trained before
    first = _seconds(command, folder, folder.name)
    changed = folder.with_name(f"{folder.name}-changed")
    shutil.rmtree(changed, ignore_errors=True)
    shutil.copytree(folder, changed)  # with Rasa's cache of what is trained
    projects.with_one_more(changed / nlu.relative_to(folder))
    return first, _seconds(command, changed, folder.name)


def _seconds(command: list[str], folder: Path, name: str) -> float:
    log = PLACE / "logs" / f"train-{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with log.open("wb") as output:
        done = subprocess.run(command, cwd=folder, env={**os.environ, **RASA_ENV}, stdout=output, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise TrainingError(f"{' '.join(command[1:4])} failed in {folder}; see {log}")
    return time.monotonic() - began


def _kept(name: str, files: Iterable[Path], model: Path, train: Callable[[], tuple[float, float | None]]) -> Trained:
    """What was trained from the same files before, or train now."""
    digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()[:16]
    note = KEPT / f"{name}-{digest}.json"
    if note.is_file() and model.exists():
        return Trained(**json.loads(note.read_text(encoding="utf-8")))
    print(f"Training {name} …", flush=True)
    when, load = datetime.now(timezone.utc).isoformat(timespec="minutes"), psutil.getloadavg()[0]
    seconds, after = train()
    trained = Trained(str(model), round(seconds, 1), None if after is None else round(after, 1), when, round(load, 1))
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(asdict(trained)), encoding="utf-8")
    return trained


def _files(folder: Path) -> list[Path]:
    return [folder / "config.yml", folder / "domain.yml", *sorted((folder / "data").glob("*.yml"))]
