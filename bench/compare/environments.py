"""An environment for each peer, under .cache/bench, from the package registries by name, pinned by version and hash."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.settings import ROOT

PLACE = ROOT / ".cache" / "bench"
PINS = ROOT / "bench" / "peers"
PYTHON = {
    "veivalg": ROOT / "requirements.lock",
    "rasa": PINS / "rasa.lock",
    "search": PINS / "search.lock",
    "plots": PINS / "plots.lock",
}
"""Name → what is installed in it. `veivalg` is only weighed: Veivalg itself runs in .venv, which is made of the same lock."""
SYSTEM_CERTIFICATES = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
"""For networks that look into TLS, as in scripts/setup.sh."""


class SetupError(RuntimeError):
    """An environment cannot be made; the message is one sentence."""


@dataclass(frozen=True)
class Installed:
    """What an installation with an empty package cache took: the network is part of it."""

    seconds: float
    megabytes: float


def program(environment: str, name: str) -> str:
    """A program of a peer's Python environment."""
    return str(PLACE / environment / "bin" / name)


def all_installed(anew: bool) -> dict[str, Installed]:
    """Make every environment, or only those that are not there or whose lock has changed.

    Raises:
        SetupError: uv, node or the network is missing.
    """
    found = {}
    for name in (*PYTHON, "nlpjs"):
        note = PLACE / name / ".installed"
        known = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
        if anew or known.get("stamp") != _stamp(name):
            print(f"Installing {name} …", flush=True)
            found[name] = install(name)
            note.write_text(json.dumps({"stamp": _stamp(name), **asdict(found[name])}), encoding="utf-8")
        else:
            found[name] = Installed(known["seconds"], known["megabytes"])
    return found


def _stamp(name: str) -> str:
    pins = PINS / "nlpjs" / "package-lock.json" if name == "nlpjs" else PYTHON[name]
    return hashlib.sha256(pins.read_bytes()).hexdigest()[:16]


def install(name: str) -> Installed:
    """Make one environment anew, from the registry.

    Raises:
        SetupError: uv, node or the network is missing.
    """
    folder = PLACE / name
    shutil.rmtree(folder, ignore_errors=True)
    began = time.monotonic()
    if name == "nlpjs":
        _npm(folder)
    else:
        _uv(["venv", "--quiet", "--python", "3.10", str(folder)])
        _uv(["pip", "install", "--quiet", "--no-cache", "--no-deps", "--require-hashes", "-r", str(PYTHON[name])], VIRTUAL_ENV=str(folder))
    return Installed(round(time.monotonic() - began, 1), round(_megabytes(folder), 1))


def _uv(arguments: list[str], **env: str) -> None:
    uv = shutil.which("uv") or str(ROOT / ".venv-uv" / "bin" / "uv")
    if not Path(uv).is_file():
        raise SetupError("uv is not here: run `make setup` first.")
    for more in ({}, SYSTEM_CERTIFICATES):
        done = subprocess.run([uv, *arguments], env={**os.environ, **env, **more}, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
    raise SetupError(f"uv {arguments[0]} {arguments[-1]} failed: {done.stderr.strip().splitlines()[-1:]}")


def _npm(folder: Path) -> None:
    if not (shutil.which("npm") and shutil.which("node")):
        raise SetupError("nlp.js needs node and npm: install them (apt-get install nodejs npm) and try again.")
    shutil.copytree(PINS / "nlpjs", folder)
    done = subprocess.run(
        ["npm", "ci", "--silent", "--omit=dev", "--ignore-scripts", "--no-audit", "--cache", str(folder / ".npm")],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(folder / ".npm", ignore_errors=True)
    if done.returncode:
        raise SetupError(f"npm ci failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")


def _megabytes(folder: Path) -> float:
    """What its files take, each counted once, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*")) / 1e6
