"""Corpus → pages: which pages there are, in what order their lists stand, and what they link to."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Prose, Text
from generator.models.date import read_day
from generator.pages import Page, plan_pages
from generator.pages.filter_values import folded_texts
from generator.pages.follow_ups import FollowUpsView, follow_ups, quiet
from generator.pages.forums import ForumList, ForumView
from generator.pages.home import HomeView
from generator.pages.page import PageLink
from generator.pages.people import PartyList, PartyView
from generator.pages.proposals import ProposalList, ProposalView
from generator.pages.search_page import SearchView
from generator.pages.sources import SourceView
from generator.pages.statistics import statistics, wait
from generator.parsing.yaml_parser import Tree
from generator.search.entries import ENTRY_KINDS, entries_of
from generator.search.index import facets_of
from tests.support import small_corpus as small
from tests.support.page_links import links_in
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, proposal, speaker
from tests.support.small_corpus import page as prose_page
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


def pages_of(corpus: Corpus) -> dict[str, Page[object]]:
    return {page.path: page for page in plan_pages(corpus, "ko", WORDS)}


def test_results_can_be_narrowed_by_whatever_the_search_counts(corpus: Corpus) -> None:
    view = pages_of(corpus)["search.md"].view
    assert isinstance(view, SearchView)
    offered = {choice.name: [value for value, _ in choice.options] for choice in view.choices}
    counted: dict[str, list[str]] = {}
    for name, column in facets_of(list(entries_of(corpus))).items():
        assert isinstance(column, dict)
        counted[name] = column["values"]
    assert offered.keys() == counted.keys()
    assert tuple(offered["kind"]) == ENTRY_KINDS
    assert sorted(offered["year"]) == counted["year"]
    assert {name for name, values in counted.items() if set(values) - set(offered[name])} == set()


def test_both_languages_have_the_same_pages_in_the_same_order_each_once(corpus: Corpus) -> None:
    korean, english = ([page.path for page in plan_pages(corpus, language, WORDS)] for language in LANGUAGES)
    assert korean == english
    assert len(korean) == len(set(korean))


def test_every_record_topic_and_prose_page_has_a_page(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    wanted = [record.page for record in corpus.records]
    wanted += [f"topics/{topic.id}.md" for topic in corpus.vocabulary.topics]
    wanted += [f"{page.name}.md" for page in corpus.pages]
    wanted += ["index.md", "statistics.md", "statuses.md", "data.md", "data/fields.md"]
    wanted += ["follow-ups.md", "search.md"]
    wanted += [
        f"{kind}/index.md"
        for kind in ("forums", "proposals", "speakers", "organizations", "topics", "sources")
    ]
    assert [path for path in wanted if path not in pages] == []


def test_every_link_leads_to_a_page_that_there_is(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    links = [link for page in pages.values() for link in links_in((page.view, page.crumbs))]
    assert len(links) > 200
    assert [link.target for link in links if link.target not in pages] == []


def test_a_redirect_page_stands_at_each_former_address(corpus: Corpus) -> None:
    former = [
        (f"{record.folder}/{old}.md", record.page)
        for record in corpus.records
        for old in record.redirect_from
    ]
    assert former
    pages = pages_of(corpus)
    assert [(path, pages[path].redirect) for path, _ in former] == former


def test_a_short_address_leads_to_each_proposal_by_each_of_its_names(corpus: Corpus) -> None:
    leading = {path: page.redirect for path, page in pages_of(corpus).items() if path.startswith("p/")}
    merged = "proposals/2023-reading-machines-2.md"
    assert (
        leading["p/hb-2024-1.md"]
        == leading["p/2024-library-robots-1.md"]
        == ("proposals/2024-library-robots-1.md")
    )
    assert leading["p/2023-reading-machines-2.md"] == leading["p/2023-reading-fund.md"] == merged
    assert set(leading.values()) == {proposal.page for proposal in corpus.proposals.values()}


def test_a_proposal_names_its_permanent_address(corpus: Corpus) -> None:
    for page in plan_pages(corpus, "en", WORDS):
        if isinstance(page.view, ProposalView):
            assert page.view.permanent.label == (
                f"https://proceedings.example.org/library/en/p/{page.view.identifier}/"
            )


def test_the_newest_forum_stands_first(corpus: Corpus) -> None:
    view = pages_of(corpus)["forums/index.md"].view
    assert isinstance(view, ForumList)
    years = [year for year, _ in view.years]
    assert years == sorted(years, reverse=True)
    days = [row.date.earliest for _, rows in view.years for row in rows]
    assert days == sorted(days, reverse=True)


def test_proposals_of_a_forum_stand_in_the_order_of_their_numbers(corpus: Corpus) -> None:
    view = pages_of(corpus)["forums/2024-library-robots.md"].view
    assert isinstance(view, ForumView)
    numbers = [int(row.link.target.removesuffix(".md").rpartition("-")[2]) for row in view.proposals]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 10


def test_neighbours_are_those_of_the_same_forum(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    proposals = [proposal.page for proposal in corpus.proposals_at(corpus.forums["2024-library-robots"])]
    views = [pages[path].view for path in proposals]
    assert all(isinstance(view, ProposalView) for view in views)
    previous = [view.previous and view.previous.target for view in views if isinstance(view, ProposalView)]
    following = [view.following and view.following.target for view in views if isinstance(view, ProposalView)]
    assert previous == [None, *proposals[:-1]]
    assert following == [*proposals[1:], None]


def test_a_relation_is_told_on_both_pages(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    superseding = pages["proposals/2024-library-robots-4.md"].view
    superseded = pages["proposals/2023-open-shelves-1.md"].view
    assert isinstance(superseding, ProposalView)
    assert isinstance(superseded, ProposalView)
    assert "Supersedes" in [relation.label.en for relation in superseding.relations]
    assert [relation.label.en for relation in superseded.relations] == ["Superseded by"]


def test_sources_are_numbered_as_the_page_cites_them(corpus: Corpus) -> None:
    view = pages_of(corpus)["proposals/2024-library-robots-4.md"].view
    assert isinstance(view, ProposalView)
    assert [row.number for row in view.sources] == list(range(1, len(view.sources) + 1))
    cited = {reference.number for step in view.history for reference in step.references}
    assert cited <= {row.number for row in view.sources}


def test_a_page_marks_the_proposals_that_its_person_may_not_have_made() -> None:
    doubted: Tree = {"person": "p", "uncertain": "true"}
    records = small.corpus(
        forum(organizers=[{"person": "p", "role": "host"}]),
        speaker(),
        proposal("f-1", proposers=[doubted]),
        proposal("f-2", proposers=[{"person": "p"}]),
    )
    view = pages_of(records)["speakers/p.md"].view
    assert isinstance(view, PartyView)
    assert {row.identifier: row.is_doubted for row in view.proposals} == {"f-1": True, "f-2": False}


def test_a_source_names_what_cites_it(corpus: Corpus) -> None:
    for page in plan_pages(corpus, "ko", WORDS):
        if isinstance(page.view, SourceView):
            cited_by = {link.target for link in page.view.cited_by}
            citing = {record.page for record in corpus.citing(page.view.source)}
            assert cited_by == citing


def test_follow_ups_are_the_steps_after_the_first_newest_first(corpus: Corpus) -> None:
    found = follow_ups(corpus)
    proposals = corpus.proposals.values()
    assert len(found) == sum(len(one.history) - 1 + (one.withdrawn is not None) for one in proposals)
    days = [follow_up.date.latest for follow_up in found]
    assert days == sorted(days, reverse=True)


def test_quiet_proposals_are_open_and_have_waited_for_the_sites_months(corpus: Corpus) -> None:
    view = pages_of(corpus)["follow-ups.md"].view
    assert isinstance(view, FollowUpsView)
    assert view.months == corpus.site.quiet_months
    still_open = [
        record
        for record in corpus.proposals.values()
        if not corpus.status_of(record).closed and not record.withdrawn
    ]
    assert len(still_open) < len(corpus.proposals)
    assert set(quiet(corpus, read_day("2030-01-01"))) == {*still_open}
    assert quiet(corpus, read_day("2023-01-01")) == ()
    assert quiet(corpus, None) == ()


def test_silence_is_counted_in_whole_months(corpus: Corpus) -> None:
    proposal = next(iter(quiet(corpus, read_day("2030-01-01"))))
    last = proposal.history[-1].date.latest
    year, month = divmod(last.year * 12 + last.month - 1 + corpus.site.quiet_months, 12)
    on_the_day = read_day(f"{year}-{month + 1:02}-{min(last.day, 28):02}")
    assert proposal in quiet(corpus, on_the_day) or last.day > 28
    assert proposal not in quiet(corpus, read_day(str(last.isoformat())))


def test_the_board_counts_every_proposal_once(corpus: Corpus) -> None:
    view = pages_of(corpus)["index.md"].view
    assert isinstance(view, HomeView)
    assert sum(number for _, _, number in view.board) == len(corpus.proposals)
    assert view.most == max(number for _, _, number in view.board)


def test_statistics_agree_with_each_other(corpus: Corpus) -> None:
    found = statistics(corpus)
    assert sum(bar.number for bar in found.by_status) == found.proposals == len(corpus.proposals)
    assert sum(bar.number for bar, _, _ in found.by_year) == found.proposals
    assert sum(forums for _, _, forums in found.by_year) == found.forums == len(corpus.forums)
    for (_, cells), bar in zip(found.matrix, found.by_topic, strict=True):
        assert sum(number for _, number in cells) == bar.number


def test_each_number_leads_to_the_rows_that_it_counts(corpus: Corpus) -> None:
    rows = pages_of(corpus)["proposals/index.md"].view
    assert isinstance(rows, ProposalList)
    found = statistics(corpus)
    counted = [(bar.link, bar.number) for bar in (*found.by_topic, *found.by_addressee, *found.by_status)]
    counted += [cell for _, cells in found.matrix for cell in cells]
    for link, number in counted:
        chosen = parse_qsl(link.query)
        marked = [
            row for row in rows.rows if all(value in dict(row.filter_values)[name] for name, value in chosen)
        ]
        assert len(marked) == number, link.query


def test_bars_are_as_long_as_their_numbers(corpus: Corpus) -> None:
    for bars in (statistics(corpus).by_topic, statistics(corpus).by_addressee):
        assert max(bar.length for bar in bars) == 100
        most = max(bar.number for bar in bars)
        assert [bar.length for bar in bars] == [round(100 * bar.number / most) for bar in bars]


def test_the_wait_is_counted_from_the_first_step_to_the_second(corpus: Corpus) -> None:
    answered = [proposal for proposal in corpus.proposals.values() if len(proposal.history) > 1]
    found = wait(corpus)
    assert found is not None
    assert found.answered == len(answered)
    assert found.median_days > 0
    assert wait(replace(corpus, proposals={})) is None


def test_filters_offer_what_rows_have_with_their_number(corpus: Corpus) -> None:
    view = pages_of(corpus)["proposals/index.md"].view
    assert isinstance(view, ProposalList)
    assert [choice.name for choice in view.filters] == [
        "topic",
        "to",
        "status",
        "year",
        "forum",
        "answer",
        "withdrawn",
    ]
    for choice in view.filters:
        for value, _, number in choice.options:
            assert number == sum(value in dict(row.filter_values)[choice.name] for row in view.rows) > 0


@pytest.mark.parametrize("section", ["speakers", "organizations"])
def test_people_and_organizations_stand_in_the_order_of_the_language(corpus: Corpus, section: str) -> None:
    listed = {}
    for language in LANGUAGES:
        pages = {page.path: page for page in plan_pages(corpus, language, WORDS)}
        view = pages[f"{section}/index.md"].view
        assert isinstance(view, PartyList)
        listed[language] = [row.link.target for row in view.rows]
        assert sorted(listed[language]) == sorted(one.page for one in getattr(corpus, section).values())
    assert listed["ko"] != listed["en"]


def test_a_page_tells_what_an_organization_was_asked(corpus: Corpus) -> None:
    pages = pages_of(corpus)
    asked = {
        addressee.organization
        for proposal in corpus.proposals.values()
        for addressee in proposal.addressees
        if addressee.organization
    }
    assert asked
    for organization in asked:
        view = pages[f"organizations/{organization}.md"].view
        assert isinstance(view, PartyView)
        assert view.asked


def test_lists_are_filtered_by_words_and_not_by_markup() -> None:
    """A text that begins with a date has to have a backslash before each dot; readers write none."""
    abstract = Prose(ko=r"2025\. 7\. 16\. **로봇**을 [들이자](about.md)")
    assert folded_texts(Text(ko="C#"), abstract) == ("c#", "2025. 7. 16. 로봇을 들이자")


def test_readers_tell_of_news_by_the_page_on_corrections_or_else_by_mail() -> None:
    for written, told in (([prose_page("corrections")], "corrections.md"), ([], "mailto:desk@example.org")):
        small = small_corpus(proposal(), pages=written)
        view = next(one.view for one in plan_pages(small, "ko", WORDS) if one.path == "proposals/f-1.md")
        assert isinstance(view, ProposalView)
        assert (view.desk.target if isinstance(view.desk, PageLink) else view.desk.url) == told
