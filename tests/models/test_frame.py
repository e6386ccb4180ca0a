"""What site.yml may say of the frame: its examples hold, and an archive has what it does not leave out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.corpus.reader import read_model
from generator.models import Site
from generator.models.frame import HANGS_ON
from tests.support import small_corpus as small
from tests.support.paths import ROOT

NOTHING_SAID = ("logo", "favicon", "accent", "navigation", "footer", "without")


def test_the_examples_in_the_site_s_own_file_can_be_used_as_they_stand(tmp_path: Path) -> None:
    written = (ROOT / "content" / "site.yml").read_text(encoding="utf-8")
    names = "|".join(NOTHING_SAID)
    used = re.sub(rf"^# (?=({names}):|  - )", "", written, flags=re.MULTILINE)
    (tmp_path / "site.yml").write_text(used, encoding="utf-8")
    site = read_model(tmp_path / "site.yml", Site.path, Site)
    assert [name for name in NOTHING_SAID if not getattr(site, name)] == []
    assert site.without == ("proposals", "sources")


def test_an_archive_has_everything_unless_it_says_otherwise() -> None:
    assert [name for name in NOTHING_SAID if getattr(small.site(), name)] == []
    assert all(map(small.site().has, ("forums", "proposals", "sources", "data", *HANGS_ON)))


@pytest.mark.parametrize("section", ["proposals", *HANGS_ON])
def test_what_is_made_of_proposals_goes_with_them(section: str) -> None:
    site = small.site(without=["proposals"])
    assert not site.has(section)
    assert site.has("sources")
    assert site.has("forums")
