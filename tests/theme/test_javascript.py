"""The scripts of the theme: their pure parts in Node, what they import, how much they weigh."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.nodejs import JAVASCRIPT, needs_node, pass_in_node
from tests.support.paths import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets"
SCRIPTS = ASSETS / "javascripts"
SEARCH = ASSETS / "search"

TESTS = sorted(JAVASCRIPT.rglob("*.test.js"))
THEME = sorted(ASSETS.rglob("*.js"))

COMMENT = re.compile(r"/\*[\s\S]*?\*/|(?<!\S)//.*")
IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]""")


def name_of(file: Path) -> str:
    return file.relative_to(JAVASCRIPT).as_posix().removesuffix(".test.js")


@needs_node
@pytest.mark.parametrize("file", TESTS, ids=name_of)
def test_in_node(file: Path) -> None:
    pass_in_node(file)


def test_every_test_file_is_found() -> None:
    assert set(map(name_of, TESTS)) >= {"filters/csv", "filters/matching", "engine/alike"}


def imports_of(script: Path) -> set[Path]:
    """Every file that a script imports, at once or later; by a name in parts, any file beside it."""
    code = COMMENT.sub("", script.read_text(encoding="utf-8"))
    paths = [(script.parent / path).resolve() for path in IMPORT.findall(code)]
    beside = set(script.parent.glob("*.js")) - {script} if any("${" in path.name for path in paths) else set()
    return beside | {path for path in paths if "${" not in path.name}


def circle_in(imports: Mapping[Path, set[Path]]) -> list[str]:
    """The names of files of which each imports the one before it, and the first the last."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return [path.name for path in error.args[1]]
    return []


def test_no_script_is_imported_by_what_it_imports() -> None:
    imports = {script: imports_of(script) for script in THEME}
    assert SEARCH / "query.js" in imports[SEARCH / "engine.js"]
    assert SCRIPTS / "search" / "page.js" in imports[SCRIPTS / "search" / "box.js"]
    assert set().union(*imports.values()) <= imports.keys()
    assert circle_in(imports) == []


@pytest.mark.parametrize(
    "back",
    [
        'import "./a.js";',
        'export * from "./a.js";',
        'import { one,\n  two } from "./a.js";',
        'const a = () => import(\n  "./a.js");',
        "import(`./${name}.js`)",
    ],
)
def test_a_circle_is_found_however_it_is_closed(tmp_path: Path, back: str) -> None:
    texts = {"a.js": 'import { b } from "./b.js";', "b.js": 'import "../c/c.js";', "../c/c.js": "export {};"}
    (tmp_path / "c").mkdir()
    (tmp_path / "s").mkdir()
    for name, text in {**texts, "b.js": f"{texts['b.js']}\n{back}"}.items():
        (tmp_path / "s" / name).write_text(text, encoding="utf-8")
    scripts = list(tmp_path.rglob("*.js"))
    assert sorted({*circle_in({script: imports_of(script) for script in scripts})}) == ["a.js", "b.js"]


def test_a_type_of_another_script_is_no_import(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text('/** @typedef {import("./b.js").B} B */\nlet b; // from "./b.js"\n', encoding="utf-8")
    assert imports_of(script) == set()


def test_no_line_is_longer_than_110_characters() -> None:
    scripts = [*THEME, *JAVASCRIPT.rglob("*.js"), *(ROOT / "tests" / "search").glob("*.js")]
    long = [
        f"{script.name}:{number}"
        for script in scripts
        for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 110
    ]
    assert long == []


def test_scripts_of_the_filters_are_small() -> None:
    """Every list loads them, and no other page: 6 KB, compressed."""
    scripts = sorted((SCRIPTS / "filters").iterdir())
    assert SCRIPTS / "filters" / "filters.js" in scripts
    assert len(gzip.compress(b"".join(script.read_bytes() for script in scripts), 9)) <= 6 * 1024


def test_scripts_of_the_search_are_small() -> None:
    """20 KB, compressed: all of them as one, and what a search that finds something loads, each by itself."""
    scripts = {script.name: script.read_bytes() for script in sorted(SEARCH.glob("*.js"))}
    assert len(gzip.compress(b"".join(scripts.values()), 9)) <= 20 * 1024
    seldom = {"facets.js", "page-worker.js", "typos.js"}
    assert seldom <= scripts.keys()
    sent = [len(gzip.compress(script, 9)) for name, script in scripts.items() if name not in seldom]
    assert sum(sent) <= 20 * 1024
