"""The house of generator/: an import goes down only, and every room stays small enough to be one idea.

Which package may import which stands in pyproject.toml, for import-linter; `make lint` asks it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.paths import ROOT

GENERATOR = ROOT / "generator"
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def module_of(path: Path) -> str:
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "generator"


FILES = {module_of(path): path for path in sorted(GENERATOR.rglob("*.py"))}


@cache
def trees() -> dict[str, ast.Module]:
    """Module → its code."""
    return {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in FILES.items()}


def test_the_root_holds_nothing_but_the_entrances() -> None:
    assert {path.name for path in GENERATOR.glob("*.py")} == {"__init__.py", "__main__.py", "plugin.py"}


LATE = {
    "plugin generator.pipeline.site": "MkDocs's processes seldom need it, and it takes long to import",
    "cli.build generator.cli.building": "a build without anything to do ends before it would be imported",
    "cli.assemble generator.cli.building": "the help of all commands would wait for it",
}
"""The imports that do not stand at the top, and why: module and what it imports."""


def test_imports_stand_at_the_top_and_are_absolute() -> None:
    imports = [
        (module, tree, node)
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert [f"{module}, line {node.lineno}" for module, _, node in imports if getattr(node, "level", 0)] == []
    late = {
        f"{module} {getattr(node, 'module', '')}" for module, tree, node in imports if node not in tree.body
    }
    assert late == LATE.keys()


def test_a_file_is_one_idea() -> None:
    lines = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in FILES.items()}
    assert {module: number for module, number in lines.items() if number > LONGEST_FILE} == {}


def test_a_function_is_one_idea() -> None:
    long = [
        f"{module}.{node.name}: {lines} lines"
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def public_names_of(module: str) -> Iterator[str]:
    """The functions, classes and constants that a module defines for others."""
    for node in trees()[module].body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
        else:
            names = []
        yield from (name for name in names if not name.startswith("_"))


def test_a_public_name_stands_for_one_thing() -> None:
    homes: dict[str, list[str]] = {}
    for module in FILES:
        for name in public_names_of(module):
            homes.setdefault(name, []).append(module)
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == TWINS


TWINS: dict[str, list[str]] = {}
"""Names that stand in two modules all the same, each with the reason."""


def test_a_module_says_its_purpose() -> None:
    assert [module for module, tree in trees().items() if not ast.get_docstring(tree)] == []


# Purity

PURE = (
    "parsing",
    "models",
    "i18n",
    "corpus",
    "search",
    "citations",
    "pages",
    "rendering",
    "exports",
    "metadata",
)
"""The packages between reading and writing: what they need is handed to them."""

READERS = {
    "parsing.messages": "reads the words of messages, which are part of the program",
    "models.time_zones": "reads the table of time zones, which is a package of its own",
    "models.shipped": "reads the words that are shipped, which are part of the program",
    "corpus.typefaces": "reads which letters the typefaces have, which are part of the program",
    "corpus.reader": "reads content/",
    "corpus.files": "lists content/files/",
    "corpus.signs": "looks into the archive's logo and favicon",
    "corpus.locate": "reads a record's file again, to name the line of a problem",
    "corpus.load": "is given the folder content/",
    "i18n.load": "reads strings/, once per build, for the edges",
    "search.verbs": "loads kiwipiepy, where that is installed",
    "citations.style_files": "reads the citation styles, which are part of the program",
}
"""The modules of these packages that open files, and why."""

OUTSIDE = {
    *(
        "os",
        "pathlib",
        "shutil",
        "subprocess",
        "tempfile",
        "time",
        "random",
        "secrets",
        "socket",
        "sys",
        "locale",
    ),
    *("importlib", "pkgutil"),
}
"""Modules that reach files, the clock or the machine; `importlib.resources` reads files as well."""


def imports_of(module: str) -> Iterator[str]:
    """The names of the packages from elsewhere that a module imports."""
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module).split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)


def calls_of(module: str) -> Iterator[str]:
    """The built-in functions that a module calls."""
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def test_what_lies_between_reading_and_writing_is_pure() -> None:
    """No file is opened, no clock read, nothing printed, but by those that are there to read."""
    impure = {
        module
        for module in FILES
        if module.split(".")[0] in PURE
        and (OUTSIDE & set(imports_of(module)) or {"open", "print", "input"} & set(calls_of(module)))
    }
    assert impure <= READERS.keys()
    assert READERS.keys() <= FILES.keys()


EDGES = ("pipeline", "cli")
"""The packages that read the site's words, once per build; all others are handed them."""


def modules_named_by(module: str) -> Iterator[str]:
    """The modules of generator/ that a module imports, or imports something of."""
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_only_the_edges_read_the_site_s_words() -> None:
    readers = {module for module in FILES if "generator.i18n.load" in modules_named_by(module)}
    assert {module.partition(".")[0] for module in readers} == set(EDGES)


def loaded_with(module: str) -> set[str]:
    """The modules of generator/ that are imported, at once, with one of them; and itself."""
    loaded, ahead = set(), [module]
    while ahead:
        name = ahead.pop()
        if name not in FILES or name in loaded:
            continue
        loaded.add(name)
        ahead += [".".join(name.split(".")[:end]) for end in range(1, name.count(".") + 1)]
        for node in trees()[name].body:
            if isinstance(node, ast.ImportFrom):
                found = [str(node.module), *(f"{node.module}.{one.name}" for one in node.names)]
                ahead += [one.removeprefix("generator.") for one in found]
    return loaded


def test_a_process_of_the_engine_loads_no_records() -> None:
    """Their models take longer to import than all of MkDocs, and there are two processes in every build."""
    loaded = loaded_with("plugin")
    assert {"engine.settings", "parsing.languages"} <= loaded
    assert {module for module in loaded if module.split(".")[0] in ("models", "corpus", "i18n")} == set()
