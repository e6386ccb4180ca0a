"""Python runs this file as it starts, where its folder is on PYTHONPATH: the optional extras are not found.

A build without Typst and Kiwi takes half the time. HIDDEN names those that are hidden, if not both.
"""

import importlib.util
import os
import sys
from collections.abc import MutableMapping
from importlib.machinery import ModuleSpec

EXTRAS = os.environ.get("HIDDEN", "kiwipiepy typst").split()

real_find_spec = importlib.util.find_spec


def find_spec(name: str, package: str | None = None) -> ModuleSpec | None:
    return None if name in EXTRAS else real_find_spec(name, package)


importlib.util.find_spec = find_spec

if "kiwipiepy" in EXTRAS:
    # It alone brings NumPy, which openpyxl loads wherever it is: a seventh of what a command imports.
    modules: MutableMapping[str, object] = sys.modules  # type: ignore[assignment]  # None: not to be imported
    modules["numpy"] = None
