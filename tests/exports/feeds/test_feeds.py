"""Feeds as other programs read them: Atom's grammar, feedparser, and every record in them as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import feedparser  # type: ignore[import-untyped]  # has no types of its own
import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own

from generator.corpus.corpus import Corpus
from generator.corpus.step_names import step_names
from generator.exports.feeds.atom import NEWEST, NEWEST_OF_A_FORUM, NEWEST_OF_A_PART, feed_files
from generator.models import LANGUAGES, Language, Proposal
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from tests.exports.feeds.entries import ATOM, FORUM_FEED, entries, is_whole, links, named, said, shown
from tests.support.small_corpus import corpus, organization, proposal, step
from tests.support.words import WORDS

HERE = Path(__file__).parent
START = "tag:git.example.org,2026:hanbyeol/library-forum"
"""How all ids begin: with the address of the repository, since the records name no other."""
RENAMED = {"2024-robots.": "2024-library-robots."}
"""Former names of feeds' files → today's."""


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
        assert all(entry.summary.strip() and entry.updated_parsed for entry in read.entries)
        if is_whole(path):
            assert all(entry.content[0].value.strip() for entry in read.entries)


def test_what_the_rfc_says_in_prose(files: Mapping[str, bytes]) -> None:
    """An author; names that are URIs, each once; one alternate, in its language; its own address."""
    for path, feed in files.items():
        root = etree.fromstring(feed)
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        names = [said(entry, "id") for entry in entries(feed)] + [said(root, "id")]
        assert len(names) == len(set(names))
        for name in names:
            assert re.fullmatch(rf"{re.escape(START)}/(ko|en)/[A-Za-z0-9/_-]+", name)
        language = "en" if path.startswith("en/") else "ko"
        for holder in (root, *entries(feed)):
            assert holder.find(f"{ATOM}link").get("rel") == "alternate"  # some readers take the first of any
            ((spoken, _),) = links(holder, "alternate")
            assert spoken == language
            if holder is root or is_whole(path):
                assert {spoken for spoken, _ in links(holder, "related")} - {language}
            else:
                assert links(holder, "related") == [], "the entry's page has them"
        now = re.sub("2024-robots[.]", lambda old: RENAMED[old[0]], path)
        assert links(root, "self") == [(language, f"https://proceedings.example.org/library/{now}")]


def test_a_feed_is_as_new_as_its_newest_entry_and_begins_with_it(files: Mapping[str, bytes]) -> None:
    """A week is as new as the newest of its news, and stands in the order of weeks."""
    for path, feed in files.items():
        changed = [said(entry, "updated") for entry in entries(feed)]
        order = [said(entry, "published") for entry in entries(feed)] if "weekly" in path else changed
        days = [instant[:10] for instant in order]
        assert days == sorted(days, reverse=True)
        assert said(etree.fromstring(feed), "updated") == max(changed, default="2026-01-01T00:00:00+09:00")
        assert all(instant.endswith("+09:00") for instant in changed)


def test_nothing_is_published_after_its_change_or_after_what_is_known(
    records: Corpus, files: Mapping[str, bytes]
) -> None:
    for path, feed in files.items():
        for entry in entries(feed):
            changed = said(entry, "updated")
            assert changed[:10] <= records.known_until.isoformat(), path
            published = entry.find(f"{ATOM}published")
            assert published is None or published.text <= changed, path


def names_of_everything(records: Corpus, language: Language) -> Iterator[str]:
    """The names in a feed: of forums, their being put off, proposals, steps after the first, withdrawals."""
    start = f"{START}/{language}"
    first = {"2024-library-robots": "2024-robots"}  # it was renamed
    for record in records.forums.values():
        name = f"{start}/forums/{first.get(record.id, record.id)}"
        yield name
        if record.called_off:
            yield f"{name}/{record.called_off.value}"
    for made in records.proposals.values():
        key = next(iter(made.redirect_from), made.id)
        yield f"{start}/proposals/{key}"
        for name in step_names(made, records.sources):
            yield f"{start}/proposals/{key}/{name}"
        if made.withdrawn:
            yield f"{start}/proposals/{key}/_withdrawn"


def news_since(made: Proposal) -> int:
    """The follow-ups of a proposal, with its withdrawal."""
    return len(made.history) - 1 + (made.withdrawn is not None)


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
    assert len(found) == sum(map(news_since, records.proposals.values()))
    adopted = named(files["en/feeds/follow-ups.atom"], "2024-library-robots-1/council-bill-17")
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
        assert len(entries(files[path])) == sum(1 + news_since(made) for made in proposals)


def test_feeds_of_parts_have_summaries_alone(files: Mapping[str, bytes]) -> None:
    """They are many, and each thing stands in several: its full text is on its page."""
    brief = [feed for path, feed in files.items() if not is_whole(path)]
    assert len(brief) > 10
    for entry in (entry for feed in brief for entry in entries(feed)):
        assert entry.find(f"{ATOM}content") is None
        assert said(entry, "summary").strip()
    made = "/proposals/2024-library-robots-1"
    whole, short = (
        named(files[f"en/feeds/{name}.atom"], made) for name in ("new", "forums/2024-library-robots")
    )
    for name in ("id", "title", "summary", "updated", "published"):
        assert said(whole, name) == said(short, name)


def test_the_whole_text_stands_in_the_feeds_of_everything(files: Mapping[str, bytes]) -> None:
    made = named(files["en/feeds/new.atom"], "/proposals/2024-library-robots-1")
    text = " ".join("".join(shown(made).itertext()).split())
    for part in (
        "The city should try 40 robots",
        "Three reasons were given:",
        "Tia Sample",
        "Chief Engineer",
    ):
        assert part in text
    addresses = [link.get("href") for link in shown(made).iter("a")]
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


def test_what_an_entry_shows_stands_by_itself(files: Mapping[str, bytes]) -> None:
    """Readers resolve addresses, know styles and find places as they like: it needs none of that."""
    for path, feed in files.items():
        assert b"xml:base" not in feed
        for entry in entries(feed):
            for element in shown(entry).iter() if is_whole(path) else ():
                assert set(element.attrib) <= {"href", "lang"}, path
                assert re.match(r"(https?://|mailto:)", element.get("href", "https://")), path
            assert said(entry, "summary"), path
            assert "\n" not in said(entry, "title") + said(entry, "summary")


def test_each_entry_leads_to_a_place_of_its_own(records: Corpus, files: Mapping[str, bytes]) -> None:
    """Some readers take two entries with one address for one."""
    pages = {page.path: Renderer(WORDS["ko"]).render(page) for page in plan_pages(records, "ko", WORDS)}
    for path, feed in files.items():
        found = [address for entry in entries(feed) for _, address in links(entry, "alternate")]
        assert len(found) == len(set(found)), path
        if path.startswith("feeds/"):
            for address in map(str, found):
                page, _, place = address.removeprefix("https://proceedings.example.org/library/").partition(
                    "#"
                )
                assert not place or re.search(rf"#{place}\b", pages[f"{page.rstrip('/')}.md"]), address


def many(count: int) -> list[str]:
    return [f"2024-{7 + number // 28:02}-{1 + number % 28:02}" for number in range(count)]


@pytest.mark.parametrize("number", [NEWEST + 10, NEWEST_OF_A_FORUM - 2, NEWEST_OF_A_FORUM - 1])
def test_a_feed_has_the_newest_and_a_forum_s_says_whether_it_has_all(number: int) -> None:
    asked: Tree = [{"organization": "o"}]
    history = [step(), *(step(day, "adopted") for day in many(number))]
    files = feed_files(corpus(organization(), proposal(history=history, addressees=asked)), WORDS)
    for path, count in {
        "feeds/new.atom": NEWEST,
        "feeds/follow-ups.atom": NEWEST,
        "feeds/topics/shelves.atom": NEWEST_OF_A_PART,
        "feeds/organizations/o.atom": NEWEST_OF_A_PART,
        FORUM_FEED: min(number + 2, NEWEST_OF_A_FORUM),
    }.items():
        found = entries(files[path])
        assert len(found) == count
        assert said(found[0], "updated").startswith(many(number)[-1])
    complete = "{http://purl.org/syndication/history/1.0}complete"
    told = {path for path in files if etree.fromstring(files[path]).find(complete) is not None}
    assert told == ({FORUM_FEED, f"en/{FORUM_FEED}"} if number + 2 <= NEWEST_OF_A_FORUM else set())


def test_a_feed_without_news_is_a_feed() -> None:
    feed = feed_files(corpus(), WORDS)["feeds/topics/robots.atom"]
    assert etree.RelaxNG(etree.parse(HERE / "atom.rng")).validate(etree.fromstring(feed))
    assert not entries(feed)
