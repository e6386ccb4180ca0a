"""The house of generator/: an import goes down only, and every room stays small enough to be one idea."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
LONGEST_FILE = 300

FLOORS = {
    "0: values": [
        "problems", "refusals", "unseen", "yaml_syntax", "strict_yaml", "day", "text", "prose",
        "models.values", "models.ids", "models.parts", "models.site", "models.records", "models", "walk",
        "words", "citing.csl", "citing.bibtex", "citing.ris", "citing.styles", "citing",
    ],
    "1: records": [
        "fields", "complaints", "decoding", "reader", "references", "participation", "facts", "corpus",
        "links", "rules.finding", "rules.addresses", "rules.proposals", "rules.references", "rules.times",
        "rules.words", "rules", "placing", "check", "translations",
    ],
    "2: pages": [
        "pages.subscriptions", "pages.page", "pages.volumes", "pages.marks", "pages.addresses",
        "pages.works", "pages.citations", "pages.filters", "pages.rows", "pages.upcoming", "pages.index",
        "pages.follow_ups", "pages.forums", "pages.home", "pages.overviews", "pages.parties",
        "pages.proposals", "pages.prose", "pages.search", "pages.sources", "pages.statistics", "pages.data",
        "pages",
    ],
    "3: Markdown": [
        "rendering", "render",
    ],
    "3: search": [
        "search.hangul", "search.folding", "search.terms", "search.aliases", "search.verbs",
        "search.postings", "search.entries", "search.index", "search",
    ],
    "3: exports": [
        "exports.addresses", "exports.parts", "exports.cards", "exports.things", "exports.linked_records",
        "exports.linked_data", "exports.lasting", "exports.full_text", "exports.news", "exports.feeds",
        "exports.calendars", "exports.autodiscovery", "exports.citations", "exports.citation_tags",
        "exports.head", "exports.plain", "exports.json_data", "exports.briefly", "exports.tables",
        "exports.csv_data", "exports.sqlite_data", "exports.popolo", "exports.datapackage",
        "exports.data_folder", "exports.api", "exports",
    ],
    "3: volumes": [
        "volumes.voices", "volumes.proposals", "volumes.people", "volumes.forums", "volumes.volume",
        "volumes",
    ],
    "4: the site": [
        "anchors", "policy", "writing", "publishing", "companion", "engine", "typesetting", "drawing",
        "binding", "verifying.addresses", "verifying.page", "verifying.rules", "verifying", "site",
        "failures", "preview",
    ],
    "5: people": [
        "skeletons", "schema", "new_record", "questions", "progress", "telling", "cli_records", "cli_pdf",
        "cli", "hooks", "__main__",
    ],
}  # fmt: skip
"""Every module of generator/, lowest first: each may import those before it, on its own floor too."""

ORDER = [module for modules in FLOORS.values() for module in modules]


def module_of(path: Path) -> str:
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {
    module_of(path): path
    for path in sorted(GENERATOR.rglob("*.py"))
    if path.parent != GENERATOR or path.stem != "__init__"
}


def imports_of(module: str) -> Iterator[str]:
    """The modules of generator/ that a module imports, wherever in the file."""
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            package = str(node.module).removeprefix("generator").removeprefix(".")
            for name in node.names:
                inside = f"{package}.{name.name}".removeprefix(".")
                yield inside if inside in FILES else package
        elif isinstance(node, ast.Import):
            yield from (
                name.name.removeprefix("generator.")
                for name in node.names
                if name.name.startswith("generator")
            )


def test_every_module_has_its_floor() -> None:
    assert len(ORDER) == len(set(ORDER))
    assert sorted(FILES) == sorted(ORDER)


@pytest.mark.parametrize("module", FILES)
def test_imports_go_down(module: str) -> None:
    below = ORDER[: ORDER.index(module)]
    assert sorted(set(imports_of(module)) - set(below)) == []


@pytest.mark.parametrize("module", FILES)
def test_imports_stand_at_the_top(module: str) -> None:
    tree = ast.parse(FILES[module].read_text(encoding="utf-8"))
    at_the_top = {id(node) for node in tree.body}
    late = [
        f"line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in at_the_top
    ]
    assert late == []


@pytest.mark.parametrize("module", FILES)
def test_no_import_is_relative(module: str) -> None:
    tree = ast.parse(FILES[module].read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level] == []


@pytest.mark.parametrize("module", FILES)
def test_a_file_is_one_idea(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("module", FILES)
def test_a_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(ast.parse(FILES[module].read_text(encoding="utf-8")))


def test_values_and_pages_open_no_file_and_ask_no_clock() -> None:
    """Everything between reading and writing is pure: what it needs is handed to it."""
    outside = {
        "os",
        "pathlib",
        "shutil",
        "subprocess",
        "tempfile",
        "time",
        "random",
        "socket",
        "sys",
        "locale",
    }
    pure = [module for module in ORDER[: ORDER.index("render") + 1] if module not in NOT_PURE]
    found = {module: sorted(outside & set(top_level_imports(module))) for module in pure}
    assert {module: names for module, names in found.items() if names} == {}


NOT_PURE = {"reader", "placing", "check", "words"}
"""They read: records, and the site's own words."""


def top_level_imports(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module).split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
