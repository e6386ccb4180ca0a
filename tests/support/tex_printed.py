"""What TeX prints of the text of a .bib file."""

from __future__ import annotations

from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # it has no types
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

# The commands of LaTeX's own that pylatexenc lacks, or takes for a letter's accent.
COMMANDS = get_default_latex_context_db()
COMMANDS.add_context_category(
    "marks",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
        MacroTextSpec("textless", "<"),
        MacroTextSpec("textgreater", ">"),
        MacroTextSpec("textbar", "|"),
        MacroTextSpec("textcompwordmark", ""),
        MacroTextSpec("newblock", ""),
        MacroTextSpec("url", simplify_repl="%s"),
    ],
)


def printed_by_tex(latex: str) -> str:
    """The plain text."""
    return str(LatexNodes2Text(COMMANDS, strict_latex_spaces=True).latex_to_text(latex))


def straight(text: str) -> str:
    """The text with straight quotes, in whose place our .bib files have curly ones."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))
