"""What BibTeX 0.99d prints of our .bib files, in the styles that come with it; and pybtex in its own."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pybtex import format_from_string  # type: ignore[import-untyped]  # it has no types

from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Name, Work, whole_name
from generator.citations.works import Catalogue
from generator.corpus.load import load_corpus
from generator.exports.citation_files import citation_files
from generator.models import LANGUAGES, Language
from tests.citations.made_up import HOSTILE, hostile, report
from tests.support.paths import RECORDS
from tests.support.programs import needs_programs
from tests.support.tex_printed import printed_by_tex, straight
from tests.support.words import WORDS

pytestmark = needs_programs("bibtex")

STYLES = ("plain", "abbrv", "alpha", "unsrt", "apalike", "ieeetr", "acm", "siam")
_ITEM = re.compile(r"\\bibitem(?:\[(?P<label>.*?)\])?\{(?P<key>[^{}\s]+)\}\n(?P<text>.*?)\n\n", re.DOTALL)


def printed(bib: str, styles: Iterable[str], folder: Path) -> Iterator[dict[str, str]]:
    """Key → what each style prints of the entry; BibTeX has no warning, and all that it writes is UTF-8."""
    (folder / "works.bib").write_text(bib, encoding="utf-8")
    for style in styles:
        aux = rf"\citation{{*}}\bibdata{{works}}\bibstyle{{{style}}}".replace("}\\", "}\n\\")
        (folder / f"{style}.aux").write_text(f"{aux}\n", encoding="utf-8")
        done = subprocess.run(["bibtex", style], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert "warning" not in done.stdout.lower(), done.stdout
        bbl = (folder / f"{style}.bbl").read_text("utf-8")
        yield {
            found["key"]: plain(found["text"]) for found in _ITEM.finditer(bbl) if balanced(found["label"])
        }


def balanced(label: str | None) -> bool:
    """BibTeX made the label of whole letters and commands."""
    label = label or ""
    assert label.count("{") == label.count("}"), label
    assert not label.endswith("\\"), label
    return True


def plain(latex: str) -> str:
    """What TeX prints, without the spaces, since BibTeX divides lines."""
    return close(printed_by_tex(re.sub(r"(?<!\\)~", " ", latex)))


def close(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def made_up() -> Mapping[Language, Mapping[str, Work]]:
    works = Catalogue(load_corpus(RECORDS), WORDS)
    return {
        language: {
            work["id"]: work
            for forum in works.corpus.forums.values()
            for work in works.works_at(forum, language)
        }
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def files() -> Mapping[Language, str]:
    written = citation_files(load_corpus(RECORDS), WORDS)
    return {"ko": written["cite/all.bib"].decode(), "en": written["en/cite/all.bib"].decode()}


def expected(work: Work) -> list[str]:
    """What a reference has to say, whatever its style."""
    return [
        work["title"],
        str(work["issued"]["date-parts"][0][0]),
        work.get("event-title", ""),
        work.get("event-place", ""),
        work.get("genre", ""),
        work["publisher"],
        work["URL"],
        *(author.get("literal", author.get("family", "")) for author in work.get("author", ())),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_prints_what_a_reference_has_to_say(
    made_up: Mapping[Language, Mapping[str, Work]],
    files: Mapping[Language, str],
    language: Language,
    tmp_path: Path,
) -> None:
    for style, entries in zip(STYLES, printed(files[language], STYLES, tmp_path), strict=True):
        assert entries.keys() == made_up[language].keys()
        for key, text in entries.items():
            missing = [part for part in expected(made_up[language][key]) if close(part) not in text]
            if "height2pt" not in text:  # a rule stands for the authors of the entry before
                assert missing == [], f"{style}: {text}"


def test_labels_are_of_whole_letters(tmp_path: Path) -> None:
    bodies: list[Name] = [{"literal": "한별시청"}, {"literal": "(주)달"}, {"literal": "HB전자"}]
    works = [report(id="a", author=bodies), report(id="b", author=bodies[2:]), report(id="c", author=None)]
    list(printed(to_bibtex(works), ["alpha"], tmp_path))
    labels = re.findall(r"\\bibitem\[(.*)\]", (tmp_path / "alpha.bbl").read_text("utf-8"))
    assert sorted(map(plain, labels)) == ["HB전자24", "밤24", "한별시청(주)달H24"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pybtex_prints_it_too(
    made_up: Mapping[Language, Mapping[str, Work]], files: Mapping[Language, str], language: Language
) -> None:
    for style in ("plain", "unsrtalpha"):
        said = close(format_from_string(files[language], style, output_backend="plaintext"))
        for work in made_up[language].values():
            parts = expected(work)
            assert [part for part in parts if close(part) not in said] == [], style


def test_names_are_sorted_by_their_letters(tmp_path: Path) -> None:
    firsts = "가나", "나가", "등불부", "HB전자", "Émile", "사다리"
    works = [
        report(id=first, author=[{"literal": first}, {"literal": "등불부"}][: 1 + number % 2])
        for number, first in enumerate(firsts)
    ]
    (entries,) = printed(to_bibtex(works), ["plain"], tmp_path)
    assert list(entries) == sorted(firsts)


def test_titles_names_and_bodies_are_printed_whole(tmp_path: Path) -> None:
    """As the forum's title and its only organizer, and as one of two authors."""
    works = [one for number, text in enumerate(HOSTILE) for one in both(number, text)]
    check(works, ("plain", "abbrv", "alpha", "ieeetr"), tmp_path)


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ({"family": "Müller", "given": "Émile"}, "É. Müller"),
        ({"family": "van der Berg", "given": "Øystein Jan"}, "Ø. J. van der Berg"),
        ({"family": "Łoś", "given": "Ada"}, "A. Łoś"),
        ({"family": "O’Brien", "given": "Jan-Üwe"}, "J.-Ü. O'Brien"),
        ({"family": "홍", "given": "길동"}, "홍길동"),
        ({"family": "Петров", "given": "Иван"}, "Иван Петров"),
        ({"literal": "Ministry of Shelves, Lamps and Ladders"}, "Ministry of Shelves, Lamps and Ladders"),
        ({"literal": "HB전자, 등불"}, "HB전자, 등불"),
    ],
)
def test_a_shortened_name_has_whole_letters(name: Name, shortened: str, tmp_path: Path) -> None:
    works = [report(id="a", author=[name]), report(id="b", author=[name, {"literal": "등불부"}])]
    for entries in printed(to_bibtex(works), ("abbrv", "alpha", "ieeetr"), tmp_path):
        for text in entries.values():
            assert close(shortened) in text or close(whole_name(name)).replace("’", "'") in text


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
LINES = st.text(LETTERS, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
"""What the reader of records takes for a name or a title."""


@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(LINES, min_size=10, max_size=20))
def test_any_text_is_printed_as_it_is(texts: list[str]) -> None:
    works = [one for number, text in enumerate(texts) for one in both(number, text)]
    with tempfile.TemporaryDirectory() as folder:
        check(works, ("plain", "alpha"), Path(folder))


def both(number: int, text: str) -> tuple[Work, Work]:
    alone: list[Name] = [{"literal": text}]
    two: list[Name] = [{"family": text, "given": text}, {"literal": text}]
    event: dict[str, object] = dict.fromkeys(("author", "number", "event-title", "event-date"))
    forum = report(id=f"a{number}", type="event", title=text, organizer=alone, genre=text, **event)
    return forum, {**hostile(text), "id": f"b{number}", "author": two}


def check(works: list[Work], styles: Iterable[str], folder: Path) -> None:
    for entries in printed(to_bibtex(works), styles, folder):
        assert entries.keys() == {work["id"] for work in works}
        for work in works:
            names = work.get("organizer") or work["author"]
            for part in (work["title"], *(whole_name(name) for name in names)):
                assert alike(part) in alike(entries[work["id"]]), work["id"]


def alike(text: str) -> str:
    """However its accents and quotes are written."""
    return straight(close(normalize("NFC", text)))
