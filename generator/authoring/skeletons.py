"""Answers → the text of a new record: known fields are filled in, all others shown as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic_core import PydanticCustomError

from generator import models
from generator.corpus.identifiers import example_of
from generator.models import Vocabulary
from generator.models.date import Day
from generator.models.ids import ID_PATTERN
from generator.models.texts import as_text
from generator.models.word_lists import WORD_LISTS
from generator.parsing.yaml_parser import Unquoted


def render_skeleton(kind: str, answers: Mapping[str, object], vocabulary: Vocabulary) -> str:
    """A record of the kind as YAML; an answer that is None leaves its field empty, which `check` reports."""
    template = _ENVIRONMENT.get_template(f"{kind}.yml.jinja")
    text = template.render(_words_of(vocabulary) | _numbering_of(vocabulary, kind), kind=kind, **answers)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n") + "\n"


def scalar(value: object) -> Markup:
    """The value as YAML: ids and days plain, other texts in quotes, several as a list, None as nothing."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup()
    if isinstance(value, Day):
        return _verbatim(str(value))
    if isinstance(value, tuple):
        return _verbatim(f"[{', '.join(map(scalar, value))}]")
    if not isinstance(value, str):
        raise TypeError(f"a record holds texts, not a {type(value).__name__}")
    # JSON strings are YAML strings: YAML 1.2, section 1.3.
    return _verbatim(value if _is_plain(value) else json.dumps(value, ensure_ascii=False))


def _verbatim(yaml: str) -> Markup:
    """YAML that `scalar` leaves unchanged: text of this module or of a skeleton, never an answer."""
    return Markup(yaml)  # noqa: S704 - a record is no HTML


def _is_plain(text: str) -> bool:
    """Whether the text is an id that no YAML program reads as a number, a date or true/false."""
    try:
        as_text(Unquoted(text))
    except PydanticCustomError:
        return False
    return re.fullmatch(ID_PATTERN, text) is not None


def _choices(field: str) -> Markup:
    """The choices of a field such as `Figure.unit`, for a comment."""
    model, _, name = field.partition(".")
    return _verbatim(", ".join(_literals(getattr(models, model).model_fields[name].annotation)))


def _literals(annotation: Any) -> list[str]:  # noqa: ANN401 - annotations have no common type
    words = get_args(annotation)
    return [word for part in words for word in ([part] if isinstance(part, str) else _literals(part))]


def _listed(ids: Iterable[str]) -> Markup:
    return _verbatim(", ".join(ids))


def _one_of(ids: Sequence[str], usual: str) -> Markup:
    """A word for an example: the usual one, or the first where the list has other words."""
    return _verbatim(usual if usual in ids or not ids else ids[0])


def _words_of(vocabulary: Vocabulary) -> dict[str, object]:
    """The ids of the vocabulary's words, which the skeletons list or use as examples."""
    first = next((status for status in vocabulary.statuses if status.first), vocabulary.statuses[0])
    roles = [role.id for role in vocabulary.roles]
    return {
        **{name: [word.id for word in getattr(vocabulary, name)] for name in WORD_LISTS},
        "organizing": [role.id for role in vocabulary.roles if role.organizes] or roles,
        "contributing": [role.id for role in vocabulary.roles if not role.organizes] or roles,
        "many": [kind.id for kind in vocabulary.organization_kinds if kind.many],
        "all_topics": [topic.id for topic in vocabulary.topics],
        "first_status": first.id,
        "next_status": next(iter(first.next), None),
    }


def _numbering_of(vocabulary: Vocabulary, kind: str) -> dict[str, object]:
    """The registers that number records of the kind, and an identifier that each may have."""
    registers = [one for one in vocabulary.registers if f"{kind}s" in one.of]
    return {
        "numbering": [one.id for one in registers],
        "numbers": {one.id: example_of(one) for one in registers},
    }


_ENVIRONMENT = Environment(
    loader=PackageLoader("generator.authoring", "templates"),
    # Not for HTML: it makes the output of macros and includes Markup, which `scalar` leaves unchanged.
    autoescape=True,
    finalize=scalar,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.globals |= {"choices": _choices, "listed": _listed, "one_of": _one_of, "plain": _verbatim}
