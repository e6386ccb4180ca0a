"""The terms of a record or a document stand in all that is made of it; without any the site's hold."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict

import pytest

from generator.exports.api import api_files
from generator.exports.calendars import calendar_files
from generator.exports.citation_files import citation_files
from generator.exports.data.folder import data_files
from generator.exports.feeds.atom import feed_files
from generator.metadata.head import head_of
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.typesetting.volume.volume import forum_volume
from tests.support.made_up_talks import held, talk
from tests.support.small_corpus import corpus, forum, proposal, source, speaker
from tests.support.words import WORDS

KOGL = "https://www.kogl.or.kr/info/licenseType1.do"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
DOCUMENTS: Tree = [{"name": "글", "url": "https://hanbyeol.kr/a", "license": "CC-BY-SA-4.0"}]
RECORDS = corpus(
    forum(license="kogl-1", documents=DOCUMENTS),
    source(),
    proposal("f-1", license="CC0-1.0"),
    proposal("f-2"),
    speaker(license="https://hanbyeol.kr/terms"),
)


def test_files_of_data_have_them() -> None:
    files = data_files(RECORDS, WORDS)
    whole = json.loads(files["data/proceedings.json"])
    assert [one["license"] for one in whole["proposals"]] == ["CC0-1.0", None]
    assert whole["forums"][0]["documents"][0]["license"] == "CC-BY-SA-4.0"
    rows = list(csv.DictReader(io.StringIO(files["data/proposals.csv"].decode("utf-8-sig"))))
    assert [row["license"] for row in rows] == ["CC0-1.0", ""]
    assert json.loads(api_files(RECORDS)["api/v1/speakers/p.json"])["record"]["license"].endswith("/terms")
    package = json.loads(files["data/datapackage.json"])
    licences = {one["name"]: one["licenses"] for one in package["resources"] if "licenses" in one}
    assert [one["path"] for one in licences["proposals"]] == ["LICENSE.txt", CC0]
    assert [one["path"] for one in licences["forums"]] == ["LICENSE.txt", KOGL]
    assert set(licences) == {"forums", "proposals", "speakers", "documents"}


def test_a_talk_has_those_of_its_forum() -> None:
    records = corpus(held(talk(person="p")).model_copy(update={"license": "kogl-1"}), speaker("p"))
    assert json.loads(api_files(records)["api/v1/forums/f/night.json"])["license"] == "kogl-1"


def test_no_file_of_data_says_what_waits() -> None:
    files = data_files(corpus(source(draft="true", embargo="2399-01-01")), WORDS)
    for name in (b"draft", b"embargo"):
        assert [path for path, content in files.items() if b'"%s"' % name in content] == []
        assert name not in files["data/sources.csv"].splitlines()[0].split(b",")


@pytest.mark.parametrize(
    ("path", "terms"),
    [("forums/f.md", KOGL), ("proposals/f-1.md", CC0), ("speakers/p.md", "https://hanbyeol.kr/terms")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_its_head_say_them(language: Language, path: str, terms: str) -> None:
    page = next(page for page in plan_pages(RECORDS, language, WORDS) if page.path == path)
    head = head_of(RECORDS, page, WORDS[language])
    assert {"license": terms}.items() <= next(
        one for one in json.loads(json.dumps(head["data"])) if one["@type"] == "WebPage"
    ).items()
    assert ("DC.rights", terms) in head.get("tags", []) or path.startswith("speakers")
    rendered = Renderer(WORDS[language]).render(page)
    assert "이 기록의 이용 조건" in rendered if language == "ko" else "Licence of this record" in rendered


def test_a_record_without_has_the_sites() -> None:
    page = next(page for page in plan_pages(RECORDS, "ko", WORDS) if page.path == "proposals/f-2.md")
    head = head_of(RECORDS, page, WORDS["ko"])
    assert ("DC.rights", "CC-BY-4.0") in head["tags"]
    assert "이 기록의 이용 조건" not in Renderer(WORDS["ko"]).render(page)


def test_feeds_have_them() -> None:
    feed = feed_files(RECORDS, WORDS)["en/feeds/new.atom"].decode()
    entries = {entry.partition("</title>")[0]: entry for entry in feed.split("<entry>")[1:]}
    assert sum(f'<link rel="license" href="{CC0}"/>' in entry for entry in entries.values()) == 1
    assert "<rights>KOGL Type 1: Source Indication</rights>" in feed


def test_feeds_have_them_beside_what_came_to_nothing() -> None:
    withdrawn: Tree = {"date": "2024-06-20", "sources": ["s"]}
    made = corpus(
        forum(license="kogl-1", status="cancelled"),
        source(),
        proposal(license="CC0-1.0", withdrawn=withdrawn),
    )
    feed = feed_files(made, WORDS)["en/feeds/new.atom"].decode()
    follow_ups = feed_files(made, WORDS)["en/feeds/follow-ups.atom"].decode()
    assert feed.count(f'<link rel="license" href="{KOGL}"/>') == 2  # that it was called off, and itself
    assert f'<link rel="license" href="{CC0}"/>' in follow_ups


def test_linked_data_has_those_of_a_forums_documents() -> None:
    page = next(page for page in plan_pages(RECORDS, "ko", WORDS) if page.path == "forums/f.md")
    told = json.loads(json.dumps(head_of(RECORDS, page, WORDS["ko"])["data"]))
    (about,) = (one for one in told if one["@type"] == "Event")
    (document,) = (one for one in about["subjectOf"] if "license" in one)
    assert document["url"] == "https://hanbyeol.kr/a"
    assert document["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_works_to_cite_have_them() -> None:
    files = citation_files(RECORDS, WORDS)
    items = json.loads(files["en/cite/all.json"])
    terms = {item["id"]: item.get("custom") for item in items}
    assert terms == {
        "forum:f": {"license": KOGL},
        "proposal:f-1": {"license": CC0},
        "proposal:f-2": None,
    }
    assert files["en/cite/all.bib"].decode().count("License: ") == 2
    assert f"N1  - License: {CC0}\r\n".encode() in files["en/cite/all.ris"]


def test_calendars_and_popolo_have_them() -> None:
    calendar = calendar_files(RECORDS, WORDS)["calendars/all.ics"].replace(b"\r\n ", b"")
    assert f"Licence of this record: {KOGL}".encode() in calendar
    popolo = json.loads(data_files(RECORDS, WORDS)["data/popolo.json"])
    assert popolo["persons"][0]["license"] == "https://hanbyeol.kr/terms"
    assert popolo["events"][0]["license"] == KOGL


def test_volumes_have_them() -> None:
    told = json.dumps(asdict(forum_volume(RECORDS, RECORDS.forums["f"], list(WORDS.values()))), default=str)
    assert KOGL in told
    assert CC0 in told
    assert "CC-BY-SA-4.0" in told
