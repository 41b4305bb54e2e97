"""`python -m bot run`: starts Rasa with our channel and in-process actions, and says that it is waking while it does."""

from __future__ import annotations

import argparse
import errno
import logging
import socket
import sys
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

from bot.errors import OperatorError
from bot.settings import Settings, SettingsError
from bot.web.waking import LATER, SOON, Waking, waking

if TYPE_CHECKING:  # what takes seconds to import is imported while the waking page answers
    from sanic import Sanic

    from bot.app import Parts

logger = logging.getLogger(__name__)


def main(argv: list[str]) -> int:
    """Check, train when needed, start, and print the address."""
    parser = argparse.ArgumentParser(prog="python -m bot run", description=main.__doc__)
    parser.parse_args(argv)
    try:
        settings = Settings.load()
        for warning in settings.unknown:
            print(warning, file=sys.stderr)
        listening = bound(settings.host, settings.port)
        # Behind a proxy a replica that cannot answer yet is not to be reached, so that another one is asked.
        with nullcontext() if settings.trusted_proxies else waking(listening, settings) as told:
            app = _app(settings, told)
    except (OperatorError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    if app is None:
        return 1
    from bot.web.connections import BoundedProtocol

    BoundedProtocol.behind_proxy = settings.trusted_proxies > 0
    app.run(sock=listening, protocol=BoundedProtocol, access_log=False, motd=False, debug=False)
    return 0


def _app(settings: Settings, told: Waking | None) -> Sanic | None:
    """The whole assistant, ready to serve; None when something went wrong that is no fault of the operator's, which has been told."""
    from bot.rasa.quiet import LOG_FILE, printed_to, quieten

    quieten(logs=settings.logs)
    from bot.rasa.lean_imports import install, leave_out_unserved

    install(real_first=settings.tensorflow)
    leave_out_unserved()
    from bot.app import Parts

    parts = Parts(settings)
    _prepare(parts, told)
    _say(settings, "Starting …")
    try:
        with printed_to():
            from bot.rasa.app import create_app  # Rasa prints while it is imported

            app = create_app(parts)
    except OperatorError:
        raise
    except Exception as error:
        logger.exception("could not start")
        print(f"Could not start: {error} (details in {LOG_FILE if settings.logs == 'file' else 'the log'})", file=sys.stderr)
        return None

    @app.after_server_start
    async def announce(*_: object) -> None:
        _say(settings, f"Veivalg is at {settings.address}")

    return app


def _prepare(parts: Parts, told: Waking | None) -> None:
    """Contacts in the database, content readable, a model of today's data."""
    from bot.rasa.training import current_model, is_whole, train

    _ = parts.assistant  # what cannot be read is told before the model is trained, not minutes later
    if is_whole(current_model()):  # a full disk or a stopped copy may have cut it short
        return
    _say(parts.settings, "Training the model (a few minutes the first time, seconds afterwards) …")
    started = time.monotonic()
    if told is not None:
        told.again = LATER
    train(parts.settings.tensorflow)
    if told is not None:
        told.again = SOON
    _say(parts.settings, f"Trained in {time.monotonic() - started:.0f} s")


def _say(settings: Settings, what: str) -> None:
    """Tell whoever started it; in the log, where standard output is nothing but JSON."""
    if settings.logs == "json":
        logger.info("%s", what)
    else:
        print(what, flush=True)


def bound(host: str, port: int) -> socket.socket:
    """A socket of ours at this address, on which nobody listens yet.

    Raises:
        SettingsError: another has it, or it cannot be had.
    """
    ours = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if ours.family == socket.AF_INET6:
            ours.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        ours.bind((host, port))
    except OSError as error:
        ours.close()
        if error.errno == errno.EADDRINUSE:
            reason = "is taken: stop what runs there, or choose another with VEIVALG_PORT=8081"
        else:
            reason = f"cannot be used ({error.strerror})"
        raise SettingsError(f"Port {port} on {host} {reason}.") from None
    return ours
