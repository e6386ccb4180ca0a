"""Typst makes PDF and PNG files of our templates; this is the one module that runs it.

Typst comes with the extra [pdf]. The typeface is the site's own, as files beside the templates, so that the
same data gives the same bytes on every machine; only letters that it lacks (hanja, Arabic, emoji) come from
the system's typefaces.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Container
from functools import cache
from hashlib import sha256
from importlib import import_module, metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from generator.output.atomic_write import replace_file

Form = Literal["pdf", "png"]

TEMPLATES = Path(str(resources.files(__package__) / "templates"))
"""*.typ and fonts/. A template reads its data by `json(bytes(sys.inputs.data))`: values, never source."""

RUNS_REMEMBERED = 10

MISSING = "Typst is not installed; run: pip install --editable '.[pdf]'"


class TypesettingFailed(Exception):
    """Typst could not make anything of a template; the message is its own."""


def can_typeset() -> bool:
    """Whether Typst is there."""
    return find_spec("typst") is not None


def typeset(template: str, data: object, form: Form) -> list[bytes]:
    """What a template of TEMPLATES makes of the data: one PDF (tagged, PDF/UA-1), or a PNG of every page.

    A point of the page is a dot of the PNG. A PDF holds no letter that no typeface has: it gives its number
    instead, `[U+1F916]`. Raises TypesettingFailed.
    """
    typst, _ = _typst()
    written = _as_json(data)
    lacking: dict[int, str] = {}
    while True:
        try:
            return _made(template, written.translate(lacking), form)
        except typst.TypstError as error:
            found = letters_lacking(error.diagnostic)
            if not found.keys() - lacking.keys():
                raise TypesettingFailed(f"{template}: {error}") from None
            lacking |= found


def letters_lacking(complaint: str) -> dict[int, str]:
    """The letters that Typst found in no typeface, and what stands for each; marks on letters just go."""
    found = "".join(re.findall(r'the text `"(.+?)"` could not be displayed', complaint))
    letters = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)
    unseen = ("Cf", "Mn", "Me")
    return {
        ord(letter): "" if unicodedata.category(letter) in unseen else f"[U+{ord(letter):04X}]"
        for letter in letters
    }


def _made(template: str, data: str, form: Form) -> list[bytes]:
    typst, fonts = _typst()
    compiler = typst.Compiler(
        input=str(TEMPLATES / template), root=str(TEMPLATES), font_paths=fonts, sys_inputs={"data": data}
    )
    standards = {"pdf_standards": ["ua-1"]} if form == "pdf" else {"ppi": 72.0}
    try:
        made = compiler.compile(format=form, **standards)
    finally:
        _forget()
    return made if isinstance(made, list) else [made]


def _forget() -> None:
    """Typst keeps what it worked out for its next ten runs: gigabytes, after a hundred volumes."""
    typst, fonts = _typst()
    for _ in range(RUNS_REMEMBERED + 1):
        typst.Compiler(font_paths=fonts).compile(format="svg")


def fingerprint(template: str, data: object, form: Form) -> str:
    """Names what `typeset` would make: the same for the same data, templates, typefaces and Typst."""
    return sha256(f"{_inputs_digest()}\n{template}\n{form}\n{_as_json(data)}".encode()).hexdigest()


class Shelf:
    """A folder that keeps what was made, by fingerprint, for the next build."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, name: str, content: bytes) -> None:
        """A kill in between leaves the file as it was."""
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / name, content, f".{name}.{os.getpid()}")

    def clear_but(self, wanted: Container[str]) -> None:
        """What no build asked for any more goes."""
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


@cache
def _typst() -> tuple[Any, Any]:
    """Typst, which may be absent with its types, and the typefaces, which take 0.1 s to find."""
    typst = import_module("typst")
    return typst, typst.Fonts(font_paths=[str(TEMPLATES / "fonts")], include_embedded_fonts=False)


@cache
def _inputs_digest() -> str:
    """Everything that a result depends on beside its data, in short."""
    files = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    seen = sha256(metadata.version("typst").encode())
    for path in files:
        seen.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return seen.hexdigest()
