"""What people save while they write is there at once, or what is wrong with it, and the server goes on."""

from __future__ import annotations

import html
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.pipeline.previewing import (
    KOREAN,
    asleep,
    mend,
    shares_preview,
    wait_for_stage,
    wait_until_seen,
    wait_until_shown,
    watch_reloads,
)
from tests.support.running import PATIENCE, Serving, replace
from tests.support.tiny_project import FORUM, SOURCE

NAME = "열린 서가 포럼"
ENGLISH = "en/forums/2024-open-shelves/"
NEW = "content/sources/new.yml"
COPYRIGHT = "generator/theme/partials/copyright.html"


@pytest.mark.builds
@shares_preview
def test_every_source_is_followed(shared: Serving) -> None:
    frame = "{% block body %}{% endblock %}"
    record = (shared.project / SOURCE).read_text(encoding="utf-8")
    edits = [
        (FORUM, NAME, f"{NAME} 이름1", KOREAN, "이름1"),
        ("content/pages/about.en.md", "# About", "# Name2", "en/about/", "Name2"),
        ("content/files/slides.txt", "", "name3", "files/slides.txt", "name3"),
        (
            "generator/rendering/templates/_page.md.jinja",
            frame,
            f"{frame}\n*name4*\n",
            "data/",
            "<em>name4</em>",
        ),
        (
            "generator/strings/en.yml",
            "title: What the statuses mean",
            "title: Name5",
            "en/statuses/",
            "Name5",
        ),
        (COPYRIGHT, "", "<b>name6</b>", "about/", "<b>name6</b>"),
        ("mkdocs.yml", "\nplugins:", "\nextra_css: [name7.css]\nplugins:", "data/", "name7.css"),
        (NEW, "", record, "en/sources/new/", "opened its shelves"),
    ]
    for *_, address, expected in edits:
        assert expected not in shared.get(address)[1]
    with asleep(shared):
        for path, old, new, *_ in edits:
            if old:
                replace(shared.project / path, old, new)
            else:
                (shared.project / path).write_text(new, encoding="utf-8")
    seen = wait_until_seen(shared, "built in [0-9.]+ s", len(edits))
    assert seen <= {path for path, *_ in edits}
    for *_, address, expected in edits:
        status, text = shared.get(address)
        assert (status, expected in text) == (200, True)
    # The page of a removed record is there no more.
    (shared.project / NEW).unlink()
    shared.wait_for(rf" built in .*: {NEW}$")
    assert shared.get("en/sources/new/")[0] == 404


@pytest.mark.builds
@shares_preview
def test_broken_template_or_setting_is_shown_until_it_is_mended(shared: Serving) -> None:
    """Each is mended as the next one breaks."""
    home = "generator/rendering/templates/home.md.jinja"
    breaks = [
        (COPYRIGHT, "{% if %}", "Expected an expression"),
        ("generator/strings/en.yml", "\n{}\n", "could not find expected ':'"),
        (home, "{% if %}", "Expected an expression"),
        ("mkdocs.yml", "\n{}\n", "parsing the configuration file"),
        (home, "{% block body %}{{ w('no.such') }}{% endblock %}", "no.such"),
    ]
    whole: dict[str, bytes] = {}
    shown = "nothing yet"
    for path, broken, message in breaks:
        with asleep(shared):
            saved = {*whole, path}
            mend(shared.project, whole)
            whole = {path: (shared.project / path).read_bytes()}
            (shared.project / path).write_bytes(whole[path] + broken.encode())
        assert wait_until_seen(shared, "shows what to mend", len(saved)) <= saved
        status, page = shared.get("en/")
        assert status == 500
        assert html.escape(message) in page
        assert shown not in page
        assert message in shared.said()
        shown = html.escape(message)
    mend(shared.project, whole)
    shared.wait_for(rf"^{shared.address} built in [0-9.]+ s: {home}$")
    assert shared.get("en/")[0] == 200


@pytest.mark.builds
@shares_preview
def test_saves_are_gathered_and_none_is_missed(shared: Serving) -> None:
    """Several saves at once are one build; a save while that runs ends it, or is one more.

    What is shown first is there before all is built; no page waits for anything.
    """
    project, before = shared.project, shared.said().count(" built in ")
    with asleep(shared):
        for record in sorted((project / "content").glob("*/*.yml")):
            record.touch()
    wait_for_stage(project)
    replace(project / FORUM, NAME, f"{NAME} 새이름")
    assert shared.get(KOREAN)[0] == 200
    shared.wait_for(r" built in [0-9.]+ s: content/forums/.* and \d more$")
    wait_until_shown(shared, KOREAN, "새이름")
    (project / "content" / "files" / "slides.txt").write_text("after all", encoding="utf-8")
    shared.wait_for(r" built in [0-9.]+ s: content/files/slides.txt$")
    assert before + 2 <= shared.said().count(" built in ") <= before + 3


@pytest.mark.builds
@shares_preview
@pytest.mark.browser
def test_saved_title_shows_in_both_languages(shared: Serving, browser: Browser) -> None:
    """Must show 2: without a restart, and without a click."""
    patience = PATIENCE * 1000
    with browser.new_context() as context:
        korean, english = context.new_page(), context.new_page()
        watch_reloads(korean, shared.address + KOREAN)
        watch_reloads(english, shared.address + ENGLISH)
        record = shared.project / FORUM
        whole = record.read_text(encoding="utf-8")
        edited = re.sub(r"(?m)^name: .*(?:\n .*)*\n", "name: {ko: 고친 제목, en: A mended title}\n", whole)
        assert edited != whole
        record.write_text(edited, encoding="utf-8")
        expect(korean.locator("h1")).to_contain_text("고친 제목", timeout=patience)
        expect(english.locator("h1")).to_contain_text("A mended title", timeout=patience)
        for page in (korean, english):
            assert page.evaluate("window.notReloaded") is None
        # Now it is wrong: both pages say where.
        record.write_text(edited.replace("start_date: ", "start_date: <i>"), encoding="utf-8")
        line = edited[: edited.index("start_date: ")].count("\n") + 1
        for page in (korean, english):
            expect(page.locator("pre")).to_contain_text(f"{FORUM}:{line}:", timeout=patience)
            expect(page.locator("pre")).to_contain_text("<i>")
            assert page.locator("i").count() == 0
        # And mended again.
        record.write_text(whole, encoding="utf-8")
        for page in (korean, english):
            expect(page.locator("h1")).not_to_contain_text("mend", timeout=patience)
            expect(page.locator("nav").first).to_be_attached()
