"""Topics, the links between them, figures, changes and old addresses hang together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.check import check_content
from bot.content.library import MOST_RELATED
from tests.unit.content.check.faults import HELLO, KVP, Fault, found
from tests.unit.content.content_example import FILES, TODAY, write

FAULTS: list[Fault] = [
    ("figure-unused", KVP, "{kvp.kroner}", "mange", "no text states it"),
    ("no-such-topic", KVP, "neste: [hilsen]", "neste: [finnes_ikke]", "neste.0: «finnes_ikke» is not a topic"),
    ("own-topic", KVP, "neste: [hilsen]", "neste: [kvp]", "cannot lead to itself"),
    ("no-related", KVP, "slekt: [hilsen]", "slekt: []", "name at least one topic"),
    ("manners", HELLO, "rolle: hoflighet", "rolle: om_oss", "not in both"),
    ("no-say", KVP, "si_naar_du_ringer: {nb: «Hei.», nn: «Hei.»}\n", "", "needs si_naar_du_ringer"),
    ("change-topic", "changes.yml", "tema: kvp", "tema: kvq", "«kvq» is not a topic"),
    ("change-date", "changes.yml", "2026-11-20", "2026-12-20", "2026-12-20 is in the future"),
    ("change-date", "changes.yml", "2026-11-20", "2026-10-20", "the newest change stands first"),
    ("old-name", "addresses.yml", "kvalifisering: kvp", "kvalifisering: kvq", "«kvq» is not a topic"),
    ("old-name", "addresses.yml", "kvalifisering: kvp", "hilsen: kvp", "«hilsen» is a topic of today"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


def test_a_topic_is_reached_through_those_it_lies_near_but_not_through_a_crowd(tmp_path: Path) -> None:
    content = write(tmp_path)
    for number in range(MOST_RELATED + 1):
        (content / "nav" / f"k{number}.yml").write_text(FILES[KVP].lstrip().replace("id: kvp", f"id: k{number}"), encoding="utf-8")
    unreached = [finding.path.stem for finding in check_content(content, TODAY) if finding.rule == "unreachable"]
    assert unreached == [f"k{MOST_RELATED}"], "the others are shown under hilsen"
