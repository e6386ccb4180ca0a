"""What was asked of a corpus tells whether something made of it still holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.watched import AnswerDigests, Watched
from generator.parsing.yaml_parser import Tree
from tests.support import small_corpus as small


def made(**of_proposal: Tree) -> Corpus:
    return small.corpus(
        small.forum("f"),
        small.source(),
        small.speaker("s"),
        small.organization("o"),
        small.proposal("f-1", **of_proposal),
        small.proposal("f-2"),
    )


ASKING: dict[str, Callable[[Corpus], object]] = {
    "one record": lambda corpus: corpus.proposals["f-1"],
    "one that is missing": lambda corpus: corpus.proposals.get("f-9"),
    "a method": lambda corpus: corpus.proposals_at(corpus.forums["f"]),
    "all of a kind": lambda corpus: list(corpus.proposals.values()),
    "how many": lambda corpus: len(corpus.proposals),
    "any": lambda corpus: bool(corpus.proposals),
    "every record": lambda corpus: [record.id for record in corpus.records],
    "an index": lambda corpus: corpus.proposals_newest_first,
    "some records": lambda corpus: corpus.newest_fact(iter([corpus.proposals["f-1"]])),
}


def asked(corpus: Corpus, ask: Callable[[Corpus], object]) -> tuple[tuple[bytes, ...], bytes]:
    """The questions, and the digest of their answers."""
    answers = AnswerDigests(corpus)
    watched = Watched(answers)
    ask(watched.corpus)
    return watched.questions, answers.digest_of_all(watched.questions)


@pytest.mark.parametrize("name", ASKING)
def test_the_same_records_give_the_same_digest_in_another_corpus(name: str) -> None:
    questions, digest = asked(made(), ASKING[name])
    assert questions
    assert AnswerDigests(made()).digest_of_all(questions) == digest


ABOUT_OTHERS = {"one that is missing", "how many", "any"}
"""The questions whose answers stay the same when a record gets another text."""


@pytest.mark.parametrize("name", sorted(ABOUT_OTHERS))
def test_another_text_of_a_record_changes_no_other_answer(name: str) -> None:
    questions, digest = asked(made(), ASKING[name])
    other = made(abstract={"ko": "다른 본문", "en": "Another text"})
    assert AnswerDigests(other).digest_of_all(questions) == digest


@pytest.mark.parametrize("name", sorted(ASKING.keys() - ABOUT_OTHERS))
def test_another_text_of_a_record_gives_another_digest(name: str) -> None:
    questions, digest = asked(made(), ASKING[name])
    other = made(abstract={"ko": "다른 본문", "en": "Another text"})
    assert AnswerDigests(other).digest_of_all(questions) != digest


def test_what_was_not_asked_for_changes_nothing() -> None:
    questions, digest = asked(made(), lambda corpus: corpus.proposals["f-2"])
    other = made(abstract={"ko": "다른 본문", "en": "Another text"})
    assert AnswerDigests(other).digest_of_all(questions) == digest


def test_a_record_that_is_new_or_gone_is_another_answer() -> None:
    corpus = made()
    with_one_more = small.corpus(*corpus.records, small.proposal("f-9"))
    for name in ("one that is missing", "a method", "all of a kind", "how many", "every record"):
        questions, digest = asked(corpus, ASKING[name])
        assert AnswerDigests(with_one_more).digest_of_all(questions) != digest, name
        questions, digest = asked(with_one_more, ASKING[name])
        assert AnswerDigests(corpus).digest_of_all(questions) != digest, name


def test_whether_a_file_is_made_is_a_question_too() -> None:
    answers = AnswerDigests(made(), {"pdf/a.pdf"})
    watched = Watched(answers)
    assert "pdf/a.pdf" in watched
    assert "pdf/b.pdf" not in watched
    digest = answers.digest_of_all(watched.questions)
    assert AnswerDigests(made(), {"pdf/a.pdf", "pdf/c.pdf"}).digest_of_all(watched.questions) == digest
    assert AnswerDigests(made(), {"pdf/b.pdf"}).digest_of_all(watched.questions) != digest


def test_a_corpus_answers_as_it_does_unwatched() -> None:
    corpus = made()
    watched = Watched(AnswerDigests(corpus)).corpus
    for name, ask in ASKING.items():
        assert ask(watched) == ask(corpus), name
