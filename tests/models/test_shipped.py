"""The words that are shipped: whole, in both languages, and each list replaced by one that is written."""

from __future__ import annotations

from generator.models import Text, Vocabulary
from generator.models.shipped import shipped_lists
from generator.models.traverse import values_of
from generator.models.word_lists import WORD_LISTS
from tests.support.small_corpus import VOCABULARY, corpus, vocabulary


def test_what_is_shipped_is_a_list_of_the_vocabulary_and_says_everything_in_both_languages() -> None:
    assert set(shipped_lists()) <= set(WORD_LISTS)
    written = Vocabulary.model_validate({**VOCABULARY, **shipped_lists()})
    assert written == vocabulary()
    texts = [text for _, text in values_of(written, Text)]
    assert all(text.missing_languages() == () for text in texts)


def test_no_word_is_shipped_twice() -> None:
    for name in shipped_lists():
        ids = [word.id for word in getattr(vocabulary(), name)]
        assert len(ids) == len(set(ids))


def test_a_list_that_is_written_takes_the_place_of_the_whole_shipped_one() -> None:
    own = vocabulary(forum_kinds=[{"id": "plenary", "label": {"ko": "본회의", "en": "plenary"}}])
    assert list(corpus(vocabulary=own).forum_kinds) == ["plenary"]
    assert list(corpus(vocabulary=own).session_kinds) == list(corpus().session_kinds)


def test_relations_that_build_on_another_lead_one_way() -> None:
    kinds = corpus().relation_kinds
    assert [key for key, kind in kinds.items() if kind.is_one_way] == [
        "amends", "supersedes", "merged-into", "implemented-by",
    ]  # fmt: skip
    assert kinds["amends"].label_there.en == "Amended by"
    assert kinds["related"].label_there == kinds["related"].label


def test_documents_that_do_not_say_their_type_have_a_kind() -> None:
    assert "other" in corpus().document_kinds
