"""The lists of vocabulary.yml whose words have ids, by which records name them."""

from __future__ import annotations

from generator.models.fields import fields_of
from generator.models.vocabulary import Vocabulary

WORD_LISTS: tuple[str, ...] = tuple(
    held.name for held in fields_of(Vocabulary) if held.part and "id" in held.part.model_fields
)
"""Their names, in the order in which the vocabulary has them."""
