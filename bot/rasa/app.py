"""The web application: our channel at the root, Rasa behind it, and nothing else of Rasa's."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa.core.agent import load_agent
from sanic import Sanic

from bot.app import Parts
from bot.rasa.endpoints import endpoints
from bot.rasa.in_process_actions import use_compiled_validator
from bot.rasa.input import VeivalgInput
from bot.rasa.looks import looks
from bot.rasa.tracker_store import unwrap
from bot.rasa.training import TrainingError, current_model
from bot.rasa.unpacked import use_unpacked_model
from bot.web.headers import install as install_headers
from bot.web.health import health
from bot.web.metrics import metrics_of, metrics_page
from bot.web.packing import install as install_packing
from bot.web.problems import install as install_problems
from bot.web.request_id import install as install_request_id

MAX_BODY = 64 * 1024
"""Largest request body, in bytes: room for the longest message in any script."""

DRAIN = 25
"""Seconds that turns in flight have to end when the process is told to; systemd, Compose and Kubernetes wait longer (deploy/)."""


def create_app(parts: Parts) -> Sanic:
    """The web application: our channel at the root, Rasa behind it, and nothing else of Rasa's.

    Raises:
        TrainingError: there is no model of today's data.
        OperatorError: content, guides or contacts cannot be read.
    """
    from sanic import Sanic

    model = current_model()
    if not model.exists():
        raise TrainingError("There is no model of today's data: run `python -m bot train`.")
    Sanic.test_mode = False
    app = Sanic("veivalg", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.REQUEST_TIMEOUT = 15
    app.config.RESPONSE_TIMEOUT = 30
    app.config.KEEP_ALIVE_TIMEOUT = 15
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = DRAIN
    app.config.FALLBACK_ERROR_FORMAT = "json"
    use_compiled_validator()
    use_unpacked_model()
    metrics = metrics_of(parts)
    install_problems(app, parts, metrics)
    install_headers(app, parts.settings)
    install_request_id(app, parts.settings.trusted_proxies)
    install_packing(app)

    app.ctx.agent = asyncio.run(load_agent(model_path=str(model), endpoints=endpoints(parts)))
    if not app.ctx.agent.is_ready():
        raise TrainingError(f"The model {model.name} could not be loaded.")

    unwrap(app.ctx.agent)

    async def hand_on(message: Any) -> None:
        await app.ctx.agent.handle_message(message)

    app.blueprint(VeivalgInput(parts, metrics).blueprint(hand_on))
    app.blueprint(health(looks(app.ctx.agent, parts)))
    if parts.settings.metrics:
        app.blueprint(metrics_page(metrics))
    return app
