"""axe-core complains of nothing, whatever its impact, on any page type in any form that readers meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.quality.conftest import BuiltSite
from tests.quality.node import node_package
from tests.quality.page_types import FOLDERS

WIDTHS = (1280, 390)

# Every rule that axe has, its "best practices" too.
RUN_AXE = """
options => axe.run(document, {resultTypes: ["violations"], ...options}).then(({violations}) => violations.map(
  ({id, impact, nodes}) => `${id} (${impact}): ${nodes.slice(0, 3).map(({html, failureSummary}) =>
    `${html.slice(0, 200)} ${failureSummary.replace(/\\s+/g, " ")}`).join(" | ")}`
))
"""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules whose answer the colours of a palette can change."""


@pytest.fixture(scope="session")
def axe() -> Path:
    return node_package("quality", "axe-core") / "axe.min.js"


def complaints(tab: Page, axe: Path) -> dict[str, list[str]]:
    """What axe finds on the page as it stands, in both widths and palettes."""
    tab.add_script_tag(path=axe)
    found = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            wanted = "slate" if scheme == "dark" else "default"
            tab.wait_for_selector(f"body[data-md-color-scheme={wanted}]")
            if said := tab.evaluate(RUN_AXE, COLOURS if scheme == "dark" else {}):
                found[f"{width} px, {scheme}"] = said
    return found


@pytest.mark.parametrize("language", FOLDERS)
def test_every_page_type(context: BrowserContext, real: BuiltSite, axe: Path, language: str) -> None:
    tab = context.new_page()
    found = {}
    for page in real.samples:
        if page.language == language:
            tab.goto(real.address + page.path)
            found[page.path] = complaints(tab, axe)
    assert {path: said for path, said in found.items() if said} == {}
