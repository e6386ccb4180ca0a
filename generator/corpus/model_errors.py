"""Pydantic's validation errors → problems in plain words, at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.corpus.korean_keys import field_meant, word_meant
from generator.corpus.written_fields import as_written, null_entry
from generator.models.fields import fields_of
from generator.models.model import Model
from generator.models.parts import Record
from generator.models.session import Contribution
from generator.parsing.languages import LANGUAGES
from generator.parsing.messages import Message, message
from generator.parsing.problems import MOST_PROBLEMS, Field, Problem, field_name, suggestion
from generator.parsing.yaml_parser import Document


def problems_of(
    error: ValidationError, model: type[Model], document: Document, path: str
) -> Iterator[Problem]:
    """A problem for each validation error, up to MOST_PROBLEMS."""
    errors = error.errors(include_url=False)
    if len(errors) > MOST_PROBLEMS:
        yield Problem(path, 1, 1, "", message("problems.more_in_file", more=len(errors) - MOST_PROBLEMS))
    for details in errors[:MOST_PROBLEMS]:
        if details["type"] == "missing" and details["loc"] == ("id",):
            continue
        if details["type"] == "too_short" and details["input"]:
            continue  # Pydantic counts valid entries alone, and each invalid one has its own problem
        field = as_written(model, document.tree, details["loc"])
        unknown = details["type"] == "extra_forbidden"
        place = document.place_of_name(field) if unknown else document.place_of(field)
        told = _message(details, model, field)
        if entry := null_entry(document.tree, field):
            field, told = entry, message("value.null_entry")
        yield Problem(path, place.line, place.column, field_name(field), told)


_MESSAGES = {
    "missing": "field.missing",
    "tuple_type": "field.list_here",
    "too_short": "field.empty_list",
}
_SMART_QUOTES = tuple("“”„‟‘’‚‛「『")
_TEXTS = ("value", "markdown", "link", "characters", "kind")
"""Topics of messages about texts, in which such quotation marks are as good as any other."""
_NO_ID = ("id.korean", "id.form", "id.odd", "unit.korean", "unit.id")


def _message(details: ErrorDetails, model: type[Model], field: Field) -> Message:
    written = details["input"]
    match details["type"]:
        case "extra_forbidden":
            return _unknown_field(str(details["loc"][-1]), _fields_at(model, details["loc"][:-1]))
        case "literal_error":
            found = _unknown_choice(str(written), _choices(details))
        case "too_long":
            with_first = field[-1:] != details["loc"][-1:]  # which is kept apart from the others
            return message("field.long_list", most=details["ctx"]["max_length"] + with_first)
        case "wrong":
            found = _ours(details, model)
        case "model_type" | "dict_type" | "model_attributes_type":
            return message("field.fields_here", field=_field_to_begin_with(model, details["loc"]))
        case _:
            return message(_MESSAGES[details["type"]])  # no field of ours raises another type
    if isinstance(written, str) and written.startswith(_SMART_QUOTES) and not found.key.startswith(_TEXTS):
        return message("value.smart_quotes", text=written)
    return found


def _ours(details: ErrorDetails, model: type[Model]) -> Message:
    """The message of an error that `wrong` made; of a text that is no id, with what it was to refer to."""
    reason: Message = details["ctx"]["reason"]
    target = _target_of(model, details["loc"])
    if target and isinstance(details["input"], list):
        return _one_id(model, details["loc"])
    return reason.with_value("target", target) if target and reason.key in _NO_ID else reason


def _one_id(model: type[Model], field: Field) -> Message:
    """Of a list of ids where one belongs: where the others can be written, if anywhere."""
    if field[-1] == "person" and issubclass(_part_at(model, field[:-1]), Contribution):
        return message("reference.co_speakers")
    in_entry = len(field) > 1 and isinstance(field[-2], int) and field[-1] in ("person", "organization")
    return message("reference.one_an_entry" if in_entry else "reference.one")


_ANALYTICS = (
    "analytics", "google_analytics", "tracking", "tracking_id", "gtag", "gtm", "matomo", "plausible", "umami",
    "cookies", "애널리틱스", "방문통계",
)  # fmt: skip
_TOLD_OF = {
    **dict.fromkeys(("predecessor", "predecessors", "preceded_by"), ("successors", "field.predecessors")),
    **dict.fromkeys(
        ("merged", "merged_into", "merged_with", "redirect_to"), ("redirect_from", "field.merged")
    ),
    **dict.fromkeys(_ANALYTICS, ("known_as", "site.no_analytics")),
}
"""A field that there is not → a field of the model in which people write it, and what they are told."""


def _unknown_field(name: str, allowed: list[str]) -> Message:
    there, told = _TOLD_OF.get(name, ("", ""))
    if there in allowed:
        return message(told, name=name)
    meant = field_meant(name, allowed)
    remedy = message("remedy.mean", word=meant) if meant else suggestion(name, allowed)
    known = message("remedy.known", known=", ".join(allowed))
    if allowed == list(LANGUAGES):
        known = message("remedy.or_quotes", remedy=known)
    return message("field.unknown", name=name, remedy=remedy or known)


def _unknown_choice(word: str, choices: list[str]) -> Message:
    meant = word_meant(word, choices)
    remedy = message("remedy.mean", word=meant) if meant else suggestion(word, choices)
    remedy = remedy or message("remedy.one_of", known=", ".join(choices))
    return message("field.unknown_choice", word=word, remedy=remedy)


def _choices(details: ErrorDetails) -> list[str]:
    """The choices of a Literal, which Pydantic gives as `'a', 'b' or 'c'`."""
    expected: str = details.get("ctx", {}).get("expected", "")
    return [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]


_LISTS_OF_A_FORUM = {"session": "sessions", "track": "tracks", "venue": "venues"}
"""A field with an id that only its own forum knows → the forum's list in which it stands."""


def _target_of(model: type[Model], field: Field) -> str | None:
    """The folder or the list of words that the ids of a field refer to."""
    target = None
    for step in field:
        for described in fields_of(model):
            if described.name == step:
                target, model = described.target, described.part or model
                break
    return _LISTS_OF_A_FORUM.get(str(field[-1])) or target if field else target


def _fields_at(model: type[Model], field: Field) -> list[str]:
    """The fields allowed in the part of a record at this path; a record's id is its file's name, no field."""
    model = _part_at(model, field)
    return [name for name in model.model_fields if not (name == "id" and issubclass(model, Record))]


def _field_to_begin_with(model: type[Model], field: Field) -> str:
    """The first field that the part at this path needs, or else its first."""
    fields = _part_at(model, field).model_fields
    return next((name for name, described in fields.items() if described.is_required()), next(iter(fields)))


def _part_at(model: type[Model], field: Field) -> type[Model]:
    for step in field:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return model


def _model_in(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _model_in(part))), None)
