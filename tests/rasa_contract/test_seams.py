"""What we use of Rasa's and Sanic's insides, by name and signature: when one changes, it fails here and says which."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from bot.rasa.lean_imports import install

install()  # before anything imports Rasa

from rasa.core import lock_store, tracker_store  # noqa: E402
from rasa.core.actions.action import RemoteAction  # noqa: E402
from rasa.core.agent import Agent, load_agent  # noqa: E402
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage  # noqa: E402
from rasa.core.lock import TicketLock  # noqa: E402
from rasa.core.processor import MessageProcessor  # noqa: E402
from rasa.engine.graph import GraphComponent  # noqa: E402
from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.shared.importers.importer import TrainingDataImporter  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402
from rasa_sdk.executor import ActionExecutor  # noqa: E402
from sanic import Sanic  # noqa: E402
from sanic.http import Http, Stage  # noqa: E402
from sanic.server.protocols.http_protocol import HttpProtocol  # noqa: E402

SEAMS: list[tuple[Callable[..., Any], str, str]] = [
    # what it is, its parameters in order, who uses it
    (RemoteAction._validate_action_result, "self result", "bot/rasa/in_process_actions.py"),
    (RemoteAction.action_response_format_spec, "", "bot/rasa/in_process_actions.py"),
    (EndpointConfig.request, "self method subpath content_type compress kwargs", "bot/rasa/in_process_actions.py"),
    (ActionExecutor.register_action, "self action", "bot/rasa/in_process_actions.py"),
    (ActionExecutor.run, "self action_call", "bot/rasa/in_process_actions.py"),
    (load_agent, "model_path model_server remote_storage endpoints loop", "bot/rasa/app.py"),
    (Agent.is_ready, "self", "bot/rasa/conversations.py"),
    (Agent.handle_message, "self message", "bot/rasa/rest.py"),
    (MessageProcessor.parse_message, "self message tracker only_output_properties", "bot/rasa/conversations.py, bot/rasa/understanding.py"),
    (MessageProcessor.handle_message, "self message", "bot/rasa/conversations.py"),
    (UserMessage.__init__, "self text output_channel sender_id parse_data input_channel message_id metadata", "bot/rasa/conversations.py"),
    (InputChannel.blueprint, "self on_new_message", "bot/rasa/input.py"),
    (OutputChannel.send_text_message, "self recipient_id text kwargs", "bot/rasa/conversations.py"),
    (OutputChannel.send_custom_json, "self recipient_id json_message kwargs", "bot/rasa/conversations.py"),
    (
        lock_store.LockStore.lock,
        "self conversation_id lock_lifetime wait_time_in_seconds",
        "bot/rasa/conversations.py, bot/rasa/lock_store.py",
    ),
    (TicketLock.__init__, "self conversation_id tickets", "bot/rasa/lock_store.py"),
    (tracker_store.TrackerStore.__init__, "self domain event_broker kwargs", "bot/rasa/tracker_store.py"),
    (tracker_store.TrackerStore.stream_events, "self tracker", "bot/rasa/tracker_store.py"),
    (tracker_store.SerializedTrackerAsText.serialise_tracker, "tracker", "bot/rasa/tracker_store.py"),
    (tracker_store.TrackerStore.deserialise_tracker, "self sender_id serialised_tracker", "bot/rasa/tracker_store.py"),
    (tracker_store.RedisTrackerStore.save, "self tracker timeout", "bot/rasa/tracker_store.py"),
    (LocalModelStorage.from_model_archive, "storage_path model_archive_path", "bot/rasa/unpacked.py"),
    (LocalModelStorage._extract_archive_to_directory, "model_archive_path temporary_directory", "bot/rasa/unpacked.py"),
    (LocalModelStorage._load_metadata, "directory", "bot/rasa/unpacked.py"),
    (GraphComponent.create, "config model_storage resource execution_context", "bot/rasa/pipeline"),
    (GraphComponent.load, "config model_storage resource execution_context kwargs", "bot/rasa/pipeline"),
    (GraphComponent.fingerprint_addon, "config", "bot/rasa/pipeline/danger_detector.py"),
    (TrainingDataImporter.get_nlu_data, "self language", "bot/rasa/pipeline/told_importer.py"),
    (HttpProtocol._setup_connection, "self", "bot/web/connections.py"),
    (HttpProtocol.data_received, "self data", "bot/web/connections.py"),
    (HttpProtocol.connection_made, "self transport", "bot/web/connections.py"),
    (HttpProtocol.connection_lost, "self exc", "bot/web/connections.py"),
    (Http.__init__, "self protocol", "bot/web/request_head.py"),
    (Http.http1_request_header, "self", "bot/web/request_head.py"),
    (Http.read, "self", "bot/web/request_head.py"),
    (Http.http1_response_header, "self data end_stream", "bot/web/connections.py"),
]


@pytest.mark.parametrize(("seam", "parameters", "used_by"), SEAMS, ids=[seam.__qualname__ for seam, _, _ in SEAMS])
def test_a_seam_is_as_it_was(seam: Callable[..., Any], parameters: str, used_by: str) -> None:
    assert " ".join(inspect.signature(seam).parameters) == parameters, f"used by {used_by}"


@pytest.mark.parametrize(
    ("where", "names", "used_by"),
    [
        (
            inspect.getsource(HttpProtocol),
            ("_time", "_http", "connections", "recv_buffer", "signal", "transport"),
            "bot/web/connections.py",
        ),
        (
            inspect.getsource(Http),
            ("_receive_more", "_send", "expecting_continue", "keep_alive", "recv_buffer", "request_body", "request_bytes_left"),
            "bot/web/request_head.py",
        ),
        (inspect.getsource(tracker_store.FailSafeTrackerStore), ("self._tracker_store = ",), "bot/rasa/conversations.py"),
        (inspect.getsource(tracker_store.RedisTrackerStore), ("self.red = ", "self.key_prefix = "), "bot/rasa/tracker_store.py"),
        (inspect.getsource(lock_store.RedisLockStore), ("self.red = ", "self.key_prefix = "), "bot/rasa/lock_store.py"),
        (
            inspect.getsource(Agent.handle_message),
            ("self.lock_store.lock(message.sender_id)", "self.processor.handle_message"),
            "bot/rasa/conversations.py",
        ),
        (
            inspect.getsource(MessageProcessor),
            ("if message.parse_data:",),
            "bot/rasa/conversations.py: a message that is understood is not parsed again",
        ),
        (inspect.getsource(MessageProcessor._load_model), ("LocalModelStorage,",), "bot/rasa/unpacked.py"),
        (inspect.getsource(LocalModelStorage), ("MODEL_ARCHIVE_COMPONENTS_DIR)", "cls(storage_path)"), "bot/rasa/unpacked.py"),
        (inspect.getsource(Sanic), ("test_mode", "configure_logging"), "bot/rasa/app.py"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_an_inner_name_is_there(where: str, names: tuple[str, ...], used_by: str) -> None:
    assert [name for name in names if name not in where] == [], f"used by {used_by}"


def test_a_connection_between_requests_is_idle() -> None:
    assert Stage.IDLE is Stage(0)


def test_the_versions_are_those_that_were_read() -> None:
    """A new version is no fault, but every seam above is to be read again."""
    from importlib.metadata import version

    assert (version("rasa"), version("sanic")) == ("3.6.21", "21.12.2")
