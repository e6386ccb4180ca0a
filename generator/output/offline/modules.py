"""JavaScript modules as one script of the older kind, since browsers load no module from a folder.

The theme's modules are small, import each other in no circle and are in the form that prettier gives them,
so each of their imports and exports is a line of its own. What this cannot read it refuses.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

RUN = """\
(() => {
  "use strict";
  const here = document.currentScript;
  const loaded = {};
  // What a page imports later comes from a host after all else, and page and scripts may count on that.
  const shown = new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const need = (path) => {
    if (!(path in loaded)) {
      loaded[path] = {};
      const meta = { url: new URL(path, here.src).href, copy: true };
      modules[path](loaded[path], meta, need, (later) => shown.then(() => need(later)));
    }
    return loaded[path];
  };
  const modules = {
%s
  };
  for (const path of here.dataset.modules.split(" ")) {
    try {
      need(path);
    } catch (error) {
      reportError(error);
    }
  }
})();
"""
"""What runs the modules that a page names, each once and after what it imports (`%s`: all of them)."""

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^{}]*)\} from )?"(?P<path>\.[^"]+)";', re.MULTILINE)
_DECLARED = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>[\w$]+))", re.MULTILINE)
_LISTED = re.compile(r"^export \{(?P<names>[^{}]*)\};", re.MULTILINE)
_LATER = re.compile(r'\bimport\(\s*"(?P<path>\.[^"]+)"\s*\)')
_META = re.compile(r"\bimport\.meta\b")
_COMMENT = re.compile(r"/\*.*?\*/|(?<!\S)//[^\n]*", re.DOTALL)
_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_UNREAD = re.compile(r"^.*\b(?:import|export)\b.*|^(?:\w+ \w+ = )?await\b.*", re.MULTILINE)


def is_module(script: str) -> bool:
    """Whether only browsers that know modules can run it."""
    return bool(re.search(r"^(?:import|export)\b|\bimport\.meta\b", _COMMENT.sub("", script), re.MULTILINE))


def imported_by(path: str, module: str) -> Iterable[str]:
    """The modules that one asks for, at once or later; what its comments name are types."""
    code = _COMMENT.sub("", module)
    for found in (*_IMPORT.finditer(code), *_LATER.finditer(code)):
        yield _beside(path, found["path"])


def modules_for(entries: Iterable[str], read: Callable[[str], str]) -> dict[str, str]:
    """The modules by path, with all that they import."""
    found: dict[str, str] = {}
    open_paths = list(entries)
    while open_paths:
        path = open_paths.pop()
        if path not in found:
            found[path] = read(path)
            open_paths += imported_by(path, found[path])
    return dict(sorted(found.items()))


def classic_script(modules: Mapping[str, str], folder: str) -> str:
    """One script with all modules; paths count from the folder in which it is going to lie.

    Raises ValueError for a module that is in no form that is known here.
    """
    bodies = (
        f"    {json.dumps(posixpath.relpath(path, folder))}"
        f"($exports, $meta, $need, $later) {{\n{as_function(path, module, folder)}\n    }},"
        for path, module in modules.items()
    )
    return RUN % "\n".join(bodies)


def as_function(path: str, module: str, folder: str) -> str:
    """The module's code as that of a function, which is given what modules have from their browser."""

    def named(found: re.Match[str]) -> str:
        return json.dumps(posixpath.relpath(_beside(path, found["path"]), folder))

    def imported(found: re.Match[str]) -> str:
        wanted = f"const {{{found['names'].replace(' as ', ': ')}}} = " if found["names"] else ""
        return f"{wanted}$need({named(found)});"

    exported = [found["name"] for found in _DECLARED.finditer(module)]
    for listed in _LISTED.finditer(module):
        exported += [name.strip() for name in listed["names"].split(",") if name.strip()]
    code = _IMPORT.sub(imported, module)
    code = _LISTED.sub("", _DECLARED.sub("", code))
    code = _META.sub("$meta", _LATER.sub(lambda found: f"$later({named(found)})", code))
    unread = _UNREAD.search(_TEXT.sub('""', _COMMENT.sub("", code)))
    if unread or any(" " in name for name in exported):
        raise ValueError(f"{path}: {unread[0].strip() if unread else exported}: in no form that is known")
    return f"{code}Object.assign($exports, {{ {', '.join(exported)} }});" if exported else code


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
