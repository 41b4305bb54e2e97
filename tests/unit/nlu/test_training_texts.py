"""The training utterances are read without Rasa, and each has its embedding."""

from __future__ import annotations

from pathlib import Path

from bot.nlu.embeddings import SHIPPED, bounded
from bot.nlu.encoder import LAYERS_FILE, encoder_version, prepared
from bot.nlu.training_texts import listed_utterances, training_utterances
from bot.nlu.vectors import VectorFile


def test_every_training_utterance_has_its_embedding_shipped() -> None:
    shipped = VectorFile(SHIPPED, encoder_version())
    missing = [text for _, text in training_utterances(dialogue=True) if (read := bounded(prepared(text))) and read not in shipped]
    assert not missing, (
        f"{len(missing)} are missing ({missing[:3]}): run `make embeddings` after {LAYERS_FILE.name} or data/nlu has changed"
    )


def test_utterances_are_read_without_their_marks_and_those_that_steer_on_request(tmp_path: Path) -> None:
    (tmp_path / "nav").mkdir()
    text = "nlu:\n- intent: kvp\n  examples: |\n    - hva er [KVP](fasett)\n    - kvp\n- intent: dialog_sted\n  examples: |\n    - et annet sted\n"
    (tmp_path / "nav" / "kvp.yml").write_text(text, encoding="utf-8")
    assert listed_utterances(tmp_path) == [("kvp", "hva er KVP"), ("kvp", "kvp")]
    assert training_utterances(tmp_path, dialogue=True)[-1] == ("dialog_sted", "et annet sted")
