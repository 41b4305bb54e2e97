"""Every address in the data is found, with its file and line."""

from __future__ import annotations

from pathlib import Path

from bot.links.addresses import find_addresses


def test_addresses_are_found_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        'url: "https://x.no/a"\n# https://x.no/comment\nnb: Se nav.no/aap. Skriv til post@x.no eller ring.\nc: {url: "https://x.no/a", d: 1}\n',
        encoding="utf-8",
    )
    (tmp_path / "b.csv").write_text('navn,url\n"A, B","https://y.no/b?x=1,2"\n', encoding="utf-8")
    found = {address.url: [place.rsplit("/", 1)[1] for place in address.places] for address in find_addresses([tmp_path])}
    assert found == {"https://x.no/a": ["a.yml:1", "a.yml:4"], "https://nav.no/aap": ["a.yml:3"], "https://y.no/b?x=1,2": ["b.csv:2"]}


def test_our_own_addresses_are_found() -> None:
    urls = {address.url for address in find_addresses()}
    assert {"https://lovdata.no/lov/2023-06-09-30", "https://nav.no/aap"} <= urls
    assert not [url for url in urls if url.endswith((".", ",", ")", ";", '"', "'"))]
