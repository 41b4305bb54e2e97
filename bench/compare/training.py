"""Trains each peer, and again after one change. What is trained is kept until its material changes, with what it took."""

from __future__ import annotations

import hashlib
import json
import os
import resource
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
from bot.rasa.training import sources
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
    """One training.

    Attributes:
        seconds: by the clock.
        core_seconds: of a core, all its processes together: the same on a busy machine.
        when: the minute it began.
        load: how busy the machine was then.
    """

    seconds: float
    core_seconds: float
    when: str
    load: float


@dataclass(frozen=True)
class Trainings:
    """A training from nothing, and one after one more example of one topic."""

    first: Trained
    after_one_change: Trained | None = None


def rasa(folder: Path) -> Trainings:
    """A stock project, into models/model.tar.gz; `rasa train` knows by itself what a change does not touch."""
    command = [program("rasa", "rasa"), "train", "--quiet", "--fixed-model-name", "model"]
    changed = folder.with_name(f"{folder.name}-changed")
    files = [folder / "config.yml", folder / "domain.yml", *sorted((folder / "data").glob("*.yml"))]

    def from_nothing() -> None:
        shutil.rmtree(folder / ".rasa", ignore_errors=True)  # Rasa's cache of what it trained before
        _run(command, folder, folder.name)

    def once_more() -> None:
        _run(command, changed, changed.name)

    first = _kept(folder.name, files, folder / "models" / "model.tar.gz", from_nothing)
    shutil.rmtree(changed, ignore_errors=True)
    shutil.copytree(folder, changed)  # with the cache
    projects.with_one_more(changed / "data" / "nlu.yml")
    return Trainings(first, _kept(changed.name, files, changed, once_more))


def ours_on_sample() -> Trainings:
    """Our pipeline up to the topic, on the sample."""
    folder = projects.OURS_ON_SAMPLE
    command = [str(Path(sys.executable).with_name("rasa")), "train", "nlu", "--fixed-model-name", "model", "--out", str(folder / "models")]
    command += ["--config", str(folder / "config.yml"), "--nlu", str(folder / "data"), "--domain", str(folder / "domain.yml")]
    files = [folder / "config.yml", folder / "data" / "nlu.yml", *sources()]
    return Trainings(_kept(folder.name, files, folder / "models" / "model.tar.gz", lambda: _run(command, ROOT, folder.name)))


def veivalg() -> Trainings:
    """Ours as it is, on all our data, in a copy of what runs. After a change it learns all of it anew: the two are one."""
    tree = PLACE / "tree"

    def with_one_change() -> None:
        scaled.copy(tree)
        with (tree / "data" / "nlu" / "nav" / "kvp.yml").open("a", encoding="utf-8") as file:
            file.write("    - kan dere si mer om akkurat dette programmet\n")
        _run([sys.executable, "-m", "bot", "train"], tree, "veivalg")

    trained = _kept("veivalg", sources(), tree, with_one_change)
    return Trainings(trained, trained)


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

    def train() -> None:
        make()
        _run([sys.executable, "-m", "bot", "train"], tree, name)

    content = sorted((ROOT / "data" / "content").glob("*/*.yml"))
    return _kept(name, [*sources(), *content, Path(scaled.__file__)], tree, train)


def _run(command: list[str], folder: Path, name: str) -> None:
    log = PLACE / "logs" / f"train-{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        done = subprocess.run(command, cwd=folder, env={**os.environ, **RASA_ENV}, stdout=output, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise TrainingError(f"{' '.join(command[1:4])} failed in {folder}; see {log}")


def _kept(name: str, files: Iterable[Path], made: Path, train: Callable[[], None]) -> Trained:
    """What was trained from the same files before, or train now.

    Args:
        made: what must still be there of it.
    """
    digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()[:16]
    note = KEPT / f"{name}-{digest}.json"
    if note.is_file() and made.exists():
        return Trained(**json.loads(note.read_text(encoding="utf-8")))
    print(f"Training {name} …", flush=True)
    when, load = datetime.now(timezone.utc).isoformat(timespec="minutes"), round(psutil.getloadavg()[0], 1)
    began, before = time.monotonic(), _core_seconds()
    train()
    trained = Trained(round(time.monotonic() - began, 1), round(_core_seconds() - before, 1), when, load)
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(asdict(trained)), encoding="utf-8")
    return trained


def _core_seconds() -> float:
    """Seconds of a core that the processes we started, and that have ended, used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
