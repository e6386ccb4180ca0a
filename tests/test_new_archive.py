"""From `proceedings init` to a site: an archive of something else entirely, and no line of code changed."""

from __future__ import annotations

import json
import os
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.support.archives import ARCHIVES
from tests.support.paths import ROOT
from tests.support.running import run
from tests.support.sites import PLAIN_INSTALL, SharedSites

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("new-archive")]

ELSEWHERE = {
    "PYTHONPATH": os.pathsep.join([str(ROOT), PLAIN_INSTALL["PYTHONPATH"]]),
    "LANG": "C",
    "SOURCE_DATE_EPOCH": "2045000000",  # in October 2034
}
"""Outside any clone, with neither Typst nor Kiwi, in the plainest of locales."""
NAME = "나루 기후 포럼"
BEGIN = [
    *("init", NAME, "--empty", "--name", "나루시 기후 포럼", "--name-en", "Naru City Climate Forum"),
    *("--publisher", "나루시", "--publisher-en", "Naru City"),
    *("--address", "https://climate.naru-made-up.kr/forum/", "--email", "climate@naru-made-up.kr"),
]


def _build_climate(folder: Path) -> None:
    begun = run(folder, *BEGIN, **ELSEWHERE)
    assert begun.returncode == 0, begun.stderr
    archive = folder / NAME
    shutil.copytree(ARCHIVES / "climate", archive / "content", dirs_exist_ok=True)
    for command in (["check", "--strict"], ["build", "--strict", "--quiet"]):
        done = run(archive, *command, **ELSEWHERE)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def climate(shared_site: SharedSites) -> Path:
    return shared_site("climate", _build_climate) / NAME / "site"


def said_by(page: Path) -> str:
    """The page's text, a space for each element."""
    html = page.read_text("utf-8")
    return " ".join(unescape(re.sub(r"<script.*?</script>|<[^>]*>", " ", html, flags=re.DOTALL)).split())


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", ["나루시 기후 포럼", "비용을 셈함", "더운 날의 나루", "정류장마다 나무를 심는다"]),
        ("en/", ["Naru City Climate Forum", "Costed", "Naru on Hot Days", "Plant a tree at every bus stop"]),
        ("forums/2034-naru-heat/", ["기후 포럼", "날씨지기 나루시", "나무 1,200그루", "여름 지도"]),
        ("en/forums/2034-naru-heat/", ["climate forum", "Neighbour Ra Bom", "1,200 trees", "thermal map"]),
        ("proposals/2034-naru-heat-1/", ["비용을 셈함", "이 제안에 그늘을 드리움 개울을 다시 연다"]),
        ("en/proposals/2034-naru-heat-2/", ["Shaded by Plant a tree at every bus stop", "Water and rivers"]),
        ("organizations/willow-lane/", ["버들길 사람들", "골목"]),
        ("en/topics/heat/", ["Getting through hot days.", "Open the brook again"]),
        ("en/about/", ["About this archive"]),
        ("corrections/", ["climate@naru-made-up.kr"]),
    ],
)
def test_its_pages_have_its_own_words(page: str, words: list[str], climate: Path) -> None:
    said = said_by(climate / page / "index.html")
    assert [word for word in words if word not in said] == []


def test_nothing_of_the_program_s_own_words_is_left_in_its_statuses(climate: Path) -> None:
    data = json.loads((climate / "data/proceedings.json").read_text("utf-8"))
    assert [one["id"] for one in data["vocabulary"]["statuses"]] == ["voiced", "costed", "done", "dropped"]
    assert [one["id"] for one in data["vocabulary"]["forum_kinds"]] == ["climate-forum"]


def test_every_address_is_its_own(climate: Path) -> None:
    (feed, *_) = sorted((climate / "feeds").glob("*.atom"))
    for text in (feed.read_text("utf-8"), (climate / "sitemap.xml").read_text("utf-8")):
        assert "https://climate.naru-made-up.kr/forum/" in text
        assert "example.org" not in text


def test_its_readers_are_told_of_no_command(climate: Path) -> None:
    for home in ("index.html", "en/index.html"):
        assert "proceedings new" not in (climate / home).read_text("utf-8")
