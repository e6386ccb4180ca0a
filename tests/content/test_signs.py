"""Logo and favicon: kinds, sizes and shapes."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from generator.corpus.reader import read_model
from generator.corpus.signs import HEAVIEST, LONGEST_SIDE, SMALLEST_ICON, wrong_picture, wrong_signs
from generator.models import Site
from tests.support.paths import VALID


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG file, as far as it is read."""
    return (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
        + struct.pack(">II", width, height)
        + bytes(9)
        + b"IEND\xaeB`\x82"
    )


def svg(width: int, height: int) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"/>'.encode()


@pytest.mark.parametrize(
    ("name", "raw", "is_icon", "key"),
    [
        ("a.png", png(SMALLEST_ICON, SMALLEST_ICON), True, None),
        ("a.PNG", png(800, 100), False, None),
        ("a.svg", svg(16, 16), True, None),
        ("a.svg", svg(80, 10), False, None),
        ("a.svg", svg(81, 10), False, "sign.long"),
        ("a.svg", svg(10, 81), False, "sign.long"),
        ("a.svg", svg(20, 10), True, "sign.not_square"),
        ("a.png", png(400, 200), True, "sign.not_square"),
        ("a.png", png(SMALLEST_ICON - 1, SMALLEST_ICON - 1), True, "sign.small"),
        ("a.png", png(SMALLEST_ICON - 1, SMALLEST_ICON - 1), False, None),
        ("a.png", png(LONGEST_SIDE + 1, LONGEST_SIDE), False, "sign.large"),
        ("a.png", svg(16, 16), True, "sign.no_png"),
        ("a.png", png(16, 16)[:20], True, "sign.no_png"),
        ("a.png", png(256, 256)[:-1], True, "sign.no_png"),
        ("a.svg", png(200, 200), True, "sign.no_svg"),
        ("a.png", png(200, 0), False, "sign.long"),
    ],
)
def test_a_picture_has_the_shape_of_its_place(name: str, raw: bytes, is_icon: bool, key: str | None) -> None:
    found = [reason.key for _, _, reason in wrong_picture(name, raw, is_icon)]
    assert found == ([key] if key else [])


def signs_in(folder: Path, raw: bytes, **signs: str) -> list[str]:
    (folder / "a.png").write_bytes(raw)
    site = read_model(VALID / "site.yml", Site.path, Site).model_copy(update=signs)
    return [f"{one.path} {one.message.key}" for one in wrong_signs(site, {"a.png"}, folder)]


def test_one_picture_for_both_is_looked_at_as_an_icon(tmp_path: Path) -> None:
    wide = png(400, 200)
    assert signs_in(tmp_path, wide, logo="a.png") == []
    assert signs_in(tmp_path, wide, logo="a.png", favicon="a.png") == ["content/files/a.png sign.not_square"]


def test_a_heavy_picture_is_not_even_read(tmp_path: Path) -> None:
    heavy = bytes(HEAVIEST + 1)
    assert signs_in(tmp_path, heavy, favicon="a.png") == ["content/files/a.png sign.heavy"]


def test_what_is_not_there_is_for_the_rule_that_names_missing_files(tmp_path: Path) -> None:
    assert signs_in(tmp_path, b"", logo="gone.png") == []
