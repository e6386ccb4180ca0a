"""Links of plain texts lead somewhere, and no HTML is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.output.verify.two_pages import faults, write

OWN = "https://example.org/forum"


@pytest.mark.parametrize(
    "text",
    [
        f"[a]({OWN}/forums/a/) [b]({OWN}/en/forums/a/#top-heading) <{OWN}/text/a.md>",
        "[a](https://elsewhere.example/a_(b)?c&amp;copy;=d) <mailto:a@b.example>",
        "\\[a\\](b) \\![c](https://d.example/) \\<b> 1 < 2 <em>a</em> <strong>b</strong>",
        f'---\npages: {{"ko": "{OWN}/forums/a/"}}\n---\n\n# 가',
        f"[[연기] a \\] b]({OWN}/forums/a/)",
    ],
)
def test_these_are_right(folder: Path, text: str) -> None:
    write(folder, "text/a.md", text)
    assert faults(folder) == []


ELSE = "https://b.example/c.png"
NOTHING = "which is not in the site"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"[a]({OWN}/b/)", f'<a href="{OWN}/b/">: leads to b/index.html, {NOTHING}'),
        (f"[[연기] a]({OWN}/b.md)", f'<a href="{OWN}/b.md">: leads to b.md, {NOTHING}'),
        (f"<{OWN}/text/b.md>", f'<a href="{OWN}/text/b.md">: leads to text/b.md, {NOTHING}'),
        (f"[a]({OWN}/forums/a/#b)", f'<a href="{OWN}/forums/a/#b">: forums/a/index.html has no id "b"'),
        ("[a](file:b\\(1\\))", '<a href="file:b(1)">: an address must not begin with file:'),
        (
            f"![a]({ELSE})",
            f'<img src="{ELSE}">: comes from elsewhere; only the link of an <a> may leave the site',
        ),
        ("a <b>", "has HTML, which plain text does not hold: <b>"),
        ("\\\\<script>alert(1)", "has HTML, which plain text does not hold: <script>alert(1)"),
        ("<!-- a", "has HTML, which plain text does not hold: <!-- a"),
        (
            f'---\npages: {{"ko": "{OWN}/b/"}}\n---\n\n# 가',
            f'<a href="{OWN}/b/">: leads to b/index.html, {NOTHING}',
        ),
    ],
)
def test_these_are_wrong(folder: Path, text: str, wrong: str) -> None:
    write(folder, "text/a.md", text)
    assert faults(folder) == [f"text/a.md: {wrong}"]


def test_the_guide_is_verified_too(folder: Path) -> None:
    write(folder, "llms.txt", f"- [a]({OWN}/nothing.json)\n")
    write(folder, "files/notes.txt", f"- [a]({OWN}/nothing.json)\n")
    assert [line.split(": ")[0] for line in faults(folder)] == ["llms.txt"]


def test_what_is_not_utf8_is_a_fault(folder: Path) -> None:
    write(folder, "text/a.md", "")
    (folder / "text" / "a.md").write_bytes(b"\xff")
    assert faults(folder) == ["text/a.md: is not UTF-8 text"]
