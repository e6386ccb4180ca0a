"""The site's own two files are consistent, and marks of translation stand at existing texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.models import LANGUAGES, Forum, Named, NameNotes, Translation
from generator.models.titles import main_text
from generator.models.word_lists import WORD_LISTS
from generator.parsing.addresses import wrong_branch, wrong_folder_address, wrong_repository_address
from generator.parsing.messages import message


def languages_are_korean_and_english(corpus: Corpus) -> Iterator[Finding]:
    """The site is in Korean, at its root, and in English."""
    if corpus.site.languages != LANGUAGES:
        yield Finding(corpus.site.path, ("languages",), message("site.languages"))


def address_is_a_folder(corpus: Corpus) -> Iterator[Finding]:
    """The site's address is that of a folder on a host, without query, fragment, '//' or '..'."""
    if wrong := wrong_folder_address(corpus.site.address):
        yield Finding(corpus.site.path, ("address",), wrong)


def repository_is_a_page(corpus: Corpus) -> Iterator[Finding]:
    """The repository's address is its page, below which a record can be edited, and its branch can be one."""
    repository = corpus.site.repository
    if repository and (wrong := wrong_repository_address(repository.url)):
        yield Finding(corpus.site.path, ("repository", "url"), wrong)
    if repository and (wrong := wrong_branch(repository.branch)):
        yield Finding(corpus.site.path, ("repository", "branch"), wrong)


def words_differ(corpus: Corpus) -> Iterator[Finding]:
    """No two words of a list have the same id."""
    for name in WORD_LISTS:
        ids = [word.id for word in getattr(corpus.vocabulary, name)]
        for number, first in repeated(ids):
            wrong = message("twice.word", id=ids[number], first=f"{name}[{first}]")
            yield Finding(corpus.vocabulary.path, (name, number, "id"), wrong)


def one_way_relations_have_two_names(corpus: Corpus) -> Iterator[Finding]:
    """A relation that leads one way is called something else on the other proposal's page."""
    for number, kind in enumerate(corpus.vocabulary.relations):
        if kind.is_one_way and kind.inverse is None:
            yield Finding(
                corpus.vocabulary.path, ("relations", number, "inverse"), message("relations.no_inverse")
            )


def aliases_share_no_word(corpus: Corpus) -> Iterator[Finding]:
    """A word belongs to one group of aliases, regardless of case and spaces."""
    groups: dict[str, int] = {}
    for number, alias in enumerate(corpus.vocabulary.aliases):
        for place, word in enumerate(alias.words):
            first = groups.setdefault("".join(word.split()).casefold(), number)
            if first != number:
                wrong = message("twice.alias", word=word, group=first + 1)
                yield Finding(corpus.vocabulary.path, ("aliases", number, "words", place), wrong)


def statuses_begin_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """At least one status is marked `first`."""
    if not any(status.first for status in corpus.vocabulary.statuses):
        yield Finding(corpus.vocabulary.path, ("statuses",), message("statuses.no_first"))


def statuses_can_be_reached(corpus: Corpus) -> Iterator[Finding]:
    """Every status can be reached from one that is marked `first`."""
    reached = {status.id for status in corpus.vocabulary.statuses if status.first}
    queue = sorted(reached)
    while queue:
        following = set(corpus.statuses[queue.pop()].next) & corpus.statuses.keys() - reached
        reached |= following
        queue += sorted(following)
    for number, status in enumerate(corpus.vocabulary.statuses):
        if reached and status.id not in reached:
            wrong = message("statuses.unreached", status=status.id)
            yield Finding(corpus.vocabulary.path, ("statuses", number, "id"), wrong)


def statuses_stand_on_steps(corpus: Corpus) -> Iterator[Finding]:
    """A status stands on one of the steps."""
    steps = len(corpus.vocabulary.steps)
    for number, status in enumerate(corpus.vocabulary.statuses):
        if status.step >= steps:
            wrong = message("statuses.no_step", step=status.step, last=steps - 1)
            yield Finding(corpus.vocabulary.path, ("statuses", number, "step"), wrong)


def marked_texts_are_there(corpus: Corpus) -> Iterator[Finding]:
    """A text marked as translated by a machine, or as a name of ours, exists in that language."""
    for record in corpus.records:
        name = main_text(record)
        marks: dict[str, Translation | NameNotes | None] = {"translation": record.translation}
        if isinstance(record, Named | Forum):
            marks["name_notes"] = record.name_notes
        for field, mark in marks.items():
            for language in LANGUAGES:
                if mark and mark.in_language(language) and name.in_language(language) is None:
                    yield Finding(record.path, (field, language), message("marks.no_name", language=language))
