"""What each field takes and what it refuses; the whole messages stand in tests/invalid/."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.models import (
    RECORD_KINDS,
    Addressee,
    Attachment,
    Citation,
    Party,
    Proposal,
    Proposer,
    Prose,
    Site,
    Text,
    Vocabulary,
)
from generator.models.date import Day
from generator.models.ids import LONGEST_ID, Id, Names, OrganizationId
from generator.models.model import Model
from generator.models.parts import Line
from generator.models.texts import LONGEST_LINE, LONGEST_PROSE, Choice
from generator.models.time_zones import TimeZone
from generator.models.values import (
    Clock,
    Count,
    Date,
    Email,
    FileName,
    Flag,
    LanguageTag,
    Number,
    Script,
    WebAddress,
)
from generator.parsing.problems import visible
from generator.parsing.yaml_parser import Tree, Unquoted
from tests.support.small_corpus import forum, proposal, site, source, vocabulary

TYPES: dict[str, TypeAdapter[object]] = {
    "Line": TypeAdapter(Line),
    "Date": TypeAdapter(Date),
    "Clock": TypeAdapter(Clock),
    "Id": TypeAdapter(Id),
    "WebAddress": TypeAdapter(WebAddress),
    "Email": TypeAdapter(Email),
    "FileName": TypeAdapter(FileName),
    "LanguageTag": TypeAdapter(LanguageTag),
    "Script": TypeAdapter(Script),
    "Number": TypeAdapter(Number),
    "Count": TypeAdapter(Count),
    "Flag": TypeAdapter(Flag),
    "TimeZone": TypeAdapter(TimeZone),
    "Text": TypeAdapter(Text),
    "Prose": TypeAdapter(Prose),
    "Choice": TypeAdapter(Annotated[str, Choice]),
}


def complaint(kind: str, value: object) -> str:
    with pytest.raises(ValidationError) as raised:
        TYPES[kind].validate_python(value)
    (error,) = raised.value.errors()
    return visible(str(error["ctx"]["reason"] if error["type"] == "wrong" else error["msg"]))


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("Line", " 한별시  도서관\n", "한별시 도서관"),
        ("Line", "no", "no"),  # in quotes
        ("Line", Unquoted("Norway"), "Norway"),
        ("Line", Unquoted("2025년"), "2025년"),
        ("Line", Unquoted("1.2.3"), "1.2.3"),
        ("Line", Unquoted("12시 30분"), "12시 30분"),
        ("Line", Unquoted("١٢"), "١٢"),
        ("Date", Unquoted("2025-07-16"), Day(2025, 7, 16)),
        ("Date", "2025?", Day(2025, uncertain=True)),
        ("Date", Day(2025), Day(2025)),
        ("Clock", "09:30", "09:30"),
        ("Clock", "23:59", "23:59"),
        ("Id", Unquoted("2025-national-ai"), "2025-national-ai"),
        ("Id", "2025", "2025"),
        ("Id", "a" * LONGEST_ID, "a" * LONGEST_ID),
        ("WebAddress", Unquoted("https://한별.example/a?b=c&d=(e)#f"), "https://한별.example/a?b=c&d=(e)#f"),
        ("WebAddress", "http://localhost:8000", "http://localhost:8000"),
        ("Email", Unquoted("the.desk+1@example.co.kr"), "the.desk+1@example.co.kr"),
        ("FileName", Unquoted("2025/발표 자료.pdf"), "2025/발표 자료.pdf"),
        ("LanguageTag", Unquoted("zh-Hant-TW"), "zh-Hant-TW"),
        ("Number", Unquoted("1134.70"), Decimal("1134.70")),
        ("Number", Unquoted("-0.5"), Decimal("-0.5")),
        ("Count", Unquoted("0"), 0),
        ("Count", "12", 12),
        ("Flag", Unquoted("true"), True),
        ("Flag", Unquoted("false"), False),
    ],
)
def test_what_a_field_takes(kind: str, written: object, value: object) -> None:
    taken = TYPES[kind].validate_python(written)
    assert taken == value
    assert type(taken) is type(value)


TRAPS = (
    "no", "No", "NO", "on", "off", "yes", "y", "n", "true", "FALSE", "null", "~", "=", "0", "010", "017",
    "0x1F", "0b101", "0o17", "1_000", "+12", "-1", "1.10", ".5", "1e3", "1.5E-3", ".nan", ".inf",
    "-.INF", "12:30", "190:20:30", "2025-07-16", "2025-7-1", "2025-02-30", "2025-07-16T10:00:00Z",
)  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("kind", ["Line", "Text", "Prose", "Choice"])
def test_a_text_that_other_programs_take_for_more_is_quoted(kind: str, trap: str) -> None:
    assert complaint(kind, Unquoted(trap)) == (
        f'{trap} without quotes is not a text to every YAML program; write "{trap}" in quotes'
    )
    assert TYPES[kind].validate_python(trap)


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [
        ("Line", " \n", "the text is empty; write it, or leave the field out"),
        ("Line", "a\nb", "the text goes over several lines; write it on one (or begin it with '>-')"),
        ("Line", ["a"], "a list stands where a text belongs; write one text"),
        ("Line", {"a": "b"}, "a map of fields stands where a text belongs; write one text"),
        ("Line", "a" * (LONGEST_LINE + 1), "the text has 501 characters, 500 are allowed; shorten it"),
        ("Date", "2025-13", "'2025-13' has no such month; months are 01 to 12"),
        ("Date", [], "a list stands where a date belongs; write 2025-07-16"),
        (
            "Clock",
            Unquoted("14:30"),
            'YAML programs read 14:30 without quotes as the number 870; write "14:30"',
        ),
        (
            "Clock",
            Unquoted("9:30"),
            'YAML programs read 9:30 without quotes as the number 570; write "09:30"',
        ),
        ("Clock", Unquoted("09:30"), '09:30 without quotes is not a text to every YAML program; write'),
        ("Clock", "24:30", "'24:30' is past midnight; write \"00:30\", which after a later beginning is"),
        ("Clock", "36:00", "'36:00' is not a time of day; write \"09:30\" or \"14:00\""),
        ("TimeZone", "Seoul", "'Seoul' is not a time zone of the IANA database; did you mean 'Asia/Seoul'?"),
        ("TimeZone", "뉴욕", "'뉴욕' is not a time zone of the IANA database; did you mean 'America/New"),
        ("TimeZone", "EST", "'EST' is not a time zone of the IANA database; write one such as Asia/Seoul"),
        ("Clock", "9:30", "'9:30' is not a time of day; write \"09:30\" or \"14:00\""),
        ("Clock", "１２:30", "'１２:30' is not a time of day; write \"09:30\" or \"14:00\""),
        ("Id", "A-b", "'A-b' is not an id; use a-z, 0-9 and single '-' between them, such as"),
        ("Id", "а", "'а' is not an id, since U+0430 is CYRILLIC SMALL LETTER A; use a-z, 0-9 and '-'"),
        ("Id", "index", "'index' is a name of the system's or the site's own; choose another id"),
        ("Id", "lpt1", "'lpt1' is a name of the system's or the site's own; choose another id"),
        ("Id", "a\n", "'a<U+000A>' is not an id; use a-z, 0-9 and single '-' between them, such as"),
        ("WebAddress", "javascript:a", "'javascript:a' is not a web address; write it whole, from https:"),
        ("Email", "desk@localhost", "'desk@localhost' is not an e-mail address; write one"),
        ("FileName", "../a", "'../a' is not a file below content/files/; write its name"),
        ("LanguageTag", "KO", "'KO' is not a language tag; did you mean 'ko'?"),
        ("LanguageTag", "KR", "'KR' is not a language tag; did you mean 'ko'?"),
        ("LanguageTag", "UK", "'UK' is not a language tag; did you mean 'en'?"),
        ("LanguageTag", "tw", "'tw' is not a language tag; did you mean 'zh-Hant'?"),
        ("LanguageTag", "xx", "'xx' is not a language tag; write ko, en, ja, zh-Hant or the like"),
        ("Script", "hanja", "'hanja' is not a code of a script; did you mean 'Hani'?"),
        ("Script", "Foob", "'Foob' is not a code of a script; write Hang, Hani, Latn, Jpan or another"),
        ("Number", "1,000", "'1,000' is not a number; write digits alone, such as 720 or 1.5"),
        ("Number", {}, "a map of fields stands where a number belongs; write digits alone, such as 720"),
        ("Count", "-1", "'-1' is not a whole number; write digits alone, such as 12"),
        ("Count", "1.0", "'1.0' is not a whole number; write digits alone, such as 12"),
        ("Flag", "yes", "'yes' is neither true nor false; write one of the two"),
        ("Text", [], "a list stands where a text belongs; write 'ko:' and 'en:' below the field"),
        ("Text", {}, "the text is empty; write 'ko:' or 'en:', or leave the field out"),
        ("Prose", "a" * (LONGEST_PROSE + 1), "the text has 20,001 characters, 20,000 are allowed"),
        ("Prose", "# a", "line 1 of the text: a heading cannot stand here"),
    ],
)  # fmt: skip
def test_what_a_field_refuses_is_told_what_to_write(kind: str, written: object, message: str) -> None:
    assert complaint(kind, written).startswith(message)


ANY_VALUE = st.recursive(
    st.text()
    | st.text().map(Unquoted)
    | st.text("0123456789:.-+eEx_TZ yno~", max_size=12).map(Unquoted)
    | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["ko", "en", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("kind", TYPES)
@given(value=ANY_VALUE)
def test_any_value_is_taken_or_refused(kind: str, value: object) -> None:
    try:
        taken = TYPES[kind].validate_python(value)
    except ValidationError:
        return
    assert TYPES[kind].validate_python(value) == taken


def test_a_plain_text_is_the_same_in_both_languages() -> None:
    text = Text.model_validate("NPO")
    assert (text.ko, text.en) == ("NPO", "NPO")
    assert text.is_same_in_both
    assert text.missing_languages() == ()


def test_a_text_in_one_language_stands_for_the_other() -> None:
    text = Text.model_validate({"ko": "포럼"})
    assert text.best("ko") == ("포럼", "ko")
    assert text.best("en") == ("포럼", "ko")
    assert text.in_language("en") is None
    assert text.missing_languages() == ("en",)
    assert not text.is_same_in_both


def test_a_plain_id_is_a_source_or_an_organization() -> None:
    assert Citation.model_validate("s") == Citation(source="s")
    assert Addressee.model_validate("o") == Addressee(organization="o")


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (Party, {}),
        (Proposer, {}),
        (Proposer, {"person": "p", "forum": "f"}),
        (Addressee, {}),
        (Addressee, {"uncertain": "true"}),
        (Addressee, {"person": "p", "name": "x"}),
        (Attachment, {"name": "x"}),
        (Attachment, {"name": "x", "file": "x.pdf", "url": "https://example.org"}),
        (Proposal, {}),
    ],
)
def test_what_says_nothing_or_two_things_is_refused(model: type[Model], given: dict[str, Tree]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(given)


def test_a_record_knows_its_file_and_its_page() -> None:
    assert proposal("a-1").path == "content/proposals/a-1.yml"
    assert proposal("a-1").page == "proposals/a-1.md"


def models_within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for subclass in model.__subclasses__():
        yield from models_within(subclass)


@pytest.mark.parametrize("model", list(models_within(Model)), ids=lambda model: str(model.__name__))
def test_every_part_of_a_record_is_frozen_closed_and_described(model: type[Model]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    assert model.__doc__
    hash(model.model_construct())


def test_each_kind_of_record_lies_where_it_says() -> None:
    assert {kind: model.folder for kind, model in RECORD_KINDS.items()} == {
        kind: kind for kind in RECORD_KINDS
    }


@pytest.mark.parametrize(
    "model", [Site, Vocabulary, *RECORD_KINDS.values()], ids=lambda model: str(model.__name__)
)
def test_every_field_has_a_schema(model: type[Model]) -> None:
    schema = model.model_json_schema()
    assert set(schema["properties"]) == set(model.model_fields)


def test_what_is_left_out_has_its_usual_value() -> None:
    assert site().languages == ("ko", "en")
    assert site().quiet_months == 12
    assert vocabulary().roles[1].organizes is False
    assert forum().sessions == ()
    assert source().accessed is None


def test_an_id_knows_what_it_names() -> None:
    assert Names("organizations") in OrganizationId.__metadata__  # type: ignore[attr-defined]  # Annotated's own
