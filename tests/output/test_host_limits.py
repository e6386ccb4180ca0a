"""What hosts take."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import host_limits
from generator.output.host_limits import LIMITS, MIB, Limits, beyond_limits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    for name in ("a.html", "b.html", "files/slides.pdf"):
        (tmp_path / name).write_bytes(b"x" * MIB)
    return tmp_path


@pytest.mark.parametrize("host", LIMITS)
def test_small_site_fits_everywhere(folder: Path, host: str) -> None:
    assert list(beyond_limits(folder, host)) == []


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(files=2), ["x takes 2 files, and the site has 3; publish"]),
        (Limits(bytes_in_all=2 * MIB), ["x takes 2 MB in all, and the site has 3 MB; take"]),
        (Limits(bytes_in_file=MIB), []),
        (Limits(bytes_in_file=0), [f"x takes files of 0 MB, and {name} has 1 MB"
                                   for name in ("a.html", "b.html", "files/slides.pdf")]),
        (Limits(3, MIB, 3 * MIB), []),
    ],
)  # fmt: skip
def test_what_is_too_much_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, told: list[str]
) -> None:
    monkeypatch.setattr(host_limits, "LIMITS", {"x": limits})
    found = list(map(str, beyond_limits(folder, "x")))
    assert len(found) == len(told)
    assert all(each.startswith(start) for each, start in zip(found, told, strict=True))
