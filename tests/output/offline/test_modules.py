"""Modules as one script: what it does in Node.js, what is refused, and the form of the theme's."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.output.offline.modules import as_function, classic_script, is_module, modules_for
from tests.support.nodejs import NODE, needs_node
from tests.support.paths import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets"
THEME = sorted(ASSETS.rglob("*.js"))

MODULES = {
    "assets/one.js": (
        '/** One. @param {import("./types.js").Some} a */\n'
        'import { half as part, whole } from "./parts/two.js";\n'
        'import "./first.js";\n\n'
        'say(`one ${part(8)} ${whole} ${new URL("x", import.meta.url).pathname}`);\n'
        'import("./late.js").then(({ late, Late }) => say(`${late} ${new Late().name}`));\n'
    ),
    "assets/first.js": 'say("first");\n',
    "assets/parts/two.js": (
        'export function half(n) {\n  return n / 2;\n}\nexport const whole = [\n  "w",\n].join();\n'
        'const hidden = "import nothing; export all";\nsay("two");\n'
    ),
    "assets/late.js": (
        'class Late {\n  name = "L";\n}\nconst late = "late";\nexport { late, Late };\nsay("loaded");\n'
    ),
    "assets/apart.js": (
        'import { whole } from "./parts/two.js";\nsay(`apart ${whole} ${import.meta.copy}`);\n'
    ),
    "assets/broken.js": 'say("broken");\nthrow new Error("as meant");\n',
}

STAGE = """\
const said = [];
const waiting = [];
globalThis.say = (words) => said.push(words);
globalThis.addEventListener = (name, hear) => waiting.push(hear);
globalThis.reportError = (error) => said.push(`error: ${error.message}`);
globalThis.document = { currentScript: {
  src: "file:///a%%20b/assets/modules.js", dataset: { modules: %s } } };
%s
said.push("load");
waiting.forEach((hear) => hear());
setTimeout(() => console.log(JSON.stringify(said)), 0);
"""
"""What a browser has, as far as the script asks for it."""


def said_by(modules: Mapping[str, str], entries: str, folder: Path) -> list[str]:
    """What modules say, loaded by a page that names some of them."""
    script = folder / "script.cjs"
    script.write_text(STAGE % (json.dumps(entries), classic_script(modules, "assets")), encoding="utf-8")
    done = subprocess.run(
        [NODE or "node", script], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    said: list[str] = json.loads(done.stdout)
    return said


@needs_node
def test_a_module_runs_after_what_it_imports_and_once(tmp_path: Path) -> None:
    said = said_by(MODULES, "one.js apart.js", tmp_path)
    at_once = ["two", "first", "one 4 w /a%20b/assets/x", "apart w true"]
    assert said == [*at_once, "load", "loaded", "late L"]


@needs_node
def test_a_module_that_fails_stops_no_other(tmp_path: Path) -> None:
    said = said_by(MODULES, "broken.js apart.js", tmp_path)
    assert said[:4] == ["broken", "error: as meant", "two", "apart w true"]


def test_all_that_a_module_imports_goes_along_and_no_type() -> None:
    found = modules_for(["assets/one.js"], MODULES.__getitem__)
    assert list(found) == ["assets/first.js", "assets/late.js", "assets/one.js", "assets/parts/two.js"]


@pytest.mark.parametrize(
    "wrong",
    [
        "export default 1;\n",
        'export * from "./a.js";\n',
        'import all from "./a.js";\n',
        'import * as all from "./a.js";\n',
        "import { a } from './a.js';\n",
        "export let a = 1;\n",
        "const a = () => import(`./${name}.js`);\n",
        "export { a as b };\n",
        'const a = await load("b");\n',
        "await load();\n",
    ],
)
def test_a_form_that_is_not_known_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"assets/x\.js"):
        as_function("assets/x.js", wrong, "assets")


@pytest.mark.parametrize("script", THEME, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_every_module_of_the_theme_is_in_a_known_form(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    if is_module(text):
        assert "$need" in as_function("x.js", text, ".") or 'from "' not in text
    else:
        assert "export " not in text


def test_scripts_of_the_older_kind_are_no_modules() -> None:
    assert not is_module('// import "./a.js"\n(function () { window.exported = 1; })();\n')
    assert is_module("export const a = 1;\n")
    assert is_module('import "./a.js";\n')
