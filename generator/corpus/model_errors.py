"""Pydantic's validation errors → problems in plain words, at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.models.values import LANGUAGES, Model
from generator.parsing.messages import shortened
from generator.parsing.problems import MOST_PROBLEMS, Field, Problem, field_name, suggestion
from generator.parsing.yaml_parser import Document


def problems_of(
    error: ValidationError, model: type[Model], document: Document, path: str
) -> Iterator[Problem]:
    """A problem for each validation error, up to MOST_PROBLEMS."""
    errors = error.errors(include_url=False)
    if len(errors) > MOST_PROBLEMS:
        message = f"there are {len(errors) - MOST_PROBLEMS:,} more problems in this file; mend these first"
        yield Problem(path, 1, 1, "", message)
    for details in errors[:MOST_PROBLEMS]:
        field: Field = details["loc"]
        if details["type"] == "missing" and field == ("id",):
            continue
        if details["type"] == "too_short" and details["input"]:
            continue  # Pydantic counts valid entries alone, and each invalid one has its own problem
        unknown = details["type"] == "extra_forbidden"
        place = document.place_of_name(field) if unknown else document.place_of(field)
        yield Problem(path, place.line, place.column, field_name(field), _message(details, model))


_FIELDS_HERE = "fields belong here, not a text or a list; write them below, as 'name: …'"
_MESSAGES = {
    "missing": "is missing; write it",
    "tuple_type": "a list belongs here; begin each of its lines with '- '",
    "too_short": "the list is empty; write at least one",
    "model_type": _FIELDS_HERE,
    "dict_type": _FIELDS_HERE,
    "model_attributes_type": _FIELDS_HERE,
}


def _message(details: ErrorDetails, model: type[Model]) -> str:
    match details["type"]:
        case "extra_forbidden":
            allowed = _fields_at(model, details["loc"][:-1])
            name = shortened(str(details["loc"][-1]))
            remedy = suggestion(name, allowed) or f"; known are {_listed(allowed)}"
            if allowed == list(LANGUAGES):
                remedy += " (a text with ': ' in it must be put in quotes)"
            return f"'{name}' is not a field here{remedy}"
        case "literal_error":
            choices = _choices(details)
            word = shortened(str(details["input"]))
            return f"'{word}' is not known here" + (
                suggestion(word, choices) or f"; write one of {_listed(choices)}"
            )
        case "too_long":
            most = details.get("ctx", {}).get("max_length")
            return f"the list is too long, {most} are allowed; keep those that fit best"
    # Any other error comes from `wrong` and has our own message; no field of ours raises another type.
    return _MESSAGES.get(details["type"], details["msg"])


def _choices(details: ErrorDetails) -> list[str]:
    """The choices of a Literal, which Pydantic gives as `'a', 'b' or 'c'`."""
    expected: str = details.get("ctx", {}).get("expected", "")
    return [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]


def _listed(words: list[str]) -> str:
    return ", ".join(words)


def _fields_at(model: type[Model], field: Field) -> list[str]:
    """The fields allowed in the part of a record at this path; a record's id is its file's name, no field."""
    for step in field:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return [name for name in model.model_fields if not (name == "id" and "sources" in model.model_fields)]


def _model_in(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _model_in(part))), None)
