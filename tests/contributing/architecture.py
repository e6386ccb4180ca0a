"""`make architecture`: the picture and the table in ARCHITECTURE.md, written anew from the code.

The arrows are the imports, without those that others imply. The table has the order of the layers in
pyproject.toml and the first lines of docstrings. All else on the page is written by hand.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import grimp

from tests.support.paths import ROOT

GENERATOR = ROOT / "generator"
PAGE = ROOT / "ARCHITECTURE.md"

Imports = Mapping[str, frozenset[str]]
"""Package → the packages that it imports."""


def written_anew(page: str) -> str:
    """The page with what lies between its markers made from the code as it is now."""
    rows = layers()
    page = with_part(page, "picture", picture(rows, without_implied(imports_by_package())))
    return with_part(page, "packages", table_of_packages(rows))


def with_part(page: str, name: str, content: str) -> str:
    """The page with this content between its markers `<!-- name: … -->` and `<!-- /name -->`."""
    part = re.compile(rf"(<!-- {name}: [^\n]+ -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if len(part.findall(page)) != 1:
        raise ValueError(f"{PAGE.name} needs the markers <!-- {name}: … --> and <!-- /{name} --> once")
    return part.sub(lambda found: f"{found[1]}{content}{found[2]}", page)


def layers() -> list[list[str]]:
    """The packages from the top of the house to its ground, as import-linter keeps them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [[package.strip() for package in layer.split("|")] for layer in contract["layers"]]


def imports_by_package() -> Imports:
    """Which package imports which."""
    graph = grimp.build_graph("generator", cache_dir=None)
    found: dict[str, set[str]] = {}
    for module in graph.modules:
        _, _, below = module.partition(".")
        package = below.partition(".")[0]
        named = graph.find_modules_directly_imported_by(module)
        others = {name.split(".")[1] for name in named if "." in name}
        found.setdefault(package, set()).update(others - {package})
    return {package: frozenset(others) for package, others in found.items() if package}


def without_implied(imports: Imports) -> Imports:
    """The imports without those that a longer way of imports implies."""

    def below(package: str) -> set[str]:
        return {package}.union(*(below(other) for other in imports[package]))

    return {
        package: frozenset(
            other for other in others if not any(other in below(third) for third in others - {other})
        )
        for package, others in imports.items()
    }


def picture(rows: list[list[str]], imports: Imports) -> str:
    """A Mermaid flow chart, which GitHub shows as a picture."""
    lines = [
        f"    {package} --> {' & '.join(sorted(imports[package]))}"
        for package in [name for row in rows for name in row]
        if imports[package]
    ]
    return "\n".join(["```mermaid", "flowchart TD", *lines, "```", ""])


def table_of_packages(rows: list[list[str]]) -> str:
    """Each package and each package within one, with the first line of its docstring."""
    lines = ["| in `generator/` | lies |", "| --- | --- |"]
    for package in [name for row in rows for name in row]:
        lines += [f"| `{name}` | {text} |" for name, text in described(GENERATOR / package)]
    return "\n".join([*lines, ""])


def described(path: Path) -> Iterator[tuple[str, str]]:
    """The names of a module, or of a package and those within it, each with what it says of itself."""
    if not path.is_dir():
        yield f"{path.name}.py", first_line(path.with_suffix(".py"))
        return
    for package in sorted(file.parent for file in path.rglob("__init__.py")):
        yield f"{package.relative_to(GENERATOR).as_posix()}/", first_line(package / "__init__.py")


def first_line(path: Path) -> str:
    """The first line of a module's docstring, as it can stand in a table."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("<", "&lt;").replace("|", "&#124;")


if __name__ == "__main__":
    PAGE.write_text(written_anew(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
