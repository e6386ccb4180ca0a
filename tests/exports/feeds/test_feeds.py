"""Feeds as other programs read them: Atom's grammar, feedparser, and every record in them as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import feedparser  # type: ignore[import-untyped]  # has no types of its own
import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.feeds.atom import NEWEST, feed_files
from generator.models import LANGUAGES, Language
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, proposal, site, source, step
from tests.support.words import WORDS

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FORUM_FEED = "feeds/forums/f.atom"


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def files(records: Corpus) -> Mapping[str, bytes]:
    return feed_files(records, WORDS)


def entries(feed: bytes) -> list[etree._Element]:
    return list(etree.fromstring(feed).findall(f"{ATOM}entry"))


def said(entry: etree._Element, name: str) -> str:
    found = entry.find(f"{ATOM}{name}")
    assert found is not None
    return "".join(found.itertext())


def named(feed: bytes, ending: str) -> etree._Element:
    """The entry whose name ends so."""
    found = [entry for entry in entries(feed) if said(entry, "id").endswith(ending)]
    assert len(found) == 1
    return found[0]


def test_each_language_has_the_same_feeds(files: Mapping[str, bytes]) -> None:
    korean = {path for path in files if not path.startswith("en/")}
    assert korean | {f"en/{path}" for path in korean} == set(files)
    assert {"feeds/new.atom", "feeds/follow-ups.atom", "feeds/topics/robots.atom"} <= korean
    assert "feeds/organizations/hanbyeol-city-hall.atom" in korean
    assert "feeds/organizations/dawn-courier.atom" not in korean  # nobody asks it for anything


def test_feeds_follow_the_grammar_of_atom(files: Mapping[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    for path, feed in files.items():
        grammar.validate(etree.fromstring(feed))
        assert not grammar.error_log, path


@pytest.mark.parametrize(
    "wrong",
    ["<title>a</title><title>b</title>", "<title/>", '<title/><updated>2024-06-12</updated><link rel="x"/>'],
)
def test_the_grammar_finds_faults(wrong: str) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><id>x:y</id>{wrong}</feed>'
    assert not grammar.validate(etree.fromstring(feed))


def test_feedparser_reads_them(files: Mapping[str, bytes]) -> None:
    for path, feed in files.items():
        read = feedparser.parse(feed, response_headers={"content-type": "application/atom+xml"})
        assert not read.bozo, path
        assert read.version == "atom10"
        assert read.feed.language == ("en" if path.startswith("en/") else "ko")
        assert len(read.entries) == len(entries(feed))
        assert all(entry.content[0].value.strip() and entry.updated_parsed for entry in read.entries)


def test_what_the_rfc_says_in_prose(files: Mapping[str, bytes]) -> None:
    """An author; names that are URIs, each once; one alternate of a type and language; its own address."""
    for path, feed in files.items():
        root = etree.fromstring(feed)
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        names = [said(entry, "id") for entry in entries(feed)] + [said(root, "id")]
        assert len(names) == len(set(names))
        for name in names:
            assert re.fullmatch(r"tag:proceedings\.example\.org,2026:library/(ko|en)/[a-z0-9/-]+", name)
        for holder in (root, *entries(feed)):
            links = Counter(
                (link.get("type"), link.get("hreflang"))
                for link in holder.findall(f"{ATOM}link")
                if link.get("rel") == "alternate"
            )
            assert links
            assert set(links.values()) == {1}
        own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        now = path.replace("2024-robots.", "2024-library-robots.")  # it was renamed
        assert own == [f"https://proceedings.example.org/library/{now}"]


def test_a_feed_is_as_new_as_its_newest_entry_and_begins_with_it(files: Mapping[str, bytes]) -> None:
    for feed in files.values():
        days = [said(entry, "updated") for entry in entries(feed)]
        assert days == sorted(days, reverse=True)
        assert said(etree.fromstring(feed), "updated") == (days[0] if days else "2026-01-01T00:00:00+09:00")
        assert all(day.endswith("T00:00:00+09:00") for day in days)


def names_of_everything(records: Corpus, language: Language) -> Iterator[str]:
    """The names in a feed: of each forum, proposal and step after the first."""
    start = f"tag:proceedings.example.org,2026:library/{language}"
    first = {"2024-library-robots": "2024-robots"}  # it was renamed
    for record in records.forums.values():
        yield f"{start}/forums/{first.get(record.id, record.id)}"
    for made in records.proposals.values():
        key = next(iter(made.redirect_from), made.id)
        yield f"{start}/proposals/{key}"
        for happened in made.history[1:]:
            yield f"{start}/proposals/{key}/{happened.date.numeric}-{happened.status}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feeds_of_forums_hold_everything_once(
    records: Corpus, files: Mapping[str, bytes], language: Language
) -> None:
    folder = "feeds/forums/" if language == "ko" else "en/feeds/forums/"
    today = [path for path in files if path.startswith(folder) and "2024-robots." not in path]
    found = [said(entry, "id") for path in today for entry in entries(files[path])]
    assert sorted(found) == sorted(names_of_everything(records, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_of_everything(records: Corpus, files: Mapping[str, bytes], language: Language) -> None:
    feed = files["feeds/new.atom" if language == "ko" else "en/feeds/new.atom"]
    everything = sorted(names_of_everything(records, language))
    assert len(everything) <= NEWEST
    assert sorted(said(entry, "id") for entry in entries(feed)) == everything


def test_follow_ups_are_steps_and_name_the_status(records: Corpus, files: Mapping[str, bytes]) -> None:
    found = entries(files["en/feeds/follow-ups.atom"])
    assert len(found) == sum(len(made.history) - 1 for made in records.proposals.values())
    adopted = named(files["en/feeds/follow-ups.atom"], "2024-library-robots-1/2024-09-adopted")
    assert said(adopted, "title").endswith(": A trial with 40 library robots")
    assert said(adopted, "updated") == "2024-09-01T00:00:00+09:00"
    kinds = {link.get("scheme"): link.get("term") for link in adopted.findall(f"{ATOM}category")}
    assert kinds["https://proceedings.example.org/library/en/statuses/"] == "adopted"


def test_parts_bring_the_follow_ups_of_their_proposals(records: Corpus, files: Mapping[str, bytes]) -> None:
    topic, organization = records.topics["robots"], records.organizations["hanbyeol-city-hall"]
    for path, proposals in (
        ("feeds/topics/robots.atom", records.proposals_on(topic)),
        ("feeds/organizations/hanbyeol-city-hall.atom", records.proposals_to(organization)),
    ):
        assert len(entries(files[path])) == sum(len(made.history) for made in proposals)


def test_the_whole_text_stands_in_the_feed(files: Mapping[str, bytes]) -> None:
    made = named(files["en/feeds/new.atom"], "/proposals/2024-library-robots-1")
    text = " ".join(said(made, "content").split())
    for part in (
        "The city should try 40 robots",
        "Three reasons were given:",
        "Tia Sample",
        "Chief Engineer",
    ):
        assert part in text
    addresses = [link.get("href") for link in made.iter("{http://www.w3.org/1999/xhtml}a")]
    assert "https://proceedings.example.org/library/en/forums/2023-open-shelves/" in addresses
    assert all(re.match(r"https://|mailto:", str(address)) for address in addresses)
    held = named(files["feeds/new.atom"], "/forums/2024-robots")
    for part in (
        "로봇이 할 일은 셋입니다.",
        "사서의 일은 줄지 않고",
        "1조 1,347억 원",
        "별마루대학교 큰마당",
        "2층 204호",
    ):
        assert part in said(held, "content")


def many(count: int) -> list[str]:
    return [f"2024-{7 + number // 28:02}-{1 + number % 28:02}" for number in range(count)]


def test_a_feed_has_the_newest_and_a_forum_s_has_all() -> None:
    asked: Tree = [{"organization": "o"}]
    history = [step(), *(step(day, "adopted") for day in many(NEWEST + 10))]
    files = feed_files(corpus(organization(), proposal(history=history, addressees=asked)), WORDS)
    everything = NEWEST + 12
    for path, count in {
        "feeds/new.atom": NEWEST,
        "feeds/follow-ups.atom": NEWEST,
        "feeds/topics/shelves.atom": NEWEST,
        "feeds/organizations/o.atom": NEWEST,
        FORUM_FEED: everything,
    }.items():
        found = entries(files[path])
        assert len(found) == count
        assert said(found[0], "updated").startswith(many(NEWEST + 10)[-1])
    complete = "{http://purl.org/syndication/history/1.0}complete"
    assert [path for path in files if etree.fromstring(files[path]).find(complete) is not None] == [
        FORUM_FEED,
        f"en/{FORUM_FEED}",
    ]


def test_a_feed_without_news_is_a_feed() -> None:
    feed = feed_files(corpus(), WORDS)["feeds/topics/robots.atom"]
    assert etree.RelaxNG(etree.parse(HERE / "atom.rng")).validate(etree.fromstring(feed))
    assert not entries(feed)


# What changes, and what stays


def updated(corpus: Corpus, ending: str) -> str:
    return said(named(feed_files(corpus, WORDS)[FORUM_FEED], ending), "updated")[:10]


def test_a_proposal_changes_when_it_is_corrected_and_not_when_something_follows() -> None:
    followed = [step(), step("2024-08-01", "adopted")]
    corrected: Tree = [{"date": "2024-07-01", "note": "고침"}]
    assert updated(corpus(proposal(history=followed)), "proposals/f-1") == "2024-06-12"
    assert updated(corpus(proposal(history=followed, revisions=corrected)), "proposals/f-1") == "2024-07-01"


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
        "proposals/f-1/2024-07-01-adopted",
        "forums/f",
        "proposals/f-1",
    ]


def test_a_renamed_forum_keeps_its_subscribers(files: Mapping[str, bytes]) -> None:
    """The feed lies where it lay, too, and calls itself as it did; it says where it lies now."""
    feed = files["feeds/forums/2024-robots.atom"]
    assert feed == files["feeds/forums/2024-library-robots.atom"]
    root = etree.fromstring(feed)
    assert said(root, "id") == "tag:proceedings.example.org,2026:library/ko/feeds/forums/2024-robots"


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
    feed = feed_files(records, WORDS)[FORUM_FEED]
    title = named(feed, "forums/f").find(f"{ATOM}title")
    assert title is not None
    assert title.get(XML_LANGUAGE) == "en"
    foreign = [
        "".join(element.itertext()).strip()
        for element in named(feed, "proposals/f-1").iter("{http://www.w3.org/1999/xhtml}div")
        if element.get("lang") == "en"
    ]
    assert foreign == ["In English."]
