"""The documents of a forum or a talk, as a page lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.models import Attachment
from generator.pages.page import FileLink, WebLink


@dataclass(frozen=True)
class DocumentRow:
    attachment: Attachment
    link: FileLink | WebLink


def document_rows(attachments: Iterable[Attachment]) -> tuple[DocumentRow, ...]:
    return tuple(DocumentRow(attachment, _link_to_document(attachment)) for attachment in attachments)


def _link_to_document(attachment: Attachment) -> FileLink | WebLink:
    if attachment.file:
        return FileLink(attachment.name, attachment.file)
    return WebLink(attachment.name, attachment.url or "")
