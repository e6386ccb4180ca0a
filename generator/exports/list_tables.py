"""The files below lists/: the rows of lists on several pages, out of which a script narrows the whole list.

There is a column for each thing that is shown or sought; a row's choices are the numbers of the options.
The script is generator/theme/assets/javascripts/filters/table.js.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.corpus.corpus import Corpus
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import SiteWords, Words
from generator.models import Language, Status, Text
from generator.output.site_paths import place_of
from generator.pages.filter_values import FilterValues
from generator.pages.filters import Filter
from generator.pages.forums import forum_list
from generator.pages.list_rows import ForumRow, PartyLinks, ProposalRow
from generator.pages.page import ROWS_OF_PAGE, Label, PageLink, label_text
from generator.pages.people import PartyRow, by_name, party_list
from generator.pages.proposals import proposal_list

LISTS_FOLDER = "lists"
"""The tables' folder below the root of each language."""

ListRow = ProposalRow | ForumRow | PartyRow
Columns = dict[str, object]


def list_files(corpus: Corpus, site_words: SiteWords, most: int = ROWS_OF_PAGE) -> Mapping[str, bytes]:
    """The table of each list that has filters and takes several pages; of shorter ones the page has all."""
    files: dict[str, bytes] = {}
    for language, words in site_words.items():
        for section, rows, filters in _lists(corpus, language, most):
            table = list_table(rows, filters, words, corpus.vocabulary.statuses if corpus.proposals else ())
            content = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
            files[place_of(language, f"{LISTS_FOLDER}/{section}.json")] = content.encode()
    return files


def _lists(
    corpus: Corpus, language: Language, most: int
) -> Iterator[tuple[str, Sequence[ListRow], tuple[Filter, ...]]]:
    if len(corpus.forums) > most:
        forums = forum_list(corpus)
        yield "forums", [row for _, rows in forums.years for row in rows], forums.filters
    if corpus.has("proposals") and len(corpus.proposals) > most:
        proposals = proposal_list(corpus)
        yield "proposals", proposals.rows, proposals.filters
    if corpus.has("speakers") and len(corpus.speakers) > most:
        people = party_list(corpus, by_name(corpus.speakers.values(), language))
        yield "speakers", people.rows, people.filters
    if corpus.has("organizations") and len(corpus.organizations) > most:
        bodies = party_list(corpus, by_name(corpus.organizations.values(), language))
        yield "organizations", bodies.rows, bodies.filters


def list_table(
    rows: Sequence[ListRow], filters: Iterable[Filter], words: Words, statuses: Iterable[Status]
) -> Columns:
    """The rows by columns, in the language of the words."""
    titles = [_best(row.link.label, words) for row in rows]
    table: Columns = {
        "ids": [row.link.target.removesuffix(".md").partition("/")[2] for row in rows],
        "titles": [title for title, _ in titles],
        "langs": {str(at): spoken for at, (_, spoken) in enumerate(titles) if spoken != words.language},
        "words": [
            "|".join(_sought(row.filter_values, title)) for row, (title, _) in zip(rows, titles, strict=True)
        ],
        "marks": {str(at): label_text(row.link.mark, words) for at, row in enumerate(rows) if row.link.mark},
        "facts": [[fact for fact in _facts(row, words) if fact] for row in rows],
        "choices": {one.name: _choice(one, rows, words) for one in filters},
    }
    if all(isinstance(row, ProposalRow) for row in rows):
        signs = {
            status.id: [status.mark, status.shown_color, words(f"marks.{status.mark}")] for status in statuses
        }
        identifiers = [row.identifier if isinstance(row, ProposalRow) else "" for row in rows]
        return {**table, "signs": signs, "identifiers": identifiers}
    return {**table, "sides": [_side(row, words) for row in rows]}


def _best(label: Label, words: Words) -> tuple[str, Language]:
    return (
        label.best(words.language) if isinstance(label, Text) else (label_text(label, words), words.language)
    )


def _sought(values: FilterValues, title: str) -> list[str]:
    """The texts in which words are sought, but for the title, which has a column of its own."""
    shown = " ".join(title.casefold().split())
    return [text for text in dict(values).get("words", ()) if text != shown]


def _choice(one: Filter, rows: Sequence[ListRow], words: Words) -> Columns:
    """The options, and of each row the number of its option, or the numbers of several."""
    numbers = {value: number for number, (value, _, _) in enumerate(one.options)}
    chosen = [
        [numbers[value] for value in dict(row.filter_values).get(one.name, ()) if value in numbers]
        for row in rows
    ]
    return {
        "options": [[value, label_text(label, words), count] for value, label, count in one.options],
        "rows": [own[0] if len(own) == 1 else own for own in chosen],
    }


def _facts(row: ListRow, words: Words) -> Iterator[str]:
    """What stands beneath the title, as the templates of pages write it."""
    if isinstance(row, ProposalRow):
        yield _joined((topic.label for topic in row.topics), words)
        named = [_addressee(who, words) for who in row.addressees]
        yield f"{words('proposal.to')} {' · '.join(named)}" if named else words("proposal.no_addressee")
    elif isinstance(row, ForumRow):
        days = row.dates or (row.date, row.end_date)
        between = ", " if row.dates else " – "
        yield between.join(day_in_words(day, words) for day in days if day)
        yield from (label_text(venue, words) for venue in row.venues)
    elif row.latest:
        yield label_text(row.latest.position, words) if row.latest.position else ""
        has_both = row.latest.organization and row.latest.person and row.link.target.startswith("speakers/")
        yield label_text(row.latest.organization.label, words) if has_both and row.latest.organization else ""
    if isinstance(row, PartyRow) and row.ended:
        day = row.ended.date
        yield f"{words('party.dissolved')} {day_in_words(day, words)}" if day else words("party.ended")


def _side(row: ListRow, words: Words) -> str:
    """What stands beside the title, as the templates of pages write it."""
    if isinstance(row, ForumRow):
        return words("proposals.count", n=row.proposals) if row.proposals is not None else ""
    if isinstance(row, ProposalRow):
        return ""
    counts = [words("forums.count", n=row.forums)]
    counts += [words("proposals.count", n=row.proposals)] if row.proposals else []
    counts += [words("party.asked_count", n=row.asked)] if row.asked else []
    return " · ".join(counts)


def _joined(labels: Iterable[Label], words: Words) -> str:
    return " · ".join(label_text(label, words) for label in labels)


def _addressee(who: PartyLinks, words: Words) -> str:
    link: PageLink | None = who.organization or who.person
    name = label_text(link.label if link else who.name or "", words)
    return f"{name} {words('proposal.uncertain')}" if who.uncertain else name
