"""The ids of records and vocabulary words, and the ids that refer to them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.models.model import wrong
from generator.models.texts import as_text
from generator.parsing.file_names import device_of
from generator.parsing.messages import message

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_ID = 80
_RESERVED_IDS = {"index", "all", "assets", "list"}
"""Names of files or folders of the site itself."""


def as_id(value: object) -> str:
    """An id is lower-case Latin letters and digits in words joined by '-': safe in any URL and file name."""
    text = as_text(value)
    if odd := re.search(r"[^\x00-\x7f]", text):
        if re.search("[ㄱ-ㆎ가-힣]", text):
            raise wrong(message("id.korean", text=text))
        name = unicodedata.name(odd[0], "") or message("id.no_letter")
        raise wrong(message("id.odd", text=text, code=f"U+{ord(odd[0]):04X}", name=name))
    if not re.fullmatch(ID_PATTERN, text):
        raise wrong(message("id.form", text=text))
    if text in _RESERVED_IDS or device_of(text):
        raise wrong(message("id.reserved", text=text))
    if len(text) > LONGEST_ID:
        raise wrong(message("id.long", text=text, length=len(text), most=LONGEST_ID))
    return text


Id = Annotated[str, BeforeValidator(as_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
"""The name of a record's file without `.yml`, or of a word in vocabulary.yml."""


@dataclass(frozen=True)
class Names:
    """Annotates an id as a reference to a record (folder of content/) or a word (list of vocabulary.yml)."""

    target: str


ForumId = Annotated[Id, Names("forums")]
SpeakerId = Annotated[Id, Names("speakers")]
OrganizationId = Annotated[Id, Names("organizations")]
ProposalId = Annotated[Id, Names("proposals")]
SourceId = Annotated[Id, Names("sources")]
TopicId = Annotated[Id, Names("topics")]
StatusId = Annotated[Id, Names("statuses")]
RoleId = Annotated[Id, Names("roles")]
SeriesId = Annotated[Id, Names("series")]
RegisterId = Annotated[Id, Names("registers")]
ForumKindId = Annotated[Id, Names("forum_kinds")]
SessionKindId = Annotated[Id, Names("session_kinds")]
OrganizationKindId = Annotated[Id, Names("organization_kinds")]
DocumentKindId = Annotated[Id, Names("document_kinds")]
RelationKindId = Annotated[Id, Names("relations")]
