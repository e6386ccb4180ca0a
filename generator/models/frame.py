"""What site.yml says of the frame around pages: pictures, links, and which kinds of record there are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from generator.models.ids import Id
from generator.models.lists import Item
from generator.models.model import Model, wrong
from generator.models.texts import Choice, Text
from generator.models.values import FileName, WebAddress
from generator.parsing.messages import message

MOST_TABS = 6
"""More would not fit beside the site's own."""
MOST_IN_FOOTER = 12

Tabs = Annotated[tuple[Item, ...], Field(max_length=MOST_TABS)]
InFooter = Annotated[tuple[Item, ...], Field(max_length=MOST_IN_FOOTER)]


def _as_sign(name: str) -> str:
    if not name.lower().endswith((".svg", ".png")):
        raise wrong(message("sign.kind", name=name))
    return name


SignFile = Annotated[
    FileName,
    AfterValidator(_as_sign),
    WithJsonSchema({"type": "string", "pattern": r"\.([sS][vV][gG]|[pP][nN][gG])$"}),
]
"""A picture below content/files/ that stands for the archive: an SVG or a PNG file."""


class FrameLink(Model):
    """A link of the archive's own in the navigation or the footer."""

    label: Text | None = None
    """Its words; those of a page are its title unless written."""
    url: WebAddress | None = None
    """An address elsewhere."""
    page: Id | None = None
    """A page of content/pages/: NAME for the files NAME.ko.md and NAME.en.md."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.url is None) == (self.page is None):
            raise wrong(message("frame.one_target"))
        if self.url and self.label is None:
            raise wrong(message("frame.no_label"))
        return self


HANGS_ON: Mapping[str, str] = dict.fromkeys(
    ("topics", "statuses", "relations", "follow_ups", "responses", "statistics"), "proposals"
)
"""A section of the site → the kind of record that it is made of, where that is not its own."""

Lacking = Annotated[Literal["speakers", "organizations", "proposals", "sources"], Choice]
"""A kind of record that an archive can do without."""
