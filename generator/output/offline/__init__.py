"""A copy of a built site that opens from a folder, such as on a USB stick, without a server behind it.

It is made of finished files, whatever engine built them. Browsers load no module and fetch nothing from a
folder, and take no folder for its index.html: so `page.py` changes the pages, `addresses.py` where they lead,
`modules.py` makes one script of the modules, and what scripts read becomes scripts (theme/assets/load.js).
`archive.py` packs the copy.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.output.offline.modules import classic_script, is_module, modules_for
from generator.output.offline.page import ALL_MODULES, page_in_copy
from generator.output.verify.resolve import BuiltSite, is_not_found

FOR_SERVERS = {
    "_headers", "_headers.nginx.conf", "robots.txt", "opensearch.xml", "manifest.webmanifest",
}  # fmt: skip
"""Names of files, below the root of a language, that only a server, or a browser that asks one, reads."""

ASSETS = "assets/"
"""The theme's folder below the root of a language: its scripts go along where a page loads them."""


@dataclass(frozen=True)
class CopyPlan:
    """How a site becomes a copy."""

    site: BuiltSite
    notes: Mapping[str, str]
    """The line on each page, by language: see `page_in_copy`."""
    read_by_scripts: frozenset[str]
    """The files that scripts read while a reader looks at a page."""
    read_by_scripts_alone: frozenset[str]
    """Those of them that no reader opens."""


def write_copy(
    built: Path, copy: Path, plan: CopyPlan, advance: Callable[[int], None] = lambda _done: None
) -> None:
    """Writes the copy of a built site into an empty folder. `advance` is told how many pages are written."""
    modules: dict[str, set[str]] = defaultdict(set)
    loaded: set[str] = set()
    for done, page in enumerate(pages_to_copy(plan.site), start=1):
        made = page_in_copy((built / page).read_bytes().decode(), page, plan.site, plan.notes)
        modules[plan.site.languages[plan.site.language(page)]].update(made.modules)
        loaded |= made.scripts
        write_text(copy / page, made.html)
        advance(done)
    for folder, entries in modules.items():
        if entries:
            found = modules_for(entries, lambda path: (built / path).read_bytes().decode())
            write_text(copy / folder / ALL_MODULES, classic_script(found, f"{folder}{ASSETS}"))
    copy_others(built, copy, plan, loaded)


def pages_to_copy(site: BuiltSite) -> list[str]:
    """The files of the pages, without those for an address that leads nowhere: only a server shows them."""
    return sorted(file for file in site.files if file.endswith(".html") and not is_not_found(file))


def copy_others(built: Path, copy: Path, plan: CopyPlan, loaded: set[str]) -> None:
    """The files that are no pages; those that scripts read become scripts."""
    for file in plan.site.files:
        if file in plan.read_by_scripts:
            write_text(copy / f"{file}.js", handing_over((built / file).read_bytes().decode()))
        if goes_along(file, plan, loaded, built):
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(built / file, copy / file)


def goes_along(file: str, plan: CopyPlan, loaded: set[str], built: Path) -> bool:
    """Whether a file that is no page is in the copy under its name."""
    in_folder = file.removeprefix(plan.site.languages[plan.site.language(file)])
    if (
        file.endswith((".html", "sitemap.xml"))
        or in_folder in FOR_SERVERS
        or file in plan.read_by_scripts_alone
    ):
        return False
    if not in_folder.startswith(ASSETS):
        return True
    if file.endswith(".js"):
        return file in loaded and not is_module((built / file).read_bytes().decode())
    return PurePosixPath(file).suffix != ".map"


def handing_over(text: str) -> str:
    """A script that hands a text over to the script that asked for it (theme/assets/load.js)."""
    return f"document.currentScript.handed = {json.dumps(text, ensure_ascii=False)};\n"


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
