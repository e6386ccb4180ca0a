"""The theme's icons that are no SVG, made of the site's sign; python -m tests.support.icons makes them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.typesetting.compiler import typeset
from tests.support.paths import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets"

ICONS: Mapping[str, Mapping[str, object]] = {
    "favicon-32.png": {"size": 32, "paper": False},
    "apple-touch-icon.png": {"size": 180, "paper": True},
    "icon-512.png": {"size": 512, "paper": True},
}
"""For tabs of browsers that show no SVG, for home screens, for whoever installs the site."""


def icons() -> dict[str, bytes]:
    return {name: typeset("icons.typ", data, "png")[0] for name, data in ICONS.items()}


if __name__ == "__main__":
    for name, picture in icons().items():
        (ASSETS / name).write_bytes(picture)
