"""SVG, as far as it can be shown without harm: it draws, runs nothing and loads nothing.

A browser runs no script in a picture on a page, but it does when somebody opens the file itself, and not
every host sends the headers that forbid it (output/csp.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat  # entities, by which such parsers are attacked, are refused

from generator.parsing.messages import Message, message

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_OF_EDITORS = (
    "http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/", "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns", "http://www.figma.com/",
)  # fmt: skip
"""Beginnings of the namespaces in which drawing programs note what browsers pass over."""
_DRAWING = frozenset(
    (
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "marker", "pattern", "clipPath", "mask", "linearGradient", "radialGradient", "stop", "filter",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
        "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
        "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
        "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
        "feTurbulence",
    )
)  # fmt: skip
"""The elements that draw. `script`, `foreignObject`, `image`, `a` and animations are none of them."""
_LOADS = re.compile(r"@import|url\(\s*['\"]?\s*(?!['\"#\s])|\\|(?<![a-z])(image(-set)?|src)\(", re.IGNORECASE)
"""What loads something in a style: an address that is no part of the drawing, also one written with '\\'."""


_ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "iso-8859-1"))
"""What the parser reads by itself; of others it knows few, and perhaps not as browsers do."""


class WrongSvg(Exception):
    """What cannot stand in the file, and where."""

    def __init__(self, line: int, column: int, reason: Message) -> None:
        self.line, self.column, self.reason = line, column, reason
        super().__init__(str(reason))


def size_of_svg(raw: bytes) -> tuple[float, float]:
    """Width and height of the drawing, as one number to the other; raises WrongSvg."""
    return _Reading(raw).size


class _Reading:
    """One reading of a file from beginning to end."""

    def __init__(self, raw: bytes) -> None:
        self.size = (0.0, 0.0)
        self._open: list[str] = []
        self._style = ""
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(raw, True)
        except expat.ExpatError as error:
            raise WrongSvg(error.lineno, error.offset + 1, message("sign.no_svg")) from None

    def _refuse(self, reason: Message) -> NoReturn:
        """Where the parser stands, which is where the wrong thing begins."""
        raise WrongSvg(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1, reason)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            self._refuse(message("sign.encoding", name=encoding))

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open and (space, local) != (_SVG, "svg"):
            self._refuse(message("sign.no_svg"))
        if space != _SVG and not space.startswith(_OF_EDITORS):
            self._refuse(message("sign.element", name=local))
        if space == _SVG and local not in _DRAWING:
            self._refuse(message("sign.element", name=local))
        for attribute, value in attributes.items():
            if wrong := _wrong_attribute(attribute, value):
                self._refuse(wrong)
        if not self._open:
            self.size = _size(attributes) or self._refuse(message("sign.no_size"))
        self._open.append(local)

    def _end(self, _name: str) -> None:
        if self._open.pop() == "style":
            self._style = ""

    def _text(self, text: str) -> None:
        """A style is searched as a whole: it comes in pieces, and other elements may stand between them."""
        if self._open[-1] == "style":
            self._style += text
            if _LOADS.search(self._style):
                self._refuse(message("sign.loads"))

    def _entity(self, *_declared: object) -> None:
        self._refuse(message("sign.entity"))

    def _instruction(self, _target: str, _data: str) -> None:
        self._refuse(message("sign.entity"))


def _wrong_attribute(name: str, value: str) -> Message | None:
    space, _, local = name.rpartition(" ")
    if local.lower().startswith("on") and not space:
        return message("sign.element", name=local)
    leads = (space, local) in (("", "href"), (_XLINK, "href")) or local in ("src", "base")
    loads = (leads and not value.strip().startswith("#")) or (not space and _LOADS.search(value))
    return message("sign.loads") if loads else None


def _size(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """By the view box, else by width and height; without them a browser could not fit the drawing in."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    written = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    numbers = [re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,9})?)(?:px)?", one.strip()) for one in written]
    width, height = (float(found[1]) if found else 0.0 for found in numbers)
    return (width, height) if width > 0 and height > 0 else None
