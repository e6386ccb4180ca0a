"""What changes in a feed, and what stays, as records are corrected, renamed and followed up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own

from generator.corpus.corpus import Corpus
from generator.exports.feeds.atom import feed_files
from generator.parsing.yaml_parser import Tree
from tests.exports.feeds.entries import ATOM, FORUM_FEED, NEWS_FEED, entries, named, said, shown
from tests.support.small_corpus import corpus, forum, proposal, site, source, step
from tests.support.words import WORDS

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def updated(corpus: Corpus, ending: str) -> str:
    return said(named(feed_files(corpus, WORDS)[FORUM_FEED], ending), "updated")[:10]


def test_a_proposal_changes_when_it_is_corrected_and_not_when_something_follows() -> None:
    followed = [step(), step("2024-08-01", "adopted")]
    corrected: Tree = [{"date": "2024-07-01", "note": "고침"}]
    assert updated(corpus(proposal(history=followed)), "proposals/f-1") == "2024-06-12"
    assert updated(corpus(proposal(history=followed, revisions=corrected)), "proposals/f-1") == "2024-07-01"


def test_a_corrected_status_is_no_other_news() -> None:
    corrected: Tree = [{"date": "2024-09-01", "note": "고침"}]
    mended = {**step("2024-08-01", "rejected"), "formerly": "adopted"}  # type: ignore[dict-item]
    records = corpus(proposal(history=[step(), mended], revisions=corrected))
    entry = named(feed_files(records, WORDS)[FORUM_FEED], "proposals/f-1/s")
    assert said(entry, "title").startswith("미채택")
    assert (said(entry, "published")[:10], said(entry, "updated")[:10]) == ("2024-08-01", "2024-09-01")


def test_a_month_counts_from_its_beginning() -> None:
    assert updated(corpus(forum(start_date="2024-03~")), "forums/f") == "2024-03-01"


def test_a_forum_to_come_is_news_of_the_day_on_which_it_was_announced() -> None:
    announced = source("s", issued="2024-05-02")
    to_come = corpus(forum(), announced, site=site(as_of="2024-06-01"))
    assert updated(to_come, "forums/f") == "2024-05-02"
    entry = named(feed_files(to_come, WORDS)[FORUM_FEED], "forums/f")
    assert entry.find(f"{ATOM}published") is None
    assert updated(corpus(forum(), announced, site=site(as_of="2024-06-20")), "forums/f") == "2024-06-12"


def test_a_renamed_record_keeps_its_name() -> None:
    renamed = corpus(proposal("f-9", redirect_from=["f-1"], history=[step(), step("2024-07-01", "adopted")]))
    names = [said(entry, "id") for entry in entries(feed_files(renamed, WORDS)[FORUM_FEED])]
    assert [name.rpartition("ko/")[2] for name in names] == [
        "proposals/f-1/s",
        "forums/f",
        "proposals/f-1",
    ]


def test_a_renamed_forum_keeps_its_subscribers(files: Mapping[str, bytes]) -> None:
    """The feed lies where it lay, too, and calls itself as it did; it says where it lies now."""
    feed = files["feeds/forums/2024-robots.atom"]
    assert feed == files["feeds/forums/2024-library-robots.atom"]
    root = etree.fromstring(feed)
    assert said(root, "id") == "tag:git.example.org,2026:hanbyeol/library-forum/ko/feeds/forums/2024-robots"


def test_a_domain_in_hangul_has_a_name_in_ascii() -> None:
    feed = feed_files(corpus(site=site(address="https://한별.example.org/")), WORDS)[FORUM_FEED]
    assert said(etree.fromstring(feed), "id") == "tag:xn--bm3bt36b.example.org,2026:ko/feeds/forums/f"


def test_a_step_that_is_found_later_renames_no_other() -> None:
    told = [step(), step("2024-09-01", "adopted"), step("2024-09-01", "adopted")]
    later = [told[0], step("2024-08-01", "adopted"), *told[1:]]
    names = [
        {
            said(entry, "id")
            for entry in entries(feed_files(corpus(proposal(history=history)), WORDS)[FORUM_FEED])
        }
        for history in (told, later)
    ]
    assert len(names[1]) == 5
    assert names[0] < names[1]


def test_a_text_in_the_other_language_says_so() -> None:
    records = corpus(forum(name={"en": "Only English"}), proposal(abstract={"en": "In English."}))
    feed = feed_files(records, WORDS)[NEWS_FEED]
    title = named(feed, "forums/f").find(f"{ATOM}title")
    assert title is not None
    assert title.get(XML_LANGUAGE) == "en"
    foreign = [
        "".join(element.itertext()).strip()
        for element in shown(named(feed, "proposals/f-1")).iter("div")
        if element.get("lang") == "en"
    ]
    assert foreign == ["In English."]


def test_no_correction_of_a_step_makes_other_news() -> None:
    """Its day, its exactness, or with an id its status too."""

    def names(*history: Tree) -> list[str]:
        return [
            said(one, "id")
            for one in entries(feed_files(corpus(proposal(history=[*history])), WORDS)[NEWS_FEED])
        ]

    known = names(step(), step("2024-07-15", "adopted"))
    assert names(step(), step("2024-07-16", "adopted")) == known
    assert names(step(), step("2024-07", "adopted")) == known
    named_step = {"id": "decision", **step("2024-07-15", "adopted")}  # type: ignore[dict-item]
    other = {"id": "decision", **step("2024-08", "rejected")}  # type: ignore[dict-item]
    assert names(step(), named_step) == names(step(), other) != known


def test_a_corrected_step_is_newer_and_lies_where_it_lay() -> None:
    corrected: Tree = [{"date": "2024-09-01", "note": "고침"}]
    mended = {"id": "decision", **step("2024-08-01", "rejected")}  # type: ignore[dict-item]
    records = corpus(proposal(history=[step(), mended], revisions=corrected))
    entry = named(feed_files(records, WORDS)[FORUM_FEED], "proposals/f-1/decision")
    assert said(entry, "updated")[:10] == "2024-09-01"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href", "").endswith("/proposals/f-1/#step-decision")


def test_a_withdrawal_is_news_and_an_answer_is_called_so() -> None:
    answer = {"response": "true", **step("2024-08-01", "adopted")}  # type: ignore[dict-item]
    records = corpus(proposal(history=[step(), answer], withdrawn={"date": "2024-07-01"}))
    newest, taken_back, *_ = entries(feed_files(records, WORDS)[NEWS_FEED])
    assert {"follow-up", "answer", "adopted"} <= {
        one.get("term") for one in newest.findall(f"{ATOM}category")
    }
    assert said(taken_back, "id").endswith("proposals/f-1/_withdrawn")
    assert said(taken_back, "title") == "철회됨: 밤에도 열자"
    assert said(taken_back, "updated")[:10] == "2024-07-01"


def test_all_news_of_a_record_says_the_terms_of_the_record() -> None:
    records = corpus(
        forum(status="cancelled", license="CC0-1.0"),
        proposal(
            history=[step(), step("2024-08-01", "adopted")], withdrawn={"date": "2024-09-01"}, license="MIT"
        ),
    )
    found = entries(feed_files(records, WORDS)[NEWS_FEED])
    assert sorted(said(entry, "rights") for entry in found) == ["CC0-1.0", "CC0-1.0", "MIT", "MIT", "MIT"]


def changes(records: Corpus) -> dict[str, str]:
    """The end of each entry's id → when it was changed."""
    found = entries(feed_files(records, WORDS)[NEWS_FEED])
    return {said(one, "id").partition("ko/")[2]: said(one, "updated") for one in found}


def revisions(*days: str) -> Tree:
    return [{"date": day, "note": "고침"} for day in days]


@pytest.mark.parametrize(
    "days",
    [
        ("2024-09-01", "2024-09-01"),
        ("2024-09-01", "2024-09-02"),
        ("2024-06-01", "2024-05-01"),  # told of a day before the proposal's own
        ("2024-06", "2024-06-12"),
    ],
)
def test_each_revision_is_newer_than_the_one_before(days: tuple[str, str]) -> None:
    followed = [step(), step("2024-08-01", "adopted")]
    told = [
        changes(
            corpus(
                forum(revisions=revisions(*days[:number])),
                proposal(history=followed, revisions=revisions(*days[:number])),
            )
        )
        for number in range(3)
    ]
    assert len(told[0]) == 3
    for thing, instant in told[0].items():
        assert instant < told[1][thing] < told[2][thing], thing


def test_a_forum_to_come_is_newer_with_each_revision_when_it_is_called_off_and_when_it_is_over() -> None:
    states: list[dict[str, Tree]] = [
        {},
        {"start_time": "14:00", "revisions": revisions("2024-05-20")},
        {"start_time": "15:00", "revisions": revisions("2024-05-20", "2024-05-20")},
        {"status": "postponed", "revisions": revisions("2024-05-20", "2024-05-20")},
        {"status": "cancelled", "revisions": revisions("2024-05-20", "2024-05-20")},
    ]
    announced = source("s", issued="2024-05-02")
    told = [
        changes(corpus(forum(**fields), announced, site=site(as_of="2024-06-01")))["forums/f"]
        for fields in states
    ]
    over = changes(corpus(forum(**states[2]), announced, site=site(as_of="2024-06-20")))["forums/f"]
    assert told == sorted(set(told))
    assert over > told[-1]
    assert max(told) < "2024-06-02"


def test_a_forum_that_was_called_off_is_not_older_than_when_it_seemed_to_be_held() -> None:
    off: Tree = {"value": "cancelled", "date": "2024-06-01"}
    held, called_off = (changes(corpus(forum(**fields))) for fields in ({}, {"status": off}))
    assert called_off["forums/f"] > held["forums/f"]
    assert called_off["forums/f/cancelled"][:10] == "2024-06-01"


def test_a_proposal_changes_when_it_is_taken_back() -> None:
    told = changes(corpus(proposal(withdrawn={"date": "2024-09-01"})))
    assert told["proposals/f-1"] == told["proposals/f-1/_withdrawn"] == "2024-09-01T00:00:01+09:00"


def test_a_day_of_many_corrections_leaves_the_newest_first() -> None:
    corrected = revisions("2024-12-01")
    records = corpus(
        proposal("f-1", revisions=revisions("2024-12-01", "2024-12-01")),
        proposal("f-2", history=[step("2024-07-01")], revisions=corrected),
        proposal("f-3", history=[step("2024-08-01")]),
    )
    names = [said(entry, "id")[-3:] for entry in entries(feed_files(records, WORDS)[NEWS_FEED])]
    assert names[:3] == ["f-2", "f-1", "f-3"]
