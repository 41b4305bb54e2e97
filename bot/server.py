"""`python -m bot run`: starts Rasa with our channel and in-process actions."""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import os
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from bot.errors import OperatorError
from bot.settings import Settings, SettingsError
from bot.training import TrainingError, current_model, train

if TYPE_CHECKING:
    from sanic import Sanic

logger = logging.getLogger(__name__)

MAX_BODY = 64 * 1024
"""Largest request body, in bytes: room for the longest message in any script."""


def main(argv: list[str]) -> int:
    """Check, train when needed, start, and print the address."""
    parser = argparse.ArgumentParser(prog="python -m bot run", description=main.__doc__)
    parser.parse_args(argv)
    from bot.rasa_runtime.quiet import LOG_FILE, printed_to, quieten

    # One message is embedded on one core: threads that wait for each other on a busy machine make it ten times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        settings = Settings.load()
        _refuse_taken_port(settings.host, settings.port)
        quieten()
        if not settings.tensorflow:
            from bot.rasa_runtime.lean_imports import install

            install()
        _prepare(settings)
    except (OperatorError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("Starting …", flush=True)
    try:
        with printed_to():
            app = create_app(settings)
    except OperatorError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        logger.exception("could not start")
        print(f"Could not start: {error} (details in {LOG_FILE})", file=sys.stderr)
        return 1
    threading.Thread(target=_announce, args=(settings,), daemon=True).start()
    from bot.channel.connections import BoundedProtocol

    BoundedProtocol.behind_proxy = settings.trusted_proxies > 0
    app.run(host=settings.host, port=settings.port, protocol=BoundedProtocol, access_log=False, motd=False, debug=False)
    return 0


def create_app(settings: Settings) -> Sanic:
    """The web application: our channel at the root, Rasa behind it, and nothing else of Rasa's.

    Raises:
        TrainingError: there is no model of today's data.
    """
    from rasa.core.agent import load_agent
    from sanic import Sanic

    from bot import assembly
    from bot.channel.headers import install as install_headers
    from bot.channel.health import health
    from bot.channel.input import VeivalgInput
    from bot.channel.problems import install as install_problems
    from bot.rasa_runtime.endpoints import endpoints
    from bot.rasa_runtime.in_process_actions import use_compiled_validator

    model = current_model()
    if not model.exists():
        raise TrainingError("There is no model of today's data: run `python -m bot train`.")
    Sanic.test_mode = False
    app = Sanic("veivalg", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.REQUEST_TIMEOUT = 15
    app.config.RESPONSE_TIMEOUT = 30
    app.config.KEEP_ALIVE_TIMEOUT = 15
    app.config.FALLBACK_ERROR_FORMAT = "json"
    assembly.assistant()  # fails here, with a sentence, when content, guides or contacts cannot be read
    use_compiled_validator()
    install_problems(app)
    install_headers(app, settings)

    app.ctx.agent = asyncio.run(load_agent(model_path=str(model), endpoints=endpoints(settings)))
    if not app.ctx.agent.is_ready():
        raise TrainingError(f"The model {model.name} could not be loaded.")

    async def hand_on(message: Any) -> None:
        await app.ctx.agent.handle_message(message)

    app.blueprint(VeivalgInput().blueprint(hand_on))
    app.blueprint(health())
    return app


def _prepare(settings: Settings) -> None:
    """Contacts in the database, content readable, a model of today's data."""
    from bot.contacts.preparation import ensure_imported
    from bot.content import load_library

    load_library(local=settings.local_dir)
    ensure_imported(settings.contacts_url, local=settings.local_dir)
    if not current_model().exists():
        print("Training the model (a few minutes the first time, seconds afterwards) …", flush=True)
        started = time.monotonic()
        train(settings.tensorflow)
        print(f"Trained in {time.monotonic() - started:.0f} s", flush=True)


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
                print(f"Veivalg is at {settings.address}", flush=True)
                return
        except OSError:
            time.sleep(0.1)
