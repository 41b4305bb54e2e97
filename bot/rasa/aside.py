"""Learning in a process of its own, on another core, while the rest is learnt in this one.

Plain `rasa train` keeps what a component learnt as soon as it has, so there everything is learnt in turn; only `learning_aside`, which
waits before the model is packed, lets anything be learnt aside.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

_running: list[BaseProcess] | None = None


@contextmanager
def learning_aside() -> Iterator[None]:
    """While it lasts, what is given to `learn` may be learnt aside; at its end nothing goes on."""
    global _running
    _running = [] if sys.platform == "linux" else None  # it inherits its data, which is hundreds of megabytes
    try:
        yield
    finally:
        for process in _running or ():
            process.kill()
        _running = None


def learn(task: Callable[[], None]) -> None:
    """Do it aside where that is allowed, otherwise at once. It must use no thread of this process: the encoder's engine has some."""
    if _running is None:
        task()
        return
    process = multiprocessing.get_context("fork").Process(target=task, daemon=True)
    process.start()
    _running.append(process)


def wait() -> None:
    """Until all is learnt.

    Raises:
        RuntimeError: something could not be learnt.
    """
    for process in _running or ():
        process.join()
        if process.exitcode:
            raise RuntimeError(f"what was learnt aside failed (exit code {process.exitcode})")
