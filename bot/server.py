"""`python -m bot run`: starts Rasa with our channel and in-process actions."""

from __future__ import annotations

import argparse
import errno
import logging
import socket
import sys
import threading
import time

from bot.app import Parts
from bot.errors import OperatorError
from bot.rasa.training import current_model, is_whole, train
from bot.settings import Settings, SettingsError

logger = logging.getLogger(__name__)


def main(argv: list[str]) -> int:
    """Check, train when needed, start, and print the address."""
    parser = argparse.ArgumentParser(prog="python -m bot run", description=main.__doc__)
    parser.parse_args(argv)
    from bot.rasa.quiet import LOG_FILE, printed_to, quieten

    try:
        settings = Settings.load()
        for warning in settings.unknown:
            print(warning, file=sys.stderr)
        _refuse_taken_port(settings.host, settings.port)
        quieten(logs=settings.logs)
        from bot.rasa.lean_imports import install

        install(real_first=settings.tensorflow)
        parts = Parts(settings)
        _prepare(parts)
    except (OperatorError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    _say(settings, "Starting …")
    try:
        with printed_to():
            from bot.rasa.app import create_app  # Rasa prints while it is imported

            app = create_app(parts)
    except OperatorError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        logger.exception("could not start")
        print(f"Could not start: {error} (details in {LOG_FILE if settings.logs == 'file' else 'the log'})", file=sys.stderr)
        return 1
    threading.Thread(target=_announce, args=(settings,), daemon=True).start()
    from bot.web.connections import BoundedProtocol

    BoundedProtocol.behind_proxy = settings.trusted_proxies > 0
    app.run(host=settings.host, port=settings.port, protocol=BoundedProtocol, access_log=False, motd=False, debug=False)
    return 0


def _prepare(parts: Parts) -> None:
    """Contacts in the database, content readable, a model of today's data."""
    _ = parts.assistant  # what cannot be read is told before the model is trained, not minutes later
    if not is_whole(current_model()):  # also when a full disk or a stopped copy has cut it short
        _say(parts.settings, "Training the model (a few minutes the first time, seconds afterwards) …")
        started = time.monotonic()
        train(parts.settings.tensorflow)
        _say(parts.settings, f"Trained in {time.monotonic() - started:.0f} s")


def _say(settings: Settings, what: str) -> None:
    """Tell whoever started it; in the log, where standard output is nothing but JSON."""
    if settings.logs == "json":
        logger.info("%s", what)
    else:
        print(what, flush=True)


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                reason = "is taken: stop what runs there, or choose another with VEIVALG_PORT=8081"
            else:
                reason = f"cannot be used ({error.strerror})"
            raise SettingsError(f"Port {port} on {host} {reason}.") from None


def _announce(settings: Settings) -> None:
    """Print the address once the server answers."""
    for _ in range(600):
        try:
            with socket.create_connection((settings.host, settings.port), timeout=0.2):
                _say(settings, f"Veivalg is at {settings.address}")
                return
        except OSError:
            time.sleep(0.1)
