"""Typst compiles the templates to PDF and PNG files; this is the one module that runs it.

Typst comes with the extra [pdf]. The typeface is the site's, as files beside the templates, so that the
same data gives the same bytes on every machine, hanja and kana too. Only letters that no file has (Arabic,
emoji, rare hanja) come from the system's typefaces; `check` names the records that hold some.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from generator import DISTRIBUTION
from generator.output.program_digest import program_digest
from generator.parsing.messages import message
from generator.typesetting.missing_letters import Gaps, letters_complained_of

Form = Literal["pdf", "png"]

TEMPLATES = Path(str(resources.files(__package__) / "templates"))
"""*.typ and fonts/. A template reads its data by `json(bytes(sys.inputs.data))`: values, never source."""

CACHED_RUNS = 10
"""Typst drops the results of a run from its memory after so many others."""

NOT_INSTALLED = message("build.typst_missing", package=DISTRIBUTION)

MAKING_FILES = tuple(
    f"typesetting/{name}" for name in ("templates", "compiler.py", "missing_letters.py", "card_images.py")
)
"""What turns data into files, beside Typst and Pillow."""

LETTERS_TEMPLATE = "letters.typ"

RUST_PANIC = "PanicException"
"""What Typst raises where it has a fault of its own; no module has this class, nor is it an Exception."""


class TypesettingFailed(Exception):
    """Typst could not compile a template; the message is Typst's."""


def can_typeset() -> bool:
    """Whether Typst is installed."""
    return find_spec("typst") is not None


def typeset(template: str, data: object, form: Form) -> list[bytes]:
    """A template of TEMPLATES filled with the data: one PDF (tagged, PDF/UA-1), or a PNG of every page.

    A point of the page is a pixel of the PNG. Instead of a letter that no typeface has, a PDF shows the
    letter's number, `[U+1F916]`. Raises TypesettingFailed.
    """
    typst, _ = _typst()
    values = as_written = _as_json(data)
    gaps = Gaps()
    while True:
        try:
            return _compile(template, values, form)
        except typst.TypstError as error:
            more = gaps.widened(letters_complained_of(error.diagnostic), letters_missing)
            if more == gaps:
                raise TypesettingFailed(f"{template}: {error}") from None
            gaps, values = more, _as_json(more.in_texts(json.loads(as_written)))


def letters_missing(letters: frozenset[str]) -> frozenset[str]:
    """Those of the letters that cannot be set by themselves, since no typeface has them."""
    typst, _ = _typst()
    try:
        _compile(LETTERS_TEMPLATE, _as_json(sorted(letters)), "pdf")
    except typst.TypstError as error:
        return letters_complained_of(error.diagnostic) & letters
    return frozenset()


def _compile(template: str, data: str, form: Form) -> list[bytes]:
    typst, fonts = _typst()
    compiler = typst.Compiler(
        input=str(TEMPLATES / template), root=str(TEMPLATES), font_paths=fonts, sys_inputs={"data": data}
    )
    standards = {"pdf_standards": ["ua-1"]} if form == "pdf" else {"ppi": 72.0}
    try:
        result = compiler.compile(format=form, **standards)
    except BaseException as panic:
        if type(panic).__name__ != RUST_PANIC:
            raise
        raise TypesettingFailed(f"{template}: {panic}") from None
    finally:
        _free_memory()
    return result if isinstance(result, list) else [result]


def _free_memory() -> None:
    """Typst keeps results in memory for ten runs, gigabytes after a hundred volumes; these runs are empty."""
    typst, fonts = _typst()
    for _ in range(CACHED_RUNS + 1):
        typst.Compiler(font_paths=fonts).compile(format="svg")


def cache_key(template: str, data: object, form: Form) -> str:
    """The same for the same data, templates, typefaces, version of Typst, and code that runs it."""
    return sha256(
        f"{program_digest(MAKING_FILES, ('typst',))}\n{template}\n{form}\n{_as_json(data)}".encode()
    ).hexdigest()


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=_stated_fields)


def _stated_fields(view: object) -> dict[str, object]:
    """A dataclass as an object of JSON; a field that has its default is left out."""
    if not is_dataclass(view):
        raise TypeError(f"{type(view).__name__} is no data for a template")
    values = {field: getattr(view, field.name) for field in fields(view)}
    return {field.name: value for field, value in values.items() if value != field.default}


@cache
def _typst() -> tuple[Any, Any]:
    """Typst (imported late: it may be absent) and the typefaces, which take 0.1 s to find."""
    typst = import_module("typst")
    return typst, typst.Fonts(font_paths=[str(TEMPLATES / "fonts")], include_embedded_fonts=False)
