from contextlib import suppress

import pytest
from pydantic_core import PydanticCustomError

from generator.corpus.load import load_corpus
from generator.corpus.own_site import INDEX_PAGES
from generator.corpus.rules import paths
from generator.exports import export_files
from generator.models.ids import as_id
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.pages import plan_pages
from generator.pages.twins import LLMS_PATH
from generator.parsing.yaml_parser import Tree
from generator.pipeline.page_files import shared_files
from generator.search import index_files, index_of
from generator.typesetting.cards import cards
from generator.typesetting.volumes import volumes
from tests.content.rules.finding import found
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus, forum, page, proposal, source, speaker
from tests.support.words import WORDS

THEME = ROOT / "generator" / "theme"


def test_a_former_id_is_nobodys_address() -> None:
    small = corpus(
        proposal("a", redirect_from=["old", "b", "older"]),
        proposal("b", redirect_from=["old", "b"]),
        source(redirect_from=["old"]),
    )
    lines = found(paths.redirects_collide_with_nothing, small)
    assert [line.removesuffix("; delete it here") for line in lines] == [
        "proposals/a: redirect_from[1]: 'b' is already the address of content/proposals/b.yml",
        "proposals/b: redirect_from[0]: 'old' is already the address of content/proposals/a.yml",
        "proposals/b: redirect_from[1]: 'b' is already the address of content/proposals/b.yml",
    ]


def test_a_former_id_written_twice_is_told() -> None:
    assert len(found(paths.redirects_collide_with_nothing, corpus(proposal(redirect_from=["x", "x"])))) == 1


def test_files_that_are_named_are_there() -> None:
    documents: list[Tree] = [
        {"name": "a", "file": "2024/slides.pdf"},
        {"name": "b", "url": "https://b.example"},
    ]
    records = (forum(documents=documents), speaker(image="p.png"))
    assert found(paths.named_files_exist, corpus(*records, files=["2024/slides.pdf", "p.png"])) == []
    missing = "content/files/2024/slides.pdf"
    assert found(paths.named_files_exist, corpus(*records, files=["2024/slide.pdf"])) == [
        f"forums/f: documents[0].file: there is no {missing}; did you mean '2024/slide.pdf'?",
        "speakers/p: image: there is no content/files/p.png; put it there or correct the name",
    ]


@pytest.mark.parametrize("name", ["a.pdf", "b/c.PNG", "자료.hwp"])
def test_papers_and_pictures_are_published(name: str) -> None:
    assert found(paths.files_carry_no_script, corpus(files=[name])) == []


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.pdf.js", "a.md", "README", "a.xhtml", "a.PHP", "robots.yml"]
)
def test_what_a_browser_could_run_is_not(name: str) -> None:
    (line,) = found(paths.files_carry_no_script, corpus(files=[name]))
    assert "are not published" in line


def test_files_differ_in_more_than_case() -> None:
    small = corpus(files=["2024/a.pdf", "2024/A.pdf", "2025/a.pdf", "b.pdf"])
    assert found(paths.file_names_differ_in_more_than_case, small) == [
        "files/2024/a.pdf: : this differs from content/files/2024/A.pdf only by case; delete or rename one"
    ]


def test_a_prose_page_takes_no_name_of_the_generators() -> None:
    pages = [page("about"), page("statuses"), page("index")]
    assert [
        line.split(":")[0] for line in found(paths.page_names_collide_with_nothing, corpus(pages=pages))
    ] == [
        "content/pages/statuses.ko.md".removeprefix("content/"),
        "content/pages/index.ko.md".removeprefix("content/"),
    ]


def test_every_name_at_the_sites_root_is_known_here() -> None:
    """Of every file that a build writes: a new export cannot be forgotten."""
    made = load_corpus(RECORDS)
    written = [path for path, _ in export_files(made, WORDS)] + [path for path, _ in volumes(made, WORDS)]
    written += [*index_files(index_of(made)), *(path for path, _ in cards(made, WORDS["ko"]))]
    written += shared_files(RECORDS.parent, made)
    written += [page.path.removesuffix(".md") for page in plan_pages(made, "ko", WORDS)]
    written += [f"{folder}x" for folder in LANGUAGE_FOLDERS.values() if folder]
    written += [path.relative_to(THEME).as_posix() for path in THEME.glob("assets/*/*")]
    roots = {path.partition("/")[0] for path in written} - {page.name for page in made.pages}
    known = {name.partition("/")[0] for name in INDEX_PAGES} | set(paths.SITE_FOLDERS)
    assert roots - {LLMS_PATH} <= known  # no page's address has a dot
    assert set(paths.SITE_FOLDERS) <= roots
    assert {path for path in written if path.casefold().startswith("files/")} == {
        f"files/{name}" for name in made.files
    }


@pytest.mark.parametrize("name", ["all", "new", "follow-ups", "ko", "en", "2024", "forums", "site"])
def test_no_record_takes_a_file_of_the_sites_own(name: str) -> None:
    """The same number of files come out whatever the records are called, or the name is no id."""
    with suppress(PydanticCustomError):
        as_id(name)
        assert len(files_of(name)) == len(files_of("neutral"))


def files_of(name: str) -> list[str]:
    small = corpus(forum(name), speaker(name), proposal(name, forum=name), source(name))
    return sorted({path.casefold() for path, _ in (*export_files(small, WORDS), *volumes(small, WORDS))})


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_of_the_generators_own_is_known_here(language: str) -> None:
    small = corpus(proposal())
    known = {f"{name}.md" for name in INDEX_PAGES}
    planned = plan_pages(small, "ko" if language == "ko" else "en", WORDS)
    ours = {one.path for one in planned if not one.redirect}
    of_records = {record.page for record in small.records} | {
        f"topics/{topic.id}.md" for topic in small.vocabulary.topics
    }
    assert ours - of_records == known


@pytest.mark.parametrize(
    "link",
    [
        "about.md", "statuses.md", "forums/index.md", "forums/f.md", "forums/f.md#sessions",
        "topics/robots.md",
        "sources/s.md", "proposals/wrong.md",
    ],
)  # fmt: skip
def test_links_lead_to_pages_that_there_are(link: str) -> None:
    linking = proposal(rationale=f"글 [가]({link})")
    small = corpus(linking, pages=[page("about")], unread=[("proposals", "wrong")])
    assert found(paths.links_lead_to_pages, small) == []


def test_a_link_to_no_page_is_told_wherever_it_stands_and_once() -> None:
    small = corpus(
        proposal(rationale={"ko": "글", "en": "[a](forums/ff.md)"}, notes=["[a](zzz/zzz.md)"]),
        pages=[page("about", "글\n\n[가](abuot.md)")],
    )
    end = "which is no page here; "
    assert found(paths.links_lead_to_pages, small) == [
        f"pages/about.ko.md: : the text links to abuot.md, {end}did you mean 'about.md'?",
        f"proposals/f-1: notes[0]: the text links to zzz/zzz.md, {end}correct the link or write that page",
        f"proposals/f-1: rationale.en: the text links to forums/ff.md, {end}did you mean 'forums/f.md'?",
    ]


def test_a_link_to_where_a_record_was_is_told_where_it_is() -> None:
    small = corpus(speaker(redirect_from=["zz"]), proposal(notes=["[a](speakers/zz.md)"]))
    (line,) = found(paths.links_lead_to_pages, small)
    assert line.endswith("did you mean 'speakers/p.md'?")
