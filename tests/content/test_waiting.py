"""What a build leaves out and a preview shows: drafts, records under an embargo, and files of these alone."""

from __future__ import annotations

from datetime import date

import pytest

from generator.corpus.rules import check_corpus
from generator.corpus.rules.waiting import nothing_names_what_waits_longer
from generator.corpus.waiting import count_waiting, counted_waiting, previewed, published, waits
from generator.parsing.messages import in_words
from generator.parsing.yaml_parser import Tree
from tests.content.warnings.warned import warned
from tests.support.small_corpus import corpus, forum, organization, proposal, source, speaker

TODAY = date(2026, 11, 28)
HERE = "https://proceedings.example.org/files/"


def documents(*files: str) -> Tree:
    return [{"name": "x", "file": file} for file in files]


@pytest.mark.parametrize(
    ("fields", "is_left_out"),
    [
        ({}, False),
        ({"draft": "false"}, False),
        ({"draft": "true"}, True),
        ({"embargo": "2026-11-29"}, True),
        ({"embargo": "2026-11-28"}, False),
        ({"embargo": "2020-01-01", "draft": "true"}, True),
    ],
)
def test_a_draft_waits_and_so_does_what_is_under_an_embargo(
    fields: dict[str, Tree], is_left_out: bool
) -> None:
    written = speaker("p", **fields)
    assert waits(written, TODAY) is is_left_out
    assert ("p" in published(corpus(written), TODAY).speakers) is not is_left_out
    assert "p" in previewed(corpus(written), TODAY).speakers


def test_an_embargo_that_has_passed_is_gone_from_what_is_shown() -> None:
    written = corpus(speaker("p", embargo="2026-11-28"), speaker("q", embargo="2026-11-29"))
    for shown in (published(written, TODAY), previewed(written, TODAY)):
        assert shown.speakers["p"].embargo is None
    assert previewed(written, TODAY).speakers["q"].embargo


def test_a_draft_waits_on_the_last_of_all_days() -> None:
    assert published(corpus(speaker("p", draft="true")), date.max).speakers == {}


def test_a_corpus_without_any_stays_as_it_is() -> None:
    written = corpus(speaker("p"))
    assert published(written, TODAY) is written
    assert previewed(written, TODAY) is written


def test_a_file_that_only_left_out_records_name_is_left_out() -> None:
    written = corpus(
        forum("draft", draft="true", documents=documents("mine.pdf", "both.pdf", "linked.pdf")),
        forum("open", documents=documents("both.pdf"), abstract=f"[글]({HERE}linked.pdf)"),
        speaker("p", image="face.jpg", embargo="2026-11-29"),
        speaker("q", biography=f"[글]({HERE}by-address.pdf)", draft="true"),
        source(),
        files={"mine.pdf", "both.pdf", "linked.pdf", "face.jpg", "by-address.pdf", "nobodys.pdf"},
    )
    assert published(written, TODAY).files == {"both.pdf", "linked.pdf", "nobodys.pdf"}
    assert published(written, date(2026, 11, 29)).files == {
        "both.pdf",
        "linked.pdf",
        "nobodys.pdf",
        "face.jpg",
    }
    assert previewed(written, TODAY).files == written.files


def test_every_build_is_whole_whatever_its_day() -> None:
    """What keeps the rules keeps them on each day."""
    later = "2026-12-24"
    written = corpus(
        forum("f", organizers=[{"organization": "o", "role": "host"}]),
        forum("later", embargo=later, organizers=[{"organization": "new", "role": "host"}]),
        proposal("f-1"),
        proposal("f-2", draft="true"),
        organization("o"),
        organization("new", embargo=later),
        speaker("p"),
        source(),
    )
    assert list(check_corpus(written)) == []
    for day in (date.min, date(2026, 12, 23), date(2026, 12, 24), date.max):
        built = published(written, day)
        assert list(check_corpus(built)) == []
        assert ("later" in built.forums) is ("new" in built.organizations) is (day >= date(2026, 12, 24))
        assert "f-2" not in built.proposals


@pytest.mark.parametrize(
    ("today", "is_told"),
    [(date(2026, 12, 23), True), (date(2026, 12, 24), False), (date.max, True)],
)
def test_an_embargo_that_has_passed_is_as_none_to_rules_and_warnings(today: date, is_told: bool) -> None:
    """On the last of all days, which stands for no day, none has passed."""
    later = "2026-12-24"
    naming = corpus(
        forum("f", organizers=[{"organization": "new", "role": "host"}]), organization("new", embargo=later)
    )
    told = {finding.path for finding in nothing_names_what_waits_longer(naming, today)}
    assert told == ({"content/forums/f.yml"} if is_told else set())
    bringing = corpus(
        forum("f", embargo=later, organizers=[{"organization": "new", "role": "host"}]), organization("new")
    )
    assert bool(warned(bringing, "brought-along", today=today)) is is_told


def test_a_draft_is_told_on_every_day() -> None:
    naming = corpus(
        forum("f", organizers=[{"organization": "new", "role": "host"}]), organization("new", draft="true")
    )
    for today in (date.min, TODAY, date.max):
        assert len(list(nothing_names_what_waits_longer(naming, today))) == 1


def test_nothing_follows_from_an_embargo_without_a_day() -> None:
    naming = corpus(
        forum("f", organizers=[{"organization": "new", "role": "host"}]),
        organization("new", embargo="2027-01", parent="later"),
        organization("later", embargo="2027-01-15"),
    )
    assert [finding.path for finding in check_corpus(naming, TODAY) if "waiting" in finding.message.key] == [
        "content/organizations/new.yml"
    ]


@pytest.mark.parametrize(
    ("drafts", "embargoed", "en", "ko"),
    [
        (1, 0, "1 draft", "초안 1건"),
        (2, 1, "2 drafts and 1 record under an embargo", "초안 2건, 공개일 전인 기록 1건"),
        (0, 2, "2 records under an embargo", "공개일 전인 기록 2건"),
    ],
)
def test_how_many_wait_is_told(drafts: int, embargoed: int, en: str, ko: str) -> None:
    written = corpus(
        *(speaker(f"d{number}", draft="true") for number in range(drafts)),
        *(speaker(f"e{number}", embargo="2026-11-29") for number in range(embargoed)),
        *(speaker(f"p{number}", embargo="2026-11-28") for number in range(3)),
    )
    told = counted_waiting(count_waiting(written, TODAY))
    assert (in_words(told, "en"), in_words(told, "ko")) == (en, ko)
