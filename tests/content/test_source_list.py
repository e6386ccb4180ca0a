from generator.corpus.source_list import listed_sources, sources_as_text
from tests.support import small_corpus as small
from tests.support.small_corpus import source

COPY = "https://archive.example.org/1"


def test_a_line_names_the_file_the_address_and_the_copy() -> None:
    corpus = small.corpus(
        source("a", url="https://news.example.org/1"), source("b", archive_url=COPY), source("c")
    )
    assert sources_as_text(listed_sources(corpus, unarchived=False), "en") == (
        "content/sources/a.yml: https://news.example.org/1\n"
        f"content/sources/b.yml: no address (archived: {COPY})\n"
        "content/sources/c.yml: no address\n"
        "content/sources/s.yml: no address\n"
    )


def test_an_archived_source_can_be_left_out() -> None:
    corpus = small.corpus(source("a"), source("b", archive_url=COPY))
    assert [one.id for one in listed_sources(corpus, unarchived=True)] == ["a", "s"]
