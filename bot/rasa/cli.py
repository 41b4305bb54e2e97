"""`python -m bot.rasa.cli …`: Rasa's own command line, without TensorFlow and telemetry.

The plain `rasa` command of .venv works as well; this one takes the stand-in even where TensorFlow is installed.
"""

from __future__ import annotations

import os

from bot.rasa.lean_imports import install


def main() -> None:
    """Run `rasa` with the arguments of this process."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    install()
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
