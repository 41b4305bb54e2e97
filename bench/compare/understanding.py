"""Which topic each peer hears in the held-out utterances, and how many it hears right."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.compare import material
from bench.compare.environments import PINS, PLACE
from bench.compare.material import Labelled
from bot.evaluation.measures import OFF_TOPIC
from bot.settings import ROOT


@dataclass(frozen=True)
class Understood:
    """Shares of the held-out utterances, from 0 to 1."""

    right: float
    among_three: float
    learnt_from: str


def scored(rankings: Sequence[Sequence[str]], rows: Sequence[Labelled], learnt_from: str) -> Understood:
    """How many rankings have the right topic first, and among three; one that is empty says that the message is none of ours."""
    known = [list(ranking) or [OFF_TOPIC] for ranking in rankings]
    pairs = list(zip(known, rows, strict=True))
    right = sum(ranking[0] == row.topic for ranking, row in pairs) / len(pairs)
    three = sum(row.topic in ranking[:3] for ranking, row in pairs) / len(pairs)
    return Understood(round(right, 4), round(three, 4), learnt_from)


def veivalg() -> Understood:
    """Ours as it is, by `python -m bot evaluate`: as the channel hands a message on, with what danger overrules."""
    figures = PLACE / "evaluation.json"
    heldout = [str(path) for path in sorted((ROOT / "tests" / "nlu").glob("heldout*.tsv"))]
    subprocess.run(
        [sys.executable, "-m", "bot", "evaluate", "--json", str(figures), *heldout], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    read = json.loads(figures.read_text(encoding="utf-8"))
    return Understood(read["top1"], read["top3"], "all of data/nlu")


def nlpjs(training: Sequence[Labelled], folder: Path = PLACE / "nlpjs") -> dict[str, Any]:
    """nlp.js: what it heard, and what training and hearing took."""
    lines, messages = folder / "training.tsv", folder / "messages.txt"
    shutil.copyfile(PINS / "nlpjs" / "understand.mjs", folder / "understand.mjs")
    lines.write_text("".join(f"{row.topic}\t{row.text}\n" for row in training), encoding="utf-8")
    messages.write_text("".join(f"{row.text}\n" for row in material.heldout()), encoding="utf-8")
    done = subprocess.run(["node", "understand.mjs", str(lines), str(messages)], cwd=folder, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
