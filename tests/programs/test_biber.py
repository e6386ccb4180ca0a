"""What biber says of our BibLaTeX, and what LuaLaTeX prints of it in APA's style."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader

from generator.citations.biblatex import to_biblatex
from generator.citations.csl import Work
from generator.citations.works import Catalogue
from generator.corpus.load import load_corpus
from tests.citations.made_up import HOSTILE, hostile
from tests.support.paths import RECORDS, ROOT
from tests.support.programs import needs_programs
from tests.support.words import WORDS

pytestmark = needs_programs("biber", "lualatex", "pdflatex")

TEX = r"""\documentclass{article}
\ifdefined\directlua
  \usepackage{fontspec}
  \setmainfont{Pretendard-Regular.otf}[Path=%s/,
    BoldFont=Pretendard-Regular.otf, ItalicFont=Pretendard-Regular.otf]
\fi
\usepackage[style=apa]{biblatex}
\addbibresource{works.bib}
\hyphenpenalty=10000
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""
FONTS = ROOT / "generator" / "typesetting" / "templates" / "fonts"


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def works_of_two_languages() -> tuple[Mapping[str, Work], str]:
    """All works, under keys that tell the languages apart, and those whose texts are hostile."""
    works = Catalogue(load_corpus(RECORDS), WORDS)
    every: dict[str, Work] = {
        f"{language}:{work['id']}": {**work, "id": f"{language}:{work['id']}"}
        for language in WORDS
        for forum in works.corpus.forums.values()
        for work in works.works_at(forum, language)
    }
    attacks = {
        f"{kind}:{number}": {**hostile(text), "id": f"{kind}:{number}", "type": kind}
        for kind in ("event", "speech", "report")
        for number, text in enumerate(HOSTILE)
    }
    return every, to_biblatex([*every.values(), *attacks.values()])  # type: ignore[list-item]  # works


def test_the_data_model_of_biblatex_has_all_fields(tmp_path: Path) -> None:
    """Of all works, and of every kind with every text."""
    _, written = works_of_two_languages()
    (tmp_path / "works.bib").write_text(written, encoding="utf-8")
    said = run(tmp_path, "biber", "--tool", "--validate-datamodel", "works.bib")
    assert not re.search("WARN|ERROR", said), said


def test_apa_prints_what_a_reference_has_to_say(tmp_path: Path) -> None:
    works, written = works_of_two_languages()
    (tmp_path / "works.bib").write_text(written, encoding="utf-8")
    (tmp_path / "works.tex").write_text(TEX % FONTS.as_posix(), encoding="utf-8")
    latex = "-interaction=nonstopmode", "-halt-on-error", "works.tex"
    run(
        tmp_path, "pdflatex", "-draftmode", *latex
    )  # It only asks biber, and sooner, since it loads no typeface.
    said = run(tmp_path, "biber", "--validate-datamodel", "works")
    assert not re.search("WARN|ERROR", said), said
    run(tmp_path, "lualatex", *latex)
    pages = PdfReader(tmp_path / "works.pdf").pages
    printed = close("".join(re.sub(r"\n\d+$", "", page.extract_text()) for page in pages))
    for work in works.values():
        parts = (work["title"], work.get("event-title", ""), work["URL"], *names(work))
        missing = [part for part in parts if close(part) not in printed]
        assert missing == [], work["id"]


def names(work: Work) -> list[str]:
    parties = work.get("author") or work.get("organizer") or []
    return [name.get("literal", name.get("family", "")) for name in parties]


def close(text: str) -> str:
    """Without spaces and hyphens, since TeX divides lines; after a colon APA has a capital in any case."""
    closed = re.sub(r"[\s-]", "", text)
    return re.sub(r":(\w)", lambda found: f":{found[1].upper()}", closed)
