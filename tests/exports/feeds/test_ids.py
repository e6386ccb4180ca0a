"""No edit that leaves a thing the same changes its id; each revision makes it newer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.corpus import Corpus
from generator.exports.calendars import calendar_files
from generator.exports.changes import version_of
from generator.exports.feeds.atom import feed_id, feeds_of
from generator.exports.feeds.entries import Edition
from generator.exports.feeds.news import News
from generator.models import LANGUAGES, Language, Proposal
from generator.pages.subscriptions import Subscription
from tests.exports.feeds.edits import EDITS, THING, Edit, World
from tests.support.words import WORDS

IDENTITIES: Mapping[str, dict[str, object]] = {
    "known_as": {"known_as": "https://first.example.org/library/"},
    "repository": {"repository": {"url": "https://git.example.org/hanbyeol/records"}},
}
"""What the ids of a site may be made of."""


def news_by_thing(world: World, edition: Edition) -> dict[str, News]:
    """The test's name of each thing → its news."""
    corpus, found = edition.corpus, dict[str, News]()
    for forum in corpus.forums.values():
        for news in edition.forum(forum):
            found[f"{world.thing('forums', forum.id, None, ())} {news.kind} {state_of(news)}"] = news
    for proposal in corpus.proposals.values():
        for news in edition.proposal(proposal):
            found[world.thing("proposals", proposal.id, news.told, proposal.history)] = news
    return found


def state_of(news: News) -> str:
    """That a forum was put off and that it was called off are two things."""
    return news.id.rpartition("/")[2] if news.kind == "called-off" else ""


def feeds_by_thing(world: World, edition: Edition) -> dict[str, str]:
    """Each feed by its kind and by what it is about, as the test calls it → its id."""
    found = [feed.subscription for feed in feeds_of(edition)]
    return {
        f"{one.kind} {_about(world, one)}": feed_id(one, edition.corpus, edition.language) for one in found
    }


def _about(world: World, subscription: Subscription) -> str:
    _, folder, *name = subscription.file.removesuffix(".atom").split("/")
    tree = world.records.get(folder, {}).get("".join(name), {})
    return str(tree.get(THING, "" if folder in world.records else "".join(name)))


def uids(corpus: Corpus) -> set[str]:
    calendar = calendar_files(corpus, WORDS)["calendars/all.ics"].decode().replace("\r\n ", "")
    return set(re.findall("(?m)^UID:(.*?)\r?$", calendar))


def edited(world: World, edits: list[Edit], pick: Random) -> World:
    after = deepcopy(world)
    for edit in edits:
        edit(after, pick)
    return after


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_alone_changes_no_id(edit: Edit) -> None:
    for seed in range(8):
        pick = Random(seed)  # noqa: S311 - no secret
        no_id_changes(pick.choice(list(IDENTITIES)), [edit], pick, pick.choice(LANGUAGES))


@settings(max_examples=30, deadline=None)
@given(
    identity=st.sampled_from(list(IDENTITIES)),
    edits=st.lists(st.sampled_from(EDITS), min_size=2, max_size=8),
    pick=st.randoms(use_true_random=False),
    language=st.sampled_from(LANGUAGES),
)
def test_edits_together_change_no_id(
    identity: str, edits: list[Edit], pick: Random, language: Language
) -> None:
    no_id_changes(identity, edits, pick, language)


def no_id_changes(identity: str, edits: list[Edit], pick: Random, language: Language) -> None:
    before = World()
    before.site |= IDENTITIES[identity]
    after = edited(before, edits, pick)
    old, new = (Edition(world.corpus(), WORDS[language]) for world in (before, after))
    ids = [
        {thing: news.id for thing, news in news_by_thing(world, edition).items()}
        for world, edition in ((before, old), (after, new))
    ]
    assert len(set(ids[1].values())) == len(ids[1])
    assert kept(*ids) == {}
    assert kept(feeds_by_thing(before, old), feeds_by_thing(after, new)) == {}
    assert uids(old.corpus) <= uids(new.corpus)


def kept(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What has another id than before."""
    return {thing: (old[thing], new[thing]) for thing in old.keys() & new if old[thing] != new[thing]}


@settings(max_examples=40, deadline=None)
@given(
    edits=st.lists(st.sampled_from(EDITS), max_size=4),
    pick=st.randoms(use_true_random=False),
    day=st.dates().map(lambda day: f"{2023 + day.year % 2}-{day.month:02}-{day.day:02}"),
)
def test_each_revision_is_newer(edits: list[Edit], pick: Random, day: str) -> None:
    """Of whatever day it tells: nothing of the record stays as old as it was, and nothing else gets older."""
    before = edited(World(), edits, pick)
    after = deepcopy(before)
    folder = pick.choice(("forums", "proposals"))
    key = pick.choice(list(after.records[folder]))
    tree = after.records[folder][key]
    tree["revisions"] = [*tree.get("revisions", ()), {"date": day, "note": "고침"}]
    old, new = (news_by_thing(world, Edition(world.corpus(), WORDS["ko"])) for world in (before, after))
    assert old.keys() == new.keys()
    for thing, news in new.items():
        assert news.updated >= old[thing].updated, thing
        if (news.record.folder, news.record.id) == (folder, key):
            assert news.updated > old[thing].updated, thing
            assert version_of(news.record) > version_of(old[thing].record), thing
        assert news.published is None or news.published <= news.updated


def test_the_edits_reach_every_kind_of_thing() -> None:
    """Or the tests above would hold for nothing."""
    world = World()
    found = news_by_thing(world, Edition(world.corpus(), WORDS["ko"]))
    assert {news.kind for news in found.values()} == {
        "forum",
        "called-off",
        "proposal",
        "follow-up",
        "withdrawal",
    }
    assert len(found) == 13
    assert isinstance(found["review"].record, Proposal)
    changed = edited(world, [*EDITS, *EDITS], Random(7))  # noqa: S311 - no secret
    assert {
        news.title for news in news_by_thing(changed, Edition(changed.corpus(), WORDS["ko"])).values()
    } - {news.title for news in found.values()}
    assert len(feeds_by_thing(world, Edition(world.corpus(), WORDS["ko"]))) == 9


def test_another_identity_makes_other_things() -> None:
    """What is written as `known_as` is never changed, or subscribers get everything anew."""
    ids = []
    for site in IDENTITIES.values():
        world = World()
        world.site |= site
        ids.append({news.id for news in news_by_thing(world, Edition(world.corpus(), WORDS["ko"])).values()})
    assert not ids[0] & ids[1]
