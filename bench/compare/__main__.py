"""`make bench`: sets the peers up, measures them in turns, prints the table, and writes JSON, a page and plots.

`BENCH_QUICK=1` makes a short run of it, into var/bench; the whole goes into docs/benchmarks.
"""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psutil

from bench.compare import curves, environments, material, peers, projects, training, understanding
from bench.compare.load import alternating, first_answers, throughput
from bench.compare.page import page
from bench.compare.peers import Peer, Running
from bench.compare.talks import parsed, searched
from bench.compare.training import Trainings
from bot.settings import ROOT

SAMPLE = f"the sample, {material.A_DOZEN} utterances a topic"


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    anew: bool
    """Install everything once more, and time it."""
    starts: int
    messages: int
    rounds: int
    step_s: float
    turns: int
    conversations: int
    sessions: tuple[int, ...]
    memory_turns: int
    grown: bool
    """Also measure copies with more topics and questions, which learn for minutes."""


WHOLE = Size(True, 2, 240, 8, 6.0, 500, 3, curves.SESSIONS, int(os.environ.get("BENCH_TURNS", "20000")), True)
QUICK = Size(False, 1, 40, 2, 1.5, 50, 1, (10, 200), 1_000, False)


def main() -> None:
    quick = os.environ.get("BENCH_QUICK") == "1"
    size, load = QUICK if quick else WHOLE, psutil.getloadavg()[0]
    folder = ROOT / "var" / "bench" if quick else ROOT / "docs" / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    installed = environments.all_installed(size.anew)
    projects.make_all(peers.ACTIONS_STOCK)
    trained = _trained()
    everybody = [peers.veivalg(), peers.stock(), peers.stock_with_ours(), peers.floor(), peers.search()]
    found: dict[str, dict[str, Any]] = {peer.key: {"name": peer.name, "starts": _starts(peer, size.starts)} for peer in everybody}
    _understanding_apart(found)
    grown = _answering(everybody, size, found)
    grown.update(_growing(size))
    for key, name in {"a": "veivalg", "b": "rasa", "b2": "veivalg", "c": "nlpjs", "d": "rasa", "e": "search"}.items():
        found[key]["install"] = asdict(installed[name])
    for key, one in trained.items():
        found[key]["training"] = asdict(one.first)
        if one.after_one_change:
            found[key]["retraining"] = asdict(one.after_one_change)
    figures = {
        "when": str(date.today()),
        "revision": _revision(),
        "machine": _machine(load),
        "peers": {key: found[key] for key in ("a", "b", "b2", "c", "d", "e", "a′", "c′")},
        "curves": grown,
    }
    _write(figures, folder)
    if size.grown:  # last, for the copies learn for minutes
        print("More content …", flush=True)
        larger = curves.larger(material.messages()[: size.messages], size.rounds)
        figures["curves"] = {**{name: _points(points) for name, points in larger.items()}, **grown}
        _write(figures, folder)
    print((folder / "measured.md").read_text(encoding="utf-8"))
    print(f"written to {folder}")


def _trained() -> dict[str, Trainings]:
    ours, floor = training.veivalg(), training.rasa(projects.FLOOR)
    return {"a": ours, "b": training.rasa(projects.STOCK), "b2": ours, "d": floor, "a′": training.ours_on_sample()}


def _starts(peer: Peer, times: int) -> list[float]:
    """Seconds from start to first answer, some times."""
    print(f"Starting {peer.name} …", flush=True)
    seconds = []
    for _ in range(times):
        with Running(peer) as running:
            seconds.append(running.seconds_to_first_answer)
    return seconds


def _understanding_apart(found: dict[str, dict[str, Any]]) -> None:
    """What is heard by those that do not answer over HTTP, or not in the race: nlp.js, and ours on the sample."""
    print("Understanding …", flush=True)
    rows, texts = material.heldout(), [row.text for row in material.heldout()]
    for key, learnt, named in (("c", material.sample(), SAMPLE), ("c′", material.sample(sys.maxsize), "all of data/nlu/*/*.yml")):
        heard = training.nlpjs(learnt, key)
        trained = {"seconds": round(heard["training_s"], 1), "core_seconds": round(heard["training_core_s"], 1)}
        found[key] = {
            "name": "nlp.js" if key == "c" else "nlp.js on all",
            "training": trained,
            "retraining": trained,
            "memory_mb": heard["memory_mb"],
            "understanding": asdict(understanding.scored(heard["topics"], rows, named)),
        }
    peer = peers.ours_on_sample()
    with Running(peer):
        found[peer.key] = {"name": peer.name, "understanding": asdict(understanding.scored(parsed(peer.port, texts), rows, SAMPLE))}
    found["a"]["understanding"] = found["b2"]["understanding"] = asdict(understanding.veivalg())


def _answering(everybody: Sequence[Peer], size: Size, found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Everything that needs the peers to be up, all at once and each in turn."""
    texts, rows = material.messages(), material.heldout()
    with ExitStack() as stack:
        running = [stack.enter_context(Running(peer)) for peer in everybody]
        for each in running:
            starts = [*found[each.peer.key].pop("starts"), each.seconds_to_first_answer]
            found[each.peer.key]["start_s"] = round(statistics.median(starts), 2)
            first_answers(each.peer, texts[-20:], 1)
        print("Latency …", flush=True)
        for clients in (1, 8):
            for key, measured in alternating(running, texts[: size.messages], clients, size.rounds).items():
                found[key].setdefault("latency", {})[str(clients)] = asdict(measured)
        for each in running:
            found[each.peer.key]["memory_mb"] = round(each.memory(), 1)
        asked = [row.text for row in rows]
        by_key = {each.peer.key: each for each in running}
        for key, named in (("b", SAMPLE), ("d", "the titles of the topics, as keywords")):
            found[key]["understanding"] = asdict(understanding.scored(parsed(by_key[key].peer.port, asked), rows, named))
        heard = searched(by_key["e"].peer.port, asked)
        found["e"]["understanding"] = asdict(understanding.scored(heard, rows, "nothing; it searches the content"))
        print("Throughput …", flush=True)
        for each in running:
            found[each.peer.key]["throughput"] = asdict(throughput(each, texts, size.step_s))
        print("Long conversations …", flush=True)
        return {
            "turns": _points(curves.turns(by_key["a"], texts, size.turns, size.conversations)),
            "turns (stock Rasa)": _points(curves.turns(by_key["b"], texts, size.turns, 1)),
        }


def _growing(size: Size) -> dict[str, Any]:
    texts = material.messages()[: size.messages]
    print("Many conversations …", flush=True)
    found: dict[str, Any] = {"sessions": _points(curves.sessions(texts, size.sessions))}
    print("Memory over many turns …", flush=True)
    points = curves.memory(size.memory_turns, material.messages(), math.inf if "BENCH_TURNS" in os.environ else curves.PATIENCE)
    half = points[len(points) // 2]
    found["memory"] = {
        "points": points,
        "kept": int(curves.KEPT_AT_ONCE),
        "growth": curves.growth(points),
        "per_thousand_mb": round((points[-1][1] - half[1]) / max(1, points[-1][0] - half[0]) * 1000, 3),
    }
    return found


def _points(points: Sequence[curves.Point]) -> list[dict[str, Any]]:
    return [asdict(point) for point in points]


def _machine(load: float) -> dict[str, Any]:
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").is_file() else []
    names = [line.partition(":")[2].strip() for line in info if line.startswith("model name")]
    return {
        "cores": psutil.cpu_count(),
        "processor": names[0] if names else platform.processor(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9),
        "python": platform.python_version(),
        "load_before": round(load, 1),
        "load_after": round(psutil.getloadavg()[0], 1),
    }


def _revision() -> str:
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _write(figures: dict[str, Any], folder: Path) -> None:
    written = folder / "figures.json"
    written.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "measured.md").write_text(page(figures), encoding="utf-8")
    subprocess.run([environments.program("plots", "python"), "-m", "bench.compare.plots", str(written), str(folder)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
