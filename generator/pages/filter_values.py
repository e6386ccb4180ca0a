"""The values that the rows of a list are filtered by."""

from __future__ import annotations

from generator.corpus.answers import is_answered
from generator.corpus.corpus import Corpus
from generator.corpus.schedule import attendance_of
from generator.models import LANGUAGES, Forum, Language, Proposal, Prose, Text
from generator.models.proposal import Addressee, Somebody
from generator.models.titles import identifier_of
from generator.pages.page import Label
from generator.parsing.commonmark import words_of_prose

FilterValues = tuple[tuple[str, tuple[str, ...]], ...]
"""Filter's name → the row's values for it; `words` are the texts in which the reader's words are sought."""


def addressee_key(addressee: Somebody) -> str:
    """The key of an addressee: an organization's id, a person's, or a name without a record.

    None of the three is taken for another, and no key has the '|' that parts values.
    """
    if addressee.organization:
        return addressee.organization
    if addressee.person:
        return f"person:{addressee.person}"
    return name_among_ids(addressee.name.best("ko")[0] if addressee.name else "")


def name_among_ids(name: str) -> str:
    """A name where ids stand: marked, since no id has a ':', and without the marks that part several."""
    return f"name:{name.replace('%', '%25').replace('|', '%7C').replace(';', '%3B')}"


def name_of(corpus: Corpus, addressee: Addressee) -> Label:
    """The addressee's name, from its record if it has one, told apart from others of the name."""
    if addressee.organization:
        return corpus.shown_name(corpus.organizations[addressee.organization])
    if addressee.person:
        return corpus.shown_name(corpus.speakers[addressee.person])
    return addressee.name or ""


def folded_texts(*texts: Text | str | None) -> tuple[str, ...]:
    """The texts per language, case-folded and without markup, duplicates merged."""
    plain_texts = [
        _plain_text(text, language) for text in texts if text is not None for language in LANGUAGES
    ]
    return tuple(dict.fromkeys(" ".join(text.casefold().split()) for text in plain_texts if text))


def _plain_text(text: Text | str, language: Language) -> str | None:
    if isinstance(text, str):
        return text
    words = text.in_language(language)
    return words_of_prose(words) if words and isinstance(text, Prose) else words


def proposal_filter_values(corpus: Corpus, proposal: Proposal, *, with_abstract: bool) -> FilterValues:
    proposers = [corpus.speakers[who.person].name for who in proposal.proposers if who.person]
    numbers = (identifier_of(proposal), *(one.identifier for one in proposal.identifiers))
    return (
        ("status", (proposal.history[-1].status,)),
        ("topic", proposal.topics),
        ("to", tuple(addressee_key(addressee) for addressee in proposal.addressees)),
        ("forum", (proposal.forum,)),
        ("year", (str(corpus.forums[proposal.forum].start_date.year),)),
        ("answer", ("answered",) if is_answered(corpus, proposal) else ()),
        ("withdrawn", ("withdrawn",) if proposal.withdrawn else ()),
        (
            "words",
            folded_texts(
                proposal.title, *numbers, *proposers, *([proposal.abstract] if with_abstract else [])
            ),
        ),
    )


def forum_filter_values(corpus: Corpus, forum: Forum) -> FilterValues:
    attendance = attendance_of(forum)
    return (
        ("status", (corpus.forum_status(forum),)),
        ("attendance", (attendance,) if attendance else ()),
        ("kind", (forum.classification,)),
        ("year", (str(forum.start_date.year),)),
        ("words", folded_texts(forum.name, *(place.name for place in forum.places), forum.abstract)),
    )
