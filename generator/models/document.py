"""The documents of a forum and of a talk: files of ours and addresses elsewhere."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from generator.models.duration import Duration
from generator.models.ids import DocumentKindId
from generator.models.licences import Terms
from generator.models.model import Model, wrong
from generator.models.texts import Text
from generator.models.values import Date, FileName, LanguageTag, WebAddress
from generator.parsing.messages import message


class Attachment(Model):
    """A document of a forum or a talk: a file of ours or an address elsewhere."""

    name: Text
    file: FileName | None = None
    url: WebAddress | None = None
    type: DocumentKindId = "other"
    language: LanguageTag | None = None
    date: Date | None = None
    """When it was published."""
    duration: Duration | None = None
    """How long a recording lasts."""
    license: Terms | None = None
    """The terms of this document, written as a record's."""

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if (self.file is None) == (self.url is None):
            raise wrong(message("document.either"))
        return self
