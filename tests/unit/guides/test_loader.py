"""Each way to break a table is refused where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.guides import GuideError, load_guides
from bot.yaml_lines import ContentError
from tests.unit.guides.small_table import GOOD, RULE, load_small


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("naar: {praksis: {tall_fra: 3}}", "naar: {alder: {tall_fra: 3}}", "naar: {alder", "«alder» is not in fakta"),
        ("naar: {praksis: {tall_fra: 3}}", "naar: {praksis: {tall_fra: 41}}", "  - utfall: erfaren", "can never apply"),
        ('naar: {jobb: ["nei", vet_ikke], fodt: {alder_til: 24}}', 'naar: {jobb: ["nei", vet_ikke], fodt: {alder_til: 24, alder_fra: 25}}', '  - utfall: ung', "can never apply"),
        ('naar: {jobb: ["nei", vet_ikke],', 'naar: {jobb: ["ja", "nei", vet_ikke],', '  - utfall: ung', "overlaps with the rule in line"),
        ("hvorfor: {nb: Tid teller., nn: Tid tel., en: Time counts.}", "hvorfor: {nb: Tid teller., en: Time counts.}", "hvorfor: {nb: Tid", "nn is missing"),
        ("hvorfor: {nb: Tid teller.,", "hvorfor: {nb: ' ',", "hvorfor: {nb: ' '", "the text is empty"),
        ("hvorfor: {nb: Tid teller.,", "hvorfor: {de: Zeit, nb: Tid teller.,", "hvorfor: {de", "«de» is not known here"),
        ("fra: 2025-01-01", "fra: 1. januar 2025", "fra: 1. januar", "must be a date"),
        ("fra: 2025-01-01", "fra: 2025-01-01\n    til: 2024-01-01", "til: 2024", "til is before fra"),
        ("fra: 2025-01-01", "fra: 2025-13-01", "fra: 2025-13-01", "«2025-13-01» is no date"),
        ("sjekket: 2026-11-23", "sjekket: i går", "lov: {tittel", "sjekket must be a date"),
        ("    kilde: lov\n    vekt: 10", "    kilde: loven\n    vekt: 10", "kilde: loven", "«loven» is not in kilder"),
        (RULE, RULE.replace("praksis: {tall_fra: 3}", 'jobb: "ja"'), "  praksis:", "no rule asks for praksis"),
        ("  - utfall: erfaren", "  - utfall: ukjent", "utfall: ukjent", "«ukjent» is not in utfall"),
        (GOOD[GOOD.index("ellers:") :], "ellers:\n  - utfall: ung\n    kilde: lov\n    grunn: {nb: E, nn: E, en: E}\n", "  annet:", "no rule leads to annet"),
        ("  - utfall: annet", "  - utfall: annet\n    kilde: lov\n    grunn: {nb: E, nn: E, en: E}\n  - utfall: annet", "  - utfall: annet", "another of ellers is in force"),
        ('jobb: "ja", fodt', 'jobb: kanskje, fodt', "jobb: kanskje", "«kanskje» is not an option of jobb"),
        ("{tall_fra: 3}", "{alder_fra: 3}", "{alder_fra: 3}", "tall measures a number"),
        ("{tall_fra: 3}", "{tall_fra: tre}", "{tall_fra: tre}", "with whole numbers"),
        ("{tall_fra: 3}", "3", "praksis: 3", "a condition on praksis has some of"),
        ("    vekt: 10", "    vekt: tung", "vekt: tung", "vekt must be a whole number"),
        ("    type: tall\n", "    type: kommatall\n", "type: kommatall", "type must be one of"),
        ("    til: 40", "    til: -1", "  praksis:", "need fra and til"),
        ('fortalt: {nb: "{0} år"', 'fortalt: {nb: "år"', 'fortalt: {nb: "år"', "{0} where the value goes"),
        ('url: "https://lovdata.no/x"', 'url: "http://lovdata.no/x"', "lov: {tittel", "https://"),
        ("id: liten", "id: stor", "id: stor", "the file is called"),
        ("kilder:", "kilder: [", "regler:", "not valid YAML"),
        ("regler:", "regler:\nregler:", "regler:", "written twice"),
    ],
)  # fmt: skip
def test_a_broken_table_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: str, told: str) -> None:
    assert old in GOOD
    broken = GOOD.replace(old, new, 1)
    with pytest.raises(ContentError, match=r"liten\.yml:\d+: ") as refused:
        load_small(tmp_path, broken)
    path, number, reason = str(refused.value).split(":", 2)
    assert path == str(tmp_path / "liten.yml")
    assert told in reason
    assert line in broken.splitlines()[int(number) - 1], (number, reason)


def test_facts_of_one_name_take_the_same_answers_in_every_guide(tmp_path: Path) -> None:
    load_small(tmp_path)
    other = GOOD.replace("id: liten", "id: mindre").replace("vet_ikke", "usikker")
    (tmp_path / "mindre.yml").write_text(other, encoding="utf-8")
    with pytest.raises(GuideError, match=r"mindre\.yml:\d+: jobb takes other answers in liten"):
        load_guides(tmp_path)


def test_a_folder_without_guides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no guides here"):
        load_guides(tmp_path)
