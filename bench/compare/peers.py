"""The peers that answer over HTTP: how each is started, measured and stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

from bench.compare import material, projects
from bench.compare.environments import PINS, PLACE, program
from bench.compare.talks import AnswerError, ParseTalk, RasaTalk, SearchTalk, Talk, VeivalgTalk
from bench.compare.training import RASA_ENV
from bot.rasa.training import current_model
from bot.settings import ROOT

OWN_RASA = str(Path(sys.executable).with_name("rasa"))
ACTIONS_STOCK, ACTIONS_OURS = 8291, 8292
PATIENCE = 180
"""Seconds that a start may take."""
FIRST_MESSAGE = "hva er kvp"


@dataclass(frozen=True)
class Program:
    """One process of a peer."""

    command: tuple[str, ...]
    folder: Path
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Peer:
    """Somebody to measure.

    Attributes:
        key: its letter in the tables.
        port: where it answers.
    """

    key: str
    name: str
    port: int
    programs: tuple[Program, ...]
    talk: Callable[[int], Talk]

    def begin(self) -> Talk:
        """A new conversation."""
        return self.talk(self.port)


def veivalg(port: int = 8281, tree: Path = ROOT, **env: str) -> Peer:
    """Ours as it is, or a copy of it."""
    settings = {"VEIVALG_PORT": str(port), "VEIVALG_RATE_PER_MINUTE": "100000", **env}
    return Peer("a", "Veivalg", port, (Program((sys.executable, "-m", "bot", "run"), tree, settings),), VeivalgTalk)


def _run(rasa: str, port: int, model: Path | str, *more: str) -> tuple[str, ...]:
    """The command that serves a model with Rasa's own server."""
    return (rasa, "run", "--interface", "127.0.0.1", "--port", str(port), "--model", str(model), *more)


def stock(port: int = 8282) -> Peer:
    """Rasa with the defaults of `rasa init`, and its action server."""
    rasa, folder = program("rasa", "rasa"), projects.STOCK
    actions = Program((rasa, "run", "actions", "--port", str(ACTIONS_STOCK)), folder, RASA_ENV)
    server = Program(_run(rasa, port, "models/model.tar.gz", "--enable-api"), folder, RASA_ENV)
    return Peer("b", "stock Rasa", port, (actions, server), RasaTalk)


def stock_with_ours(port: int = 8283) -> Peer:
    """`rasa run` and `rasa run actions` with our pipeline, model and action."""
    folder = PLACE / "own"
    folder.mkdir(parents=True, exist_ok=True)
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(
        (ROOT / "endpoints.yml").read_text(encoding="utf-8").replace("127.0.0.1:5055", f"127.0.0.1:{ACTIONS_OURS}"), encoding="utf-8"
    )
    actions = Program((OWN_RASA, "run", "actions", "--port", str(ACTIONS_OURS)), ROOT, RASA_ENV)
    server = _run(OWN_RASA, port, current_model(), "--endpoints", str(endpoints))
    return Peer("b2", "stock Rasa, our pipeline", port, (actions, Program(server, ROOT, RASA_ENV)), RasaTalk)


def floor(port: int = 8284) -> Peer:
    """Rasa's bare loop."""
    server = _run(program("rasa", "rasa"), port, "models/model.tar.gz", "--enable-api")
    return Peer("d", "Rasa's bare loop", port, (Program(server, projects.FLOOR, RASA_ENV),), RasaTalk)


def search(port: int = 8285) -> Peer:
    """Plain BM25 over the content."""
    passages = PLACE / "passages.json"
    passages.write_text(json.dumps([asdict(row) for row in material.passages()], ensure_ascii=False), encoding="utf-8")
    command = (program("search", "python"), str(PINS / "search_server.py"), str(passages), str(port))
    return Peer("e", "BM25 search", port, (Program(command, PLACE),), SearchTalk)


def ours_on_sample(port: int = 8286) -> Peer:
    """Our pipeline that learnt from the sample alone: for understanding."""
    folder = projects.OURS_ON_SAMPLE
    own = ("--enable-api", "--credentials", str(folder / "credentials.yml"), "--endpoints", str(folder / "endpoints.yml"))
    server = _run(OWN_RASA, port, folder / "models" / "model.tar.gz", *own)
    return Peer("a′", "Veivalg on the sample", port, (Program(server, ROOT, RASA_ENV),), ParseTalk)


class Running:
    """A peer's processes, from the start until it is stopped; use with `with`."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        logs = PLACE / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        self._log = (logs / f"{peer.key}.log").open("wb")
        self._processes = [
            subprocess.Popen(one.command, cwd=one.folder, env={**os.environ, **one.env}, stdout=self._log, stderr=subprocess.STDOUT)
            for one in peer.programs
        ]
        try:
            self._wait(began)
        except BaseException:
            self.stop()
            raise
        self.seconds_to_first_answer = time.perf_counter() - began

    def _wait(self, began: float) -> None:
        while time.perf_counter() - began < PATIENCE:
            talk = self.peer.begin()
            try:
                talk.say(FIRST_MESSAGE)
                return
            except (OSError, AnswerError):
                time.sleep(0.05)
            finally:
                talk.close()
            if any(process.poll() is not None for process in self._processes):
                break
        raise RuntimeError(f"{self.peer.name} did not start; see {self._log.name}")

    def tree(self) -> list[psutil.Process]:
        """Its processes and theirs."""
        roots = [psutil.Process(process.pid) for process in self._processes]
        return [each for root in roots for each in (root, *root.children(recursive=True))]

    def memory(self) -> float:
        """Megabytes resident, of all of it."""
        return sum(float(process.memory_info().rss) for process in self.tree()) / 1e6

    def processor(self) -> float:
        """Seconds of a core used since the start."""
        return sum(float(sum(process.cpu_times()[:2])) for process in self.tree())

    def keep_to(self, cores: set[int]) -> None:
        """Hold every thread of it to some cores."""
        for process in self.tree():
            for thread in process.threads():
                os.sched_setaffinity(thread.id, cores)

    def stop(self) -> None:
        """End its processes."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._log.close()

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
