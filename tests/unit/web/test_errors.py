"""Every error is a sentence in the reader's language."""

from __future__ import annotations

from datetime import date

from bot.settings import MALFORMER
from bot.web import errors
from tests.parts import PARTS


def test_the_number_in_the_errors_is_the_one_in_figures() -> None:
    number = PARTS.library.figures.show("telefon.nav", "nb", date.today())
    for error in (errors.SwitchedOffError(PARTS), errors.UnavailableError(PARTS)):
        assert number in error.told(PARTS.error_texts, "en")


def test_every_error_has_its_sentence() -> None:
    known = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.KnownError) and hasattr(kind, "code")
    ]
    assert len(known) > 8
    for kind in known:
        error = kind(PARTS) if issubclass(kind, errors.ByTelephoneError) else kind()
        assert error.told(PARTS.error_texts, "nb") != error.told(PARTS.error_texts, "en")
        assert all(error.told(PARTS.error_texts, code).endswith(".") for code in MALFORMER)
    told = errors.bad_field("facts", "right", {"nb": "feil.", "nn": "gale.", "en": "wrong."})
    assert [told.told(PARTS.error_texts, code).rsplit(": ", 1)[1] for code in MALFORMER] == ["feil.", "gale.", "wrong."]
