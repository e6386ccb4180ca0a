"""Answers for a new archive: what is accepted stands in site.yml as it was given."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.authoring.archive.archive_files import NewArchive
from generator.authoring.archive.questions import ARCHIVE_QUESTIONS
from generator.corpus.reader import read_model
from generator.models import Site
from generator.parsing.messages import Refused
from tests.authoring.archive.made_up_archive import DAY, texts_of

QUESTIONS = {question.variable: question for question in ARCHIVE_QUESTIONS}


def accepted(name: str, text: str) -> str | None:
    """The answer as it is stored, or None if it is refused."""
    try:
        return str(QUESTIONS[name].accept(text, None, {}))
    except Refused:
        return None


def site_of(**answers: Any) -> Site:  # noqa: ANN401 - fields of NewArchive
    whole: dict[str, Any] = {
        "address": "https://forums.garam-made-up.kr/",
        "email": "desk@garam-made-up.kr",
        **answers,
    }
    text = texts_of(NewArchive(day=DAY, version="1", empty=True, **whole))["content/site.yml"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "site.yml"
        path.write_bytes(text.encode())
        return read_model(path, Site.path, Site)


NAMES = st.text(min_size=1, max_size=60) | st.sampled_from(
    ["yes", "No", "null", "~", "2025-01-01", "12:30", "0x1f", "*x", "&x", "!tag", "- a", "? b", "# c", "%d"]
) | st.text(alphabet="\"'\\:#{}[]|>@`%,가나 \u00e9", min_size=1, max_size=12)  # fmt: skip


@given(name=NAMES, publisher=NAMES)
@example(name="\"모두\": #1의 '포럼'", publisher="C:\\new\\table")
@example(name="{{ name }} {% raw %}", publisher="%YAML 1.2")
@example(name="a\u2028b", publisher="\u1112\u1161\u11ab")
def test_any_name_that_is_accepted_is_read_back_as_it_is(name: str, publisher: str) -> None:
    ko, en = accepted("name_ko", name), accepted("name_en", name)
    publishers = accepted("publisher_ko", publisher), accepted("publisher_en", publisher)
    if not (ko or en) or not any(publishers):
        return
    site = site_of(name_ko=ko, name_en=en, publisher_ko=publishers[0], publisher_en=publishers[1])
    assert (site.name.ko, site.name.en) == (ko, en)
    assert (site.publisher.name.ko, site.publisher.name.en) == publishers


@pytest.mark.parametrize("language", ["ko", "en"])
def test_one_language_is_enough(language: str) -> None:
    other = "en" if language == "ko" else "ko"
    site = site_of(**{f"name_{language}": "X", f"publisher_{language}": "Y"})
    assert (getattr(site.name, language), getattr(site.name, other)) == ("X", None)
    assert (getattr(site.publisher.name, language), getattr(site.publisher.name, other)) == ("Y", None)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("name_ko", "The Forums of Garam City", "is in English; give it as --name-en"),
        ("name_en", "가람 포럼", "is in Korean; give it as --name-ko"),
        ("publisher_ko", "The City of Garam Council", "give it as --publisher-en"),
        ("publisher_en", "가람시", "give it as --publisher-ko"),
        ("name_ko", "a\nb", "the text goes over several lines"),
        ("name_en", "a\u202eb", "cannot be seen"),
        ("name_en", "   ", "the text is empty"),
        ("address", "forums.garam-made-up.kr", "is not a web address"),
        ("address", "https://forums.garam-made-up.kr/?a", "garam-made-up.kr/?a"),
        ("address", "https://forums garam-made-up.kr/", "is not a web address"),
        ("email", "desk", "is not an e-mail address"),
        ("host", "geocities", "is not known; write one of none, github, gitlab, forgejo"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(name: str, text: str, told: str) -> None:
    with pytest.raises(Refused, match=r".*") as refused:
        QUESTIONS[name].accept(text, None, {})
    assert told in str(refused.value.reason)


@pytest.mark.parametrize("text", ["KAIST", "OECD Forum", "2025", "Forum Garam 3"])
def test_a_short_latin_name_is_as_good_in_korean(text: str) -> None:
    assert accepted("name_ko", text) == text


def test_the_slash_at_the_end_of_an_address_is_added() -> None:
    assert accepted("address", "https://forums.garam-made-up.kr") == "https://forums.garam-made-up.kr/"
    assert accepted("address", "https://garam-made-up.kr/forums") == "https://garam-made-up.kr/forums/"
    assert accepted("address", "https://garam-made-up.kr/forums/") == "https://garam-made-up.kr/forums/"


def test_it_is_known_by_its_first_address() -> None:
    site = site_of(name_ko="가", publisher_ko="나", address="https://garam-made-up.kr/forums/")
    assert site.identity == site.address == "https://garam-made-up.kr/forums/"
