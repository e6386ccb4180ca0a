"""A small site copied for a folder: which files are there, and that the copy stands verification."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.offline import CopyPlan, write_copy
from generator.output.verify import verify_site
from generator.output.verify.copy_rules import COPY_RULES
from generator.output.verify.resolve import BuiltSite
from tests.output.verify.two_pages import ADDRESS, LANGUAGES, PAGE, page, write

SCRIPTS = '<script type="module" src="/forum/{root}assets/javascripts/a.js"></script>'
THEME = {
    "assets/javascripts/a.js": 'import { b } from "../search/b.js";\nb();\n',
    "assets/javascripts/bundle.js": "(() => {})();",
    "assets/javascripts/bundle.js.map": "{}",
    "assets/javascripts/never-loaded.js": "(() => {})();",
    "assets/search/b.js": "export const b = () => 1;\n",
    "assets/search/worker.js": 'import "./b.js";\n',
    "manifest.webmanifest": "{}",
    "opensearch.xml": "<a/>",
    "sitemap.xml": "<a/>",
    "robots.txt": "",
}
OTHERS = {
    "_headers": "/*",
    "_headers.nginx.conf": "",
    "files/own.js": "export const mine = 1;\n",
    "files/한 글.pdf": "",
    "assets/main.css": "body { background: url(a.png) }",
    "assets/a.png": "",
    "search/1/terms/0.json": '{"\u2028": "\\"</script>\\\\"}',
    "cite/all.ris": "TY  - BOOK\r\nER  - \r\n",
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with scripts, in a folder below which there is nothing else."""
    folder = tmp_path / "built"
    for language, root in LANGUAGES.items():
        scripts = (
            SCRIPTS.format(root=root) + f'<script src="/forum/{root}assets/javascripts/bundle.js"></script>'
        )
        links = '<main><a href="..">up</a> <a href="/forum/files/%ED%95%9C%20%EA%B8%80.pdf">pdf</a></main>'
        write(folder, f"{root}index.html", page(language, "", scripts))
        write(folder, f"{root}forums/index.html", page(language, "forums/", scripts))
        write(folder, f"{root}{PAGE}", page(language, head=scripts, body=links))
        write(folder, f"{root}404.html", page(language, "404.html"))
        for name, content in THEME.items():
            write(folder, root + name, content)
    for name, content in OTHERS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    read = frozenset({"search/1/terms/0.json", "cite/all.ris"})
    write_copy(built, tmp_path / "복사 copy", plan(built, read, frozenset({"search/1/terms/0.json"})))
    return tmp_path / "복사 copy"


def plan(built: Path, read: frozenset[str], alone: frozenset[str]) -> CopyPlan:
    files = frozenset(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    site = BuiltSite(files, LANGUAGES, "/forum/", ADDRESS)
    return CopyPlan(site, {"ko": "사본 {address}", "en": "A copy {address}"}, read, alone)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_site_without_fault_makes_a_copy_without_fault(built: Path, copy: Path) -> None:
    assert verify_site(built, LANGUAGES, "/forum/", ADDRESS) == []
    assert verify_site(copy, LANGUAGES, "/forum/", ADDRESS, COPY_RULES) == []


def test_what_only_servers_and_modules_need_is_left_out(copy: Path) -> None:
    in_each = {"index.html", "forums/index.html", PAGE, "assets/modules.js", "assets/javascripts/bundle.js"}
    of_all = {"files/own.js", "files/한 글.pdf", "assets/main.css", "assets/a.png", "cite/all.ris"}
    handed = {"search/1/terms/0.json.js", "cite/all.ris.js"}
    assert names(copy) == in_each | {f"en/{name}" for name in in_each} | of_all | handed


def test_what_scripts_read_is_handed_over_exactly(copy: Path) -> None:
    written = (copy / "search/1/terms/0.json.js").read_bytes().decode()
    assert written == ('document.currentScript.handed = "{\\"\u2028\\": \\"\\\\\\"</script>\\\\\\\\\\"}";\n')
    assert b"BOOK\\r\\nER" in (copy / "cite/all.ris.js").read_bytes()
    assert (copy / "cite/all.ris").read_bytes() == OTHERS["cite/all.ris"].encode()


def test_both_languages_get_the_same_modules(copy: Path) -> None:
    korean, english = (copy / root / "assets/modules.js" for root in LANGUAGES.values())
    assert korean.read_bytes() == english.read_bytes()
    assert '"javascripts/a.js"' in korean.read_text(encoding="utf-8")
    assert "worker" not in korean.read_text(encoding="utf-8")


def test_each_page_is_told_of(built: Path, tmp_path: Path) -> None:
    told: list[int] = []
    write_copy(built, tmp_path / "again", plan(built, frozenset(), frozenset()), told.append)
    assert told == list(range(1, 7))
