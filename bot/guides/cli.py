"""`python -m bot guide GUIDE --facts JSON [--date DATE]`: asks a guide outside the chat."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from bot import clock
from bot.guides.answer import FactError
from bot.guides.loader import load_guides
from bot.yaml_lines import ContentError


def main(argv: list[str]) -> int:
    """Print what follows from some facts, as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m bot guide", description=main.__doc__)
    parser.add_argument("guide", help="its id: the name of a file in data/guides")
    parser.add_argument("--facts", default="{}", metavar="JSON", help="such as '{\"fodt\": 2002}'")
    parser.add_argument("--date", default=None, metavar="DATE", help="the date whose rules apply (default: today)")
    arguments = parser.parse_args(argv)
    try:
        guides = load_guides()
        if arguments.guide not in guides:
            raise ValueError(f"There is no guide «{arguments.guide}»; there are {', '.join(guides)}.")
        facts = json.loads(arguments.facts)
        if not isinstance(facts, dict):
            raise ValueError("--facts must be a JSON object.")
        on = date.fromisoformat(arguments.date) if arguments.date else clock.today()
        answer = guides[arguments.guide].evaluate(facts, on)
    except json.JSONDecodeError as error:
        print(f"--facts is not JSON: {error}", file=sys.stderr)
        return 2
    except (ContentError, FactError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(answer.as_json(), ensure_ascii=False))
    return 0
