"""What BibTeX and BibLaTeX files have in common, read again by pybtex."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from generator.citations.biblatex import to_biblatex
from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work
from tests.citations.made_up import HOSTILE, hostile, report
from tests.support.bib_files import read_bibtex
from tests.support.tex_printed import printed_by_tex, straight

WriteWorks = Callable[[Iterable[Work]], str]

both = pytest.mark.parametrize("written", [to_bibtex, to_biblatex])


@both
@pytest.mark.parametrize("text", HOSTILE)
def test_names_come_back_equal(written: WriteWorks, text: str) -> None:
    (entry,) = read_bibtex(written([hostile(text)])).entries.values()
    whole, parts = entry.persons["author"]
    assert straight(printed_by_tex(" ".join(whole.last_names))) == straight(text)
    every = parts.first_names, parts.middle_names, parts.prelast_names, parts.last_names
    read = " ".join(printed_by_tex(word) for words in every for word in words)
    assert straight(read.replace(" ", "")) == straight(f"{text}{text}".replace(" ", ""))


@both
def test_every_work_is_an_entry(written: WriteWorks) -> None:
    works = [report(id=f"proposal:{number}") for number in range(30)]
    assert list(read_bibtex(written(works)).entries) == [work["id"] for work in works]
