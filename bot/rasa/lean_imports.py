"""Lets Rasa start without TensorFlow, which it imports even when no component uses it.

Saves about 5 s and 350 MB (docs/decisions/0002-rasa-runtime.md). The stand-in can be imported and
subclassed, as Rasa does at import time, and fails loudly the moment anything really uses it.
`VEIVALG_TENSORFLOW=1` leaves the real one in place.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Sequence
from typing import Any

HEAVY = ("tensorflow", "tensorflow_hub", "tensorflow_text", "tensorflow_addons", "keras", "jax")


class TensorFlowIsOffError(RuntimeError):
    """Something really needed TensorFlow while the stand-in was in place."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} needs TensorFlow, which is off: set VEIVALG_TENSORFLOW=1 to use it.")


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
        raise TensorFlowIsOffError(f"{cls.__module__}.{cls.__qualname__}")

    def __getitem__(cls, item: Any) -> Any:
        return cls

    def __or__(cls, other: Any) -> Any:
        return cls


def _stand_in(path: str) -> Any:
    module, _, name = path.rpartition(".")
    return _StandInType(name, (), {"__module__": module})


class _StandInModule(types.ModuleType):
    __version__ = "0.0.0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _stand_in(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in HEAVY:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        module.__path__ = []


def install() -> None:
    """Put the stand-in in place; does nothing when TensorFlow is imported already, or a second time."""
    if "tensorflow" in sys.modules or any(isinstance(finder, _StandInFinder) for finder in sys.meta_path):
        return
    sys.meta_path.insert(0, _StandInFinder())
