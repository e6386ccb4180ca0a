"""A source: the work in which a statement stands."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.models.parts import Record
from generator.models.texts import Choice, Text
from generator.models.values import Date, LanguageTag, WebAddress


class Source(Record):
    """Where a statement comes from."""

    folder: ClassVar[str] = "sources"

    type: Annotated[
        Literal[
            "article-newspaper", "article-journal", "webpage", "report", "bill", "legislation", "speech",
            "broadcast", "interview", "book", "document",
        ],
        Choice,
    ]  # fmt: skip
    """The kind of work, in CSL's words (Citation Style Language 1.0.2, appendix III)."""
    title: Text
    author: Text | None = None
    publisher: Text
    issued: Date
    accessed: Date | None = None
    url: WebAddress | None = None
    archive_url: WebAddress | None = None
    language: LanguageTag
