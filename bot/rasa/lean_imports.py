"""Lets Rasa start without TensorFlow, which it imports even when no component uses it, and serve without what other channels and stores need.

Saves about 5 s and 350 MB of memory, and 2 GB of disk, since TensorFlow need not be installed at all
(docs/decisions/0002-rasa-runtime.md). The stand-in can be imported and subclassed, as Rasa does at import time, and
fails loudly the moment anything really uses it. `VEIVALG_TENSORFLOW=1` takes the real one where it is installed.

scripts/setup.sh links this file into .venv, so that the plain `rasa` command finds the stand-in as well: it imports
nothing of ours, and little of Python's, because every Python that starts there reads it.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence
from typing import Any

HEAVY = ("tensorflow", "tensorflow_hub", "tensorflow_text", "tensorflow_addons", "keras", "jax")
UNSERVED = (
    *("aiogram", "cachecontrol", "fbmessenger", "slack_sdk", "socketio", "engineio", "twilio", "webexteamssdk"),  # channels
    *("boto3", "botocore", "s3transfer", "pymongo", "bson", "aio_pika", "aiormq"),  # stores and brokers
    *("questionary", "prompt_toolkit", "matplotlib", "apscheduler"),  # Rasa's shell, its plots, its reminders
)
"""What `rasa.core` imports for those who serve or store in another way than `python -m bot run` (a second and 60 MB)."""


class LeftOutError(Exception):
    """Something was really needed while its stand-in was in place; the message is one sentence."""


class TensorFlowIsOffError(LeftOutError):
    """It was TensorFlow."""


class _StandInType(type):
    """Makes attribute look-ups on stand-in classes give more stand-ins, so that type hints resolve."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{cls.__module__}.{cls.__qualname__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        # A decorator at import time (`@tf.function`) gives the function back; all else is real use.
        if len(args) == 1 and not kwargs and isinstance(args[0], types.FunctionType):
            return args[0]
        raise _refusal(f"{cls.__module__}.{cls.__qualname__}")

    def __getitem__(cls, item: Any) -> Any:
        return cls

    def __or__(cls, other: Any) -> Any:
        return cls


def _installed() -> bool:
    return importlib.machinery.PathFinder.find_spec("tensorflow") is not None


def _refusal(what: str) -> LeftOutError:
    """Say what to do. Rasa's command line prints its own exceptions as one line, and all others with their whole way."""
    if what.split(".")[0] in UNSERVED:
        return LeftOutError(f"{what} is left out of `python -m bot run`, which serves no other channel and keeps no other store.")
    way = "is off: set VEIVALG_TENSORFLOW=1 to use it." if _installed() else "is not installed here: `make diet` brings it."
    kind: type[TensorFlowIsOffError] = TensorFlowIsOffError
    exceptions = sys.modules.get("rasa.shared.exceptions")
    if exceptions is not None:
        kind = type(kind.__name__, (kind, exceptions.RasaException), {})
    return kind(f"{what} needs TensorFlow, which {way}")


def _stand_in(path: str) -> Any:
    module, _, name = path.rpartition(".")
    # What may stand in an `except` must be an exception, or the error at hand is lost.
    bases = (Exception,) if name.endswith(("Error", "Exception", "Failure")) else ()
    return _StandInType(name, bases, {"__module__": module})


class _StandInModule(types.ModuleType):
    __version__ = "0.0.0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _stand_in(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, real_first: bool, names: tuple[str, ...]) -> None:
        self.real_first = real_first
        self.names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in self.names:
            return None
        # Others may ask whether TensorFlow is installed; where it is not, only Rasa gets the stand-in. The real one tries what it may lack.
        if self.real_first and ("rasa" not in sys.modules or _installed()):
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        module.__path__ = []


def install(real_first: bool = False) -> None:
    """Put the stand-in in place; does nothing when TensorFlow is imported already, or a second time.

    Args:
        real_first: take the real TensorFlow where it is installed, and the stand-in only where it is not.
    """
    if "tensorflow" in sys.modules or any(getattr(finder, "real_first", None) is real_first for finder in sys.meta_path):
        return
    sys.meta_path.insert(len(sys.meta_path) if real_first else 0, _StandInFinder(real_first, HEAVY))


def leave_out_unserved() -> None:
    """Put stand-ins in the place of what `python -m bot run` never uses; call before Rasa is imported."""
    sys.meta_path.insert(0, _StandInFinder(False, UNSERVED))
