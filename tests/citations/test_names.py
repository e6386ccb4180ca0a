"""How people's names stand in references and files: as they are written."""

from __future__ import annotations

import pytest

from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work
from generator.citations.ris import to_ris
from generator.citations.styles import reference
from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.models import Language
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, organization, proposal, speaker
from tests.support.words import WORDS


def proposed(made: Corpus, language: Language = "ko") -> Work:
    return Catalogue(made, WORDS).proposal(made.proposals["f-1"], language)


@pytest.mark.parametrize(
    ("name", "family", "given", "korean", "english"),
    [
        (("존 스미스", "John Smith"), ("스미스", "Smith"), ("존", "John"), "존 스미스", ("Smith", "John")),
        (("스미스 존", "Smith John"), ("스미스", "Smith"), ("존", "John"), "스미스 존", ("Smith", "John")),
        (("구 름달", "Gu Reumdal"), ("구", "Gu"), ("름달", "Reumdal"), "구 름달", ("Gu", "Reumdal")),
        (("구름달", "Gu Reumdal"), ("구", "Gu"), ("름달", "Reumdal"), ("구", "름달"), ("Gu", "Reumdal")),
        (("남궁솔", "Namgung Sol"), ("남궁", "Namgung"), ("솔", "Sol"), ("남궁", "솔"), ("Namgung", "Sol")),
        (("수카르노", "Sukarno"), (None, None), ("수카르노", "Sukarno"), "수카르노", "Sukarno"),
        (("John Smith", "John Smith"), ("Smith", "Smith"), ("John", "John"), "John Smith", ("Smith", "John")),
        (("이 존", "van der Berg jan"), ("이", "van der Berg"), ("존", "jan"), "이 존", "van der Berg jan"),
        (("존 F. 등", "John F. Deung"), ("등", "Deung"), ("존", "John"), "존 F. 등", ("Deung", "John F.")),
        (("존 등 2세", "John Deung, Jr."), ("등", "Deung"), ("존", "John"), "존 등 2세", "John Deung, Jr."),
        (("등존", "Deung John III"), ("등", "Deung"), ("존", "John"), ("등", "존"), "Deung John III"),
        (("등존", "Deung Jo-hn"), ("등", "Deung"), ("존", "John"), ("등", "존"), ("Deung", "John")),
        (("朴 烈", "Park Yeol"), ("朴", "Park"), ("烈", "Yeol"), "朴 烈", ("Park", "Yeol")),
    ],
)
def test_a_name_is_in_parts_where_programs_join_them_as_it_is_written(
    name: tuple[str, str],
    family: tuple[str | None, str | None],
    given: tuple[str, str],
    korean: str | tuple[str, str],
    english: str | tuple[str, str],
) -> None:
    parts: dict[str, Tree] = {
        key: {"ko": text[0], "en": text[1] or ""}
        for key, text in (("name", name), ("family_name", family), ("given_name", given))
        if text[0]
    }
    made = corpus(speaker(**parts), proposal(proposers=[{"person": "p"}]))
    expected: dict[Language, str | tuple[str, str]] = {"ko": korean, "en": english}
    for language, written in expected.items():
        parted = ("literal", written) if isinstance(written, str) else ("family", written[0])
        (author,) = proposed(made, language)["author"]
        assert next(iter(author.items())) == parted
        assert author.get("given", "") == ("" if isinstance(written, str) else written[1])


def test_a_name_from_elsewhere_is_never_joined() -> None:
    parts: dict[str, Tree] = {"name": "존 스미스", "family_name": "스미스", "given_name": "존"}
    made = corpus(speaker(**parts), proposal(proposers=[{"person": "p"}]))
    work = proposed(made)
    for text in (reference(work, "korean"), reference(work, "apa"), to_bibtex([work]), to_ris([work])):
        assert "존 스미스" in text
        assert "스미스존" not in text
        assert "스미스, 존" not in text


def test_whoever_proposes_for_two_bodies_is_one_author() -> None:
    twice: Tree = [{"person": "p", "organization": "o"}, {"person": "p", "organization": "q"}]
    made = corpus(speaker(), organization("o"), organization("q"), proposal(proposers=twice))
    assert [name["literal"] for name in proposed(made)["author"]] == ["구름달"]


def test_several_bodies_without_a_person_are_as_many_authors() -> None:
    bodies = organization("o", name="등불부"), organization("q", name="서가부")
    made = corpus(*bodies, proposal(proposers=[{"organization": ["o", "q"]}]))
    assert [name["literal"] for name in proposed(made)["author"]] == ["등불부", "서가부"]
