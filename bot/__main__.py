"""`python -m bot …`: one door to everything an editor or operator does."""

from __future__ import annotations

import importlib
import io
import os
import sys

from bot.errors import OperatorError

COMMANDS = {
    "run": ("bot.server", "start the assistant"),
    "train": ("bot.rasa.training", "train the model when it is missing or older than its data"),
    "check": ("bot.check", "check every answer, figure and date"),
    "domain": ("bot.domain", "make Rasa's domain and rules from the topics"),
    "preview": ("bot.content.preview", "show an answer as a reader sees it, in each language"),
    "read": ("bot.content.readings", "note that an answer was read against its source, or list what nobody else has read"),
    "links": ("bot.links", "check every address in answers and contacts, over the network"),
    "contacts": ("bot.contacts.cli", "import, export, find, check and show municipalities and offices"),
    "contacts links": ("bot.links.contacts", "check the pages of the contacts, over the network"),
    "guide": ("bot.guides.cli", "ask a guide"),
    "mask": ("bot.privacy.cli", "mask personal data in lines from standard input"),
    "danger": ("bot.evaluation.danger", "measure how danger is heard on files of messages"),
    "embeddings": ("bot.nlu.embeddings", "make the shipped embeddings of the training texts anew"),
    "english": ("bot.language.english", "make the table of how English words are anew"),
    "talks": ("bot.evaluation.talks", "play whole conversations and check each reply"),
    "evaluate": ("bot.evaluation", "measure understanding on a file of utterances"),
}
"""Each command: the module whose `main(argv)` runs it, and what it does."""


def main(argv: list[str]) -> int:
    """Run one command; 2 when there is no such command."""
    # «…» and “ ” are printed everywhere; a terminal that does not know them gets «?», and no traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if not argv or argv[0] in ("-h", "--help") or argv[0] not in COMMANDS:
        print("usage: python -m bot COMMAND …\n")
        for name, (_, purpose) in COMMANDS.items():
            print(f"  {name:15} {purpose}")
        return 0 if argv and argv[0] in ("-h", "--help") else 2
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    words = 2 if " ".join(argv[:2]) in COMMANDS else 1
    module = importlib.import_module(COMMANDS[" ".join(argv[:words])][0])
    try:
        return int(module.main(argv[words:]))
    except OperatorError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
