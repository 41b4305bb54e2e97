"""No word of a conversation is kept, what is remembered expires by itself and is gone at once when asked – in memory and in a real Valkey."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest
import redis
from redis.exceptions import RedisError

from bot.rasa import tracker_store
from bot.rasa.tracker_store import ForgetfulRedisTrackerStore, ForgetfulTrackerStore, unwrap
from bot.settings import LONGEST_HOURS, SettingsError
from tests.parts import PARTS
from tests.unit.rasa.stored import ANSWER, SECRET, Store, conversation, domain


@pytest.fixture(params=["memory", "valkey"])
def make(request: pytest.FixtureRequest) -> Callable[[float], Store]:
    """Makes a store that keeps conversations so many seconds."""
    if request.param == "memory":
        return lambda seconds: ForgetfulTrackerStore(domain(), hours=seconds / 3600)
    port = request.getfixturevalue("valkey")
    return lambda seconds: ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=port, record_exp=seconds)


def raw(store: Store) -> str:
    """Everything the store holds, as it is kept."""
    if isinstance(store, ForgetfulTrackerStore):
        return str(dict(store._store))
    return str([(key, store.red.get(key)) for key in store.red.scan_iter("*")])


def test_no_word_is_kept_only_the_slots(make: Callable[[float], Store]) -> None:
    store = make(60)
    asyncio.run(store.save(conversation(store, "lang", 6)))
    kept = asyncio.run(store.retrieve("lang"))
    assert kept is not None
    assert kept.get_slot("tema") == "kvp"
    assert kept.latest_action_name == "action_listen"
    assert SECRET not in raw(store)
    assert ANSWER not in raw(store)
    assert len(raw(store)) < 20_000


def test_a_conversation_expires_by_itself(make: Callable[[float], Store]) -> None:
    store = make(1)
    asyncio.run(store.save(conversation(store, "kort", 1)))
    assert asyncio.run(store.has("kort"))
    time.sleep(1.3)
    assert not asyncio.run(store.has("kort"))
    assert asyncio.run(store.retrieve("kort")) is None


def test_it_leaves_memory_though_nobody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracker_store, "SWEEP", 0.2)

    async def wait() -> str:
        store = ForgetfulTrackerStore(domain(), hours=0.3 / 3600)
        await store.save(conversation(store, "stille", 1))
        await asyncio.sleep(1.0)
        return repr(vars(store._store))

    assert "stille" not in asyncio.run(wait())


def test_erasing_takes_effect_at_once(make: Callable[[float], Store]) -> None:
    store = make(60)
    asyncio.run(store.save(conversation(store, "slettes", 2)))
    assert "slettes" in raw(store)
    asyncio.run(store.delete("slettes"))
    assert not asyncio.run(store.has("slettes"))
    assert "tracker:slettes" not in raw(store)
    assert "'slettes': " not in raw(store)
    asyncio.run(store.delete("aldri-sett"))


def test_an_answer_still_on_its_way_does_not_bring_an_erased_conversation_back(make: Callable[[float], Store]) -> None:
    store = make(60)
    asyncio.run(store.delete("borte"))
    asyncio.run(store.save(conversation(store, "borte", 1)))
    assert not asyncio.run(store.has("borte"))
    assert asyncio.run(store.retrieve("borte")) is None


def test_one_conversation_does_not_show_another(make: Callable[[float], Store]) -> None:
    store = make(60)
    asyncio.run(store.save(conversation(store, "en", 1)))
    assert asyncio.run(store.retrieve("to")) is None


def test_the_number_in_memory_is_bounded() -> None:
    store = ForgetfulTrackerStore(domain(), hours=1, max_sessions=3)
    for number in range(5):
        asyncio.run(store.save(conversation(store, str(number), 1)))
    assert sorted(asyncio.run(store.keys())) == ["2", "3", "4"]  # type: ignore[call-overload]


def test_a_store_by_itself_keeps_what_the_settings_say_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEIVALG_SESSION_HOURS", "2")
    assert ForgetfulTrackerStore(domain())._store.ttl == 2 * 3600
    monkeypatch.setenv("VEIVALG_SESSION_HOURS", "48")
    with pytest.raises(SettingsError, match="24"):
        ForgetfulTrackerStore(domain())


def test_a_store_that_does_not_answer_leaves_the_event_loop_free(valkey: int) -> None:
    store = ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=valkey, db=5, record_exp=60)
    client = redis.Redis("127.0.0.1", valkey, 5)

    async def beside() -> int:
        looking = asyncio.ensure_future(store.has("en"))
        beats = 0
        while not looking.done():
            await asyncio.sleep(0.01)
            beats += 1
        return beats

    client.client_pause(600)  # type: ignore[no-untyped-call]
    assert asyncio.run(beside()) > 10


def test_without_valkey_nothing_is_kept_elsewhere_instead() -> None:
    """Rasa would fall back to a store in memory that never forgets, were the error raised on."""
    from rasa.core.tracker_store import FailSafeTrackerStore

    store = ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=1)
    safe = FailSafeTrackerStore(store)
    asyncio.run(safe.save(conversation(store, "ingen", 1)))
    assert safe._fallback_tracker_store is None
    with pytest.raises(RedisError):
        asyncio.run(store.has("ingen"))


def test_what_cannot_be_read_or_kept_is_an_error_where_nothing_stands_between() -> None:
    """Rasa's wrapper would answer from an empty conversation, and what was known would be written over."""
    from rasa.core.tracker_store import FailSafeTrackerStore

    store = ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=1, strict=True)
    agent = SimpleNamespace(tracker_store=FailSafeTrackerStore(store), processor=SimpleNamespace(tracker_store=None))
    unwrap(agent)  # type: ignore[arg-type]
    assert agent.tracker_store is agent.processor.tracker_store is store
    for asked in (store.retrieve("en"), store.save(conversation(store, "en", 1))):
        with pytest.raises(RedisError):
            asyncio.run(asked)


def test_the_longest_time_is_what_people_are_told() -> None:
    figure = PARTS.library.figures["personvern.timer"]
    assert {int(row.number) for row in figure.rows if row.number is not None} == {LONGEST_HOURS}
