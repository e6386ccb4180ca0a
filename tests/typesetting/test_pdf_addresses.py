"""Every link of a volume is an address in ASCII, since PDF readers take other letters for Latin-1."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from generator.typesetting.compiler import can_typeset
from generator.typesetting.volume.wording import link_target
from generator.typesetting.volumes import bind, volumes
from tests.support.words import WORDS
from tests.support.worst_addresses import FILE_ADDRESS, URI, WORST, worst_corpus


@pytest.mark.skipif(not can_typeset(), reason="Typst is not installed")
def test_every_link_of_a_volume_is_a_uri() -> None:
    """A year's volume has all of its forums, proposals and sources."""
    made = [bind(make()) for path, make in volumes(worst_corpus(), WORDS) if path.endswith(".all.pdf")]
    found = {link for pdf in made for link in links_in(pdf) if not link.startswith("mailto:")}
    assert {link for link in found if not URI.fullmatch(link)} == set()
    assert {*WORST.values(), FILE_ADDRESS} <= found


def links_in(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for note in page.get("/Annots", []):
                if "/A" in note and "/URI" in note.A:
                    yield bytes(note.A.URI).decode("latin-1")


@pytest.mark.parametrize(
    ("written", "target"),
    [
        *WORST.items(),
        ("mailto:책상@example.org", "mailto:%EC%B1%85%EC%83%81@example.org"),
        ("mailto:a@example.org?subject=서 가", "mailto:a@example.org?subject=%EC%84%9C%20%EA%B0%80"),
        (None, None),
    ],
)
def test_a_link_names_its_address_in_ascii(written: str | None, target: str | None) -> None:
    assert link_target(written) == target
