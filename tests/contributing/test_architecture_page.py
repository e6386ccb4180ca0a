"""ARCHITECTURE.md shows the code as it is."""

from __future__ import annotations

import ast
import re

import pytest

from tests.contributing.architecture import GENERATOR, PAGE, with_part, without_implied, written_anew

TEXT = PAGE.read_text(encoding="utf-8")
WALK = re.findall(r"`([\w/]+\.(?:py|js)): ([\w.]+)`", TEXT)
"""Each module that the walk names, and the function in it."""


def test_the_picture_and_the_table_are_those_of_the_code() -> None:
    assert written_anew(TEXT) == TEXT, "imports or docstrings changed; run: make architecture"


def test_the_walk_goes_all_the_way() -> None:
    stages = {module.split("/")[0] for module, _ in WALK}
    assert {"corpus", "pages", "rendering", "search", "exports", "typesetting", "output"} <= stages
    assert len(WALK) >= 15


@pytest.mark.parametrize(("module", "function"), WALK)
def test_the_walk_names_what_is_there(module: str, function: str) -> None:
    path = GENERATOR / module
    assert path.is_file(), f"ARCHITECTURE.md names generator/{module}, which is not there"
    source = path.read_text(encoding="utf-8")
    known = names_in(ast.parse(source)) if path.suffix == ".py" else exported_by(source)
    assert function in known, f"ARCHITECTURE.md names {function}, which generator/{module} has not"


def names_in(tree: ast.Module) -> set[str]:
    """The functions and classes of a module, and the methods as `Class.method`."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    methods = {
        f"{one.name}.{node.name}" for one in classes for node in one.body if isinstance(node, ast.FunctionDef)
    }
    return functions | methods | {one.name for one in classes}


def exported_by(script: str) -> set[str]:
    """The functions and classes that a script exports."""
    return set(re.findall(r"^export (?:async )?(?:function|class) (\w+)", script, re.MULTILINE))


def test_an_import_that_others_imply_has_no_arrow() -> None:
    imports = {
        "top": frozenset({"middle", "ground"}),
        "middle": frozenset({"ground"}),
        "ground": frozenset[str](),
    }
    assert without_implied(imports) == {**imports, "top": frozenset({"middle"})}


def test_a_part_is_written_between_its_markers_alone() -> None:
    page = "above\n<!-- list: written by a -->\nold\n<!-- /list -->\nbelow\n"
    assert with_part(page, "list", "new\n") == page.replace("old", "new")
    with pytest.raises(ValueError, match="needs the markers"):
        with_part(page, "picture", "")
