"""Which button payloads a client may send: the ones the assistant offers, and no other.

Rasa reads any text that starts with `/` as a command (`/restart`, `/intent{…}`), so the channel lets
through only payloads of these forms, with these values, and writes them anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from bot.content import FACETS
from bot.settings import MALFORMER
from bot.web.errors import BadPayloadError

MAX_LENGTH = 300
_FORM = re.compile(r"/([a-z][a-z0-9_]{0,60})(\{.*\})?", re.DOTALL)


class Payloads:
    """Checks payloads against what the assistant can offer.

    Args:
        topics: every topic id, with the ids of its questions.
        knows_kommune: whether a municipality number exists.
        knows_bydel: whether a district number exists.
        guide_facts: guide id → fact → whether a value may be its answer.
    """

    def __init__(
        self,
        topics: Mapping[str, Collection[str]],
        knows_kommune: Callable[[str], bool],
        knows_bydel: Callable[[str], bool],
        guide_facts: Mapping[str, Mapping[str, Callable[[Any], bool]]],
    ) -> None:
        self._topics = topics
        self._knows_kommune = knows_kommune
        self._knows_bydel = knows_bydel
        self._guide_facts = guide_facts

    def check(self, payload: str) -> str:
        """The payload, written anew.

        Raises:
            RequestError: 400, not a payload that the assistant offers.
        """
        match = _FORM.fullmatch(payload) if len(payload) <= MAX_LENGTH else None
        if match is None:
            raise BadPayloadError
        intent, raw = match.group(1), match.group(2)
        try:
            entities = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise BadPayloadError from None
        if not self._allowed(intent, entities):
            raise BadPayloadError
        return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"

    def _allowed(self, intent: str, entities: dict[str, Any]) -> bool:
        if intent in self._topics:
            asks = {"fasett": FACETS, "svar": self._topics[intent]}
            return not entities or any(set(entities) == {name} and _one_of(values, entities[name]) for name, values in asks.items())
        if intent == "dialog_malform":
            return set(entities) == {"malform"} and _one_of(MALFORMER, entities["malform"])
        if intent == "dialog_sted":
            return self._allowed_place(entities)
        if intent == "dialog_guide":
            return self._allowed_guide(entities)
        return intent in ("dialog_avbryt", "dialog_hvorfor") and not entities

    def _allowed_place(self, entities: dict[str, Any]) -> bool:
        if not entities:
            return True
        if set(entities) == {"nummer"}:
            return isinstance(entities["nummer"], str) and self._knows_kommune(entities["nummer"])
        if set(entities) == {"bydel"}:
            value = entities["bydel"]
            return isinstance(value, str) and (value == "-" or self._knows_bydel(value))
        return False

    def _allowed_guide(self, entities: dict[str, Any]) -> bool:
        guide = entities.get("guide")
        if not isinstance(guide, str) or guide not in self._guide_facts:
            return False
        if set(entities) == {"guide"}:
            return True
        if set(entities) == {"guide", "fortsett"}:
            return type(entities["fortsett"]) is int and entities["fortsett"] == 1
        fact, facts = entities.get("fakta"), self._guide_facts[guide]
        if not isinstance(fact, str) or fact not in facts:
            return False
        if set(entities) == {"guide", "fakta"}:  # back to a question that was answered
            return True
        value = entities.get("verdi")
        return set(entities) == {"guide", "fakta", "verdi"} and isinstance(value, (str, int)) and facts[fact](value)


def _one_of(allowed: Collection[str], value: Any) -> bool:
    return isinstance(value, str) and value in allowed
