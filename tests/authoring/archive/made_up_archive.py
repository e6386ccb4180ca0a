"""A new archive of made-up answers, as files or as a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unittest.mock import patch

from generator.authoring.archive.archive_files import NewArchive, archive_files
from generator.corpus.corpus import Corpus
from generator.i18n.load import load_words
from generator.output.new_folder import write_new_folder
from generator.parsing.problems import Problem
from generator.pipeline import site
from generator.pipeline.progress import Silent

DAY = date(2031, 3, 2)
GARAM = NewArchive(
    day=DAY,
    version="1.2.3",
    address="https://forums.garam-made-up.kr/",
    email="desk@garam-made-up.kr",
    name_ko="가람 포럼 자료집",
    name_en="Garam Forums",
    publisher_ko="가람 협회",
    publisher_en="Garam Association",
)


def texts_of(new: NewArchive) -> dict[str, str]:
    return {path: content.decode() for path, content in archive_files(new).items()}


def write_archive_of(new: NewArchive, folder: Path) -> Path:
    write_new_folder(folder, archive_files(new))
    return folder


def checked_on(day: date, folder: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """The archive's corpus and warnings, on a day; raises Problems."""
    with patch("generator.pipeline.site.today", lambda: day):
        return site.check_and_warn(folder, load_words(), Silent())
