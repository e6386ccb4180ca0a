"""The documents of a forum or a talk, as a page lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import Attachment, DocumentKind
from generator.pages.page import FileLink, WebLink


@dataclass(frozen=True)
class DocumentRow:
    attachment: Attachment
    kind: DocumentKind
    link: FileLink | WebLink


def document_rows(corpus: Corpus, attachments: Iterable[Attachment]) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(attachment, corpus.document_kinds[attachment.type], _link_to_document(attachment))
        for attachment in attachments
    )


def _link_to_document(attachment: Attachment) -> FileLink | WebLink:
    if attachment.file:
        return FileLink(attachment.name, attachment.file)
    return WebLink(attachment.name, attachment.url or "")
