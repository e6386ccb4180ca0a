"""Makes missing volumes and cards into the folder that keeps them, in this process or in one of its own."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from multiprocessing.synchronize import Event
from pathlib import Path
from secrets import token_hex

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.output.atomic_write import replace_file
from generator.output.kept_files import KeptFiles
from generator.output.worker_processes import end_worker_with_build
from generator.typesetting.card_images import BATCH_SIZE, draw
from generator.typesetting.compiler import TypesettingFailed, cache_key
from generator.typesetting.parts import PARTS, TypesetPart
from generator.typesetting.plan import Planned
from generator.typesetting.volumes import VOLUME_TEMPLATE, VolumeMaker, bind, volumes

_FAILED = "failed"
_PACKED = "typesetter-"


@dataclass(frozen=True)
class Shelves:
    """Where made files are kept, and why some could not be made: build/cache/typst/."""

    folder: Path

    def made(self, part: TypesetPart) -> KeptFiles:
        return KeptFiles(self.folder / part)

    def failed(self) -> KeptFiles:
        """The reasons by key: what could not be made of the same things before is not tried again."""
        return KeptFiles(self.folder / _FAILED)

    def keep_only(self, planned: Sequence[Planned]) -> None:
        """What nobody plans goes; a part of which nothing is planned stays for a build that wants it."""
        keys = {one.key for one in planned}
        parts = [part for part in PARTS if any(one.part == part for one in planned)]
        for part in parts:
            self.made(part).keep_only(keys)
        if len(parts) == len(PARTS):
            self.failed().keep_only(keys)


@dataclass(frozen=True)
class Typesetter:
    """All that it takes to make a file of the plan."""

    corpus: Corpus
    site_words: SiteWords
    shelves: Shelves

    def make(self, batch: Sequence[Planned]) -> dict[str, str]:
        """The files of a batch, which are kept by their keys; the reason of each that cannot be made."""
        failures: dict[str, str] = {}
        for one in batch:
            if not one.card and (reason := self._make_volume(one)):
                failures[one.key] = reason
        failures |= self._make_cards([one for one in batch if one.card])
        for key, reason in failures.items():
            self.shelves.failed().put(key, reason.encode())
        return failures

    @cached_property
    def _volumes(self) -> dict[str, VolumeMaker]:
        return dict(volumes(self.corpus, self.site_words))

    def _make_volume(self, planned: Planned) -> str | None:
        """A volume whose content turns out to be that of one that is kept is not set again."""
        kept = self.shelves.made("volumes")
        view = self._volumes[planned.path]()
        content_key = cache_key(VOLUME_TEMPLATE, view, "pdf")
        pdf: Path | bytes | None = kept.find(content_key)
        if pdf is None:
            try:
                pdf = kept.put(content_key, bind(view))
            except TypesettingFailed as failure:
                return str(failure)
        kept.put(planned.key, pdf)
        return None

    def _make_cards(self, batch: Sequence[Planned]) -> dict[str, str]:
        kept, failures = self.shelves.made("cards"), dict[str, str]()
        pictures = draw([one.card for one in batch if one.card]) if batch else []
        for one, picture in zip(batch, pictures, strict=True):
            if isinstance(picture, TypesettingFailed):
                failures[one.key] = str(picture)
            else:
                kept.put(one.key, picture)
        return failures


def batches_of(missing: Sequence[Planned]) -> list[Sequence[Planned]]:
    """What is made at once: a volume by itself, those of years first since they take longest; many cards."""
    volumes_missing = [one for one in missing if not one.card]
    longest_first = sorted(volumes_missing, key=lambda one: not one.path.endswith(".all.pdf"))
    cards = [one for one in missing if one.card]
    of_cards = [cards[start : start + BATCH_SIZE] for start in range(0, len(cards), BATCH_SIZE)]
    return [*([one] for one in longest_first), *of_cards]


# In a process of its own

_own: list[Typesetter] = []
"""The typesetter of this process, if it was started to make files."""


@contextmanager
def packed(typesetter: Typesetter) -> Iterator[Path]:
    """A typesetter as a file, for other processes: to hand one over by a pipe waits until they have begun."""
    folder = typesetter.shelves.folder
    folder.mkdir(parents=True, exist_ok=True)
    for left_by_a_kill in folder.glob(f"{_PACKED}*"):
        left_by_a_kill.unlink(missing_ok=True)
    # Without the indexes that this process has made of the records.
    content = pickle.dumps(replace(typesetter, corpus=replace(typesetter.corpus)))
    path = folder / f"{_PACKED}{token_hex(8)}"
    replace_file(path, content)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def begin_worker(path: Path, ended: Event) -> None:
    """A process that makes files ends with the build, or when the build has no use for it any more."""
    end_worker_with_build()

    def wait_for_end() -> None:
        ended.wait()
        os._exit(1)

    threading.Thread(target=wait_for_end, daemon=True).start()
    _own.append(pickle.loads(path.read_bytes()))  # noqa: S301 - this build has packed it


def make_in_worker(batch: Sequence[Planned]) -> dict[str, str]:
    return _own[0].make(batch)
