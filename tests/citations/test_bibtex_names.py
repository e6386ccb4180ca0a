"""Names as BibTeX reads them; tests/programs/test_bibtex.py has it shorten them."""

from __future__ import annotations

import pytest

from generator.citations.bibtex_names import LONGEST_KEY, bibtex_names, key_of
from generator.citations.csl import Name


def person(family: str, given: str) -> Name:
    return {"family": family, "given": given}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (person("Gu", "Reumdal"), "Gu, Reumdal"),
        (person("van der Berg", "Jan-Üwe"), r"van der Berg, Jan-{\"U}we"),
        (person("Müller", "Émile"), r"M{\"u}ller, {\'E}mile"),
        (person("Mu\u0308ller", "E\u0301mile"), r"M{\"u}ller, {\'E}mile"),
        (person("al-Fārābī", "Abu"), r"{al-F{\=a}r{\=a}b{\={\i}}}, Abu"),
        (person("Łoś", "Çağla"), r"{\L}o{\'s}, {\c{C}}a{\u{g}}la"),
        (person("Lê", "Ấn"), r"L{\^e}, {\'{\^A}}n"),
        (person("Ibn Sīnā", "Abū"), r"Ibn S{\={\i}}n{\=a}, Ab{\=u}"),
        (person("Sample, Jr", "Tia"), "{Tia Sample, Jr}"),
        (person("Sand", "Tia and Ada"), "{Tia and Ada Sand}"),
        (person("Others", "Many"), "{Many Others}"),
        (person("구", "름달"), "{구름달}"),
        (person("Петров", "Иван"), r"{\textcompwordmark{}Иван Петров}"),
        ({"literal": "Ministry of Shelves, Lamps and Ladders"}, "{Ministry of Shelves, Lamps and Ladders}"),
        ({"literal": "등불 & 서가, 모임"}, r"{등불 \& 서가, 모임}"),
        ({"literal": "HB전자"}, r"{\textcompwordmark{}HB전자}"),
        ({"literal": "AB#1"}, r"{\textcompwordmark{}AB\#1}"),
        ({"literal": "ABC전자"}, "{ABC전자}"),
    ],
)
def test_a_name_alone(name: Name, written: str) -> None:
    assert bibtex_names([name]) == written


def test_of_several_names_labels_have_whole_ones_while_there_is_room() -> None:
    names: list[Name] = [
        {"literal": "한별시청"},
        {"literal": "HB전자"},
        {"literal": "(주)달"},
        person("Gu", "A"),
    ]
    marked = r"{\textcompwordmark{}한별시청} and {HB전자} and {\textcompwordmark{}(주)달} and Gu, A"
    assert bibtex_names(names) == marked
    long: list[Name] = [{"literal": "한별시청" * 15}, *names[1:]]
    hidden = r"한별시청} and {HB전자} and {{\textcompwordmark}(주)달} and Gu, A"
    assert bibtex_names(long).endswith(hidden)
    assert bibtex_names(long).startswith(r"{{\textcompwordmark}한별시청")


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("[밤에도 열자] [철회됨]", "{밤에도 열자 철회됨}"),
        ("Open at night", "{Open at night}"),
        ("HB전자", r"{\textcompwordmark{}HB전자}"),
        ("서가 " * 40, "{" + ("서가 " * 13).strip() + "…}"),
        ("서" * 99, "{" + "서" * LONGEST_KEY + "…}"),
    ],
)
def test_a_work_without_authors_is_sorted_by_its_title(title: str, key: str) -> None:
    assert key_of(title) == key
