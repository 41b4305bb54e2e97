"""A model is unpacked once, not at every start: Rasa reads an archive twice and copies it to a temporary folder each time (2 s of a core).

Where it cannot be kept, it is loaded as Rasa does it.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from pathlib import Path

import rasa.core.processor
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata

from bot.rasa.training import is_whole, unpacked

HALF = "half-"
_ABANDONED = 3600
"""Seconds after which what a process was unpacking is nobody's any more."""

logger = logging.getLogger(__name__)


class KeptModelStorage(LocalModelStorage):
    """Rasa's storage of a model, which reads the unpacked one."""

    @classmethod
    def from_model_archive(cls, storage_path: Path, model_archive_path: str | Path) -> tuple[LocalModelStorage, ModelMetadata]:
        """The storage and the metadata of a model."""
        place = unpacked(Path(model_archive_path))
        try:
            if not place.exists():
                cls._unpack(Path(model_archive_path), place)
        except OSError as error:
            logger.info("the model is not kept unpacked: %s", error)
            return super().from_model_archive(storage_path, model_archive_path)
        return cls(place / "components"), cls._load_metadata(place)

    @classmethod
    def _unpack(cls, archive: Path, place: Path) -> None:
        """Unpack beside and rename then, so that it is there whole or not at all; those of other archives are removed.

        Raises:
            OSError: it cannot be written, or the archive is cut short.
        """
        place.parent.mkdir(parents=True, exist_ok=True)
        if not is_whole(archive):
            raise OSError(f"{archive.name} is not whole")
        for old in place.parent.iterdir():
            if not old.name.startswith(HALF) or time.time() - old.stat().st_mtime > _ABANDONED:
                shutil.rmtree(old, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=HALF, dir=place.parent) as half:
            made = Path(half) / "made"
            made.mkdir()
            cls._extract_archive_to_directory(archive, made)
            try:
                made.rename(place)
            except OSError:
                if not place.exists():  # another process was here first
                    raise


def use_unpacked_model() -> None:
    """Let Rasa load models from where they were unpacked."""
    rasa.core.processor.LocalModelStorage = KeptModelStorage  # type: ignore[misc]
