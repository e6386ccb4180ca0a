"""What content/withdrawn.yml lists: addresses whose records were taken out at request."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.models.forum import Forum
from generator.models.ids import ID_PATTERN, Id, as_id
from generator.models.kinds import RECORD_KINDS
from generator.models.lists import MOST_TAKEN_OUT, Few
from generator.models.model import Model, wrong
from generator.models.texts import Text, as_text
from generator.models.values import Date
from generator.parsing.messages import message
from generator.parsing.problems import suggestion

WITHDRAWN_PATH = "content/withdrawn.yml"


def _as_address(value: object) -> str:
    """Folder and id of a record, or of a forum and a talk: `speakers/x`, `forums/x/y`."""
    text = as_text(value)
    if text.endswith((".yml", ".yaml")):
        address, _, ending = text.rpartition(".")
        raise wrong(message("withdrawn.ending", text=text, ending=f".{ending}", address=address))
    folder, *ids = text.split("/")
    if not ids or len(ids) > (2 if folder == Forum.folder else 1):
        raise wrong(message("withdrawn.form", text=text))
    if folder not in RECORD_KINDS:
        known = message("remedy.one_of", known=", ".join(RECORD_KINDS))
        remedy = suggestion(folder, RECORD_KINDS) or known
        raise wrong(message("withdrawn.folder", text=text, folder=folder, remedy=remedy))
    for one in ids:
        as_id(one)
    return text


FormerAddress = Annotated[
    str,
    BeforeValidator(_as_address),
    WithJsonSchema({"type": "string", "pattern": f"^[a-z]+(/{ID_PATTERN}){{1,2}}$"}),
]
"""Where a record was: `speakers/someone-gone`; where a talk was: `forums/2025-ai/opening-talk`."""


class TakenOut(Model):
    """An address whose record was taken out at request."""

    record: FormerAddress
    """Folder and id, such as speakers/someone-gone; of a talk forums/, its forum's id and its own."""
    date: Date
    """When it was taken out."""
    note: Text | None = None
    """What readers may know of it, without the name."""
    redirect_from: Few[Id] = ()
    """The ids and numbers that it had before, whose addresses say the same."""

    @property
    def folder(self) -> str:
        return self.record.partition("/")[0]

    @property
    def is_talk(self) -> bool:
        return self.record.count("/") > 1

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its former addresses below a language's root, without an ending; the newest first."""
        above = self.record.rpartition("/")[0]
        return (self.record, *(f"{above}/{former}" for former in self.redirect_from))


def _as_entry(value: object) -> object:
    """An address alone is none, since the day is missing."""
    if isinstance(value, str):
        raise wrong(message("withdrawn.entry", text=value))
    return value


_Entry = Annotated[TakenOut, BeforeValidator(_as_entry)]
WithdrawnList = Annotated[tuple[_Entry, ...], Field(max_length=MOST_TAKEN_OUT)]
"""All of the file."""
