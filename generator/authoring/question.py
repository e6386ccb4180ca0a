"""Questions: what is asked, on a terminal or by a flag, and which answers are accepted."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.corpus.labels import name_key
from generator.models.date import Day
from generator.models.model import reason_of
from generator.models.texts import as_line
from generator.parsing.characters import forbidden_character
from generator.parsing.messages import Message, Refused, message

Answer = str | Day
Answers = Mapping[str, Any]
"""Variable of a skeleton → an Answer, a tuple of them, or None while there is none."""


@dataclass(frozen=True)
class Choices:
    """The ids that an answer can be, with their labels, which are answers too; the message for any other."""

    ids: Mapping[str, str]
    refusal: Callable[[str], Message]
    refused: Mapping[str, str] = field(default_factory=dict)
    """Ids that exist and can be no answer here, with their labels: the refusal says why."""

    def id_called(self, text: str) -> str:
        """The one id whose label this is, of those to choose from before the others; else the text itself."""
        if text in self.ids:
            return text
        for ids in (self.ids, self.refused):
            called = [key for key, label in ids.items() if label and name_key(label) == name_key(text)]
            if len(called) == 1:
                return called[0]
        return text


KnownT = TypeVar("KnownT")
"""What is known when a question is asked: the records that exist, or nothing."""


@dataclass(frozen=True)
class Question(Generic[KnownT]):
    """A question; its flag is `--name`, and its variable in the skeleton the name with '_'."""

    name: str
    prompt: Message
    parse: Callable[[str], Answer] = as_line
    """Typed text → answer; raises Refused or Pydantic's error if it is none."""
    words: tuple[str, ...] = ()
    """The fixed words to choose from."""
    choices: Callable[[KnownT, Answers], Choices] | None = None
    """The ids to choose from, where they depend on the records that exist."""
    default: Callable[[KnownT, Answers], str | None] = lambda _known, _answers: None
    """The default answer."""
    default_if_unasked: bool = False
    """Whether the default is the answer where nobody can be asked."""
    multiple: bool = False
    optional: bool = False
    """Whether the answer can be left out and written into the file later."""
    unless: str | None = None
    """The variable of a question whose answer makes this one unnecessary."""
    refuse: Callable[[KnownT, str], None] = lambda _known, _answer: None
    """Raises a Refusal of an answer that cannot be, such as an id that is taken."""
    also: str | None = None
    """A shorter name of the flag."""

    @property
    def variable(self) -> str:
        return self.name.replace("-", "_")

    def accept(self, text: str, known: KnownT, answers: Answers) -> Answer:
        """The answer as it is stored; raises Refused, or what `refuse` raises, if it is none."""
        text = unicodedata.normalize("NFC", text)
        if forbidden := forbidden_character(text):
            raise Refused(forbidden)
        choices = self.choices(known, answers) if self.choices else None
        try:
            answer = self.parse(choices.id_called(text) if choices else text)
        except PydanticCustomError as error:
            raise Refused(message("new.not_listed", text=text) if choices else reason_of(error)) from None
        if self.words and answer not in self.words:
            raise Refused(message("new.not_known", text=text, known=", ".join(self.words)))
        if choices and isinstance(answer, str) and answer not in choices.ids:
            raise Refused(choices.refusal(answer))
        self.refuse(known, str(answer))
        return answer


def answer_of_type(annotation: Any) -> Callable[[str], str]:  # noqa: ANN401 - annotations have no common type
    """A function that reads text as a field of this type does."""
    adapter: TypeAdapter[str] = TypeAdapter(annotation)

    def read(text: str) -> str:
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            reason: Message = error.errors()[0]["ctx"]["reason"]
            raise Refused(reason) from None

    return read


def in_both_languages(name: str, what: Message, **options: Any) -> tuple[Question[Any], Question[Any]]:  # noqa: ANN401 - fields of Question
    """The questions for a text in Korean and in English, of which one is enough."""
    return (
        Question(f"{name}-ko", message("ask.in_korean", what=what), unless=f"{name}_en", **options),
        Question(f"{name}-en", message("ask.in_english", what=what), unless=f"{name}_ko", **options),
    )
