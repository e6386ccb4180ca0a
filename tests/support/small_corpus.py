"""Small corpora for tests: records with the fewest fields that they can have, and what a test adds."""

from collections.abc import Iterable, Mapping

from generator.corpus.corpus import Corpus, build_corpus
from generator.models import (
    RECORD_KINDS,
    Forum,
    Organization,
    Proposal,
    Record,
    Site,
    Source,
    Speaker,
    Vocabulary,
)
from generator.models.content import Content, ProsePage
from generator.models.withdrawn import TakenOut
from generator.parsing.yaml_parser import Tree

SITE: Mapping[str, Tree] = {
    "name": "한별",
    "tagline": "말과 제안",
    "description": "지어낸 도시",
    "publisher": {"name": "한별"},
    "licence": {"name": "CC-BY-4.0"},
    "address": "https://proceedings.example.org/",
    "contact": {"email": "desk@example.org"},
}
VOCABULARY: Mapping[str, Tree] = {
    "topics": [{"id": "shelves", "label": "서가"}, {"id": "robots", "label": "로봇"}],
    "steps": ["제안", "채택", "이행"],
    "statuses": [
        {
            "id": "proposed", "label": "제안", "description": "제안", "mark": "empty", "step": "0",
            "first": "true",
            "next": ["adopted", "rejected"],
        },
        {"id": "adopted", "label": "채택", "description": "x", "mark": "half", "step": "1", "next": ["done"]},
        {"id": "done", "label": "완료", "description": "완료", "mark": "done", "step": "2"},
        {"id": "rejected", "label": "미채택", "description": "미채택", "mark": "crossed", "step": "0"},
    ],
    "roles": [{"id": "host", "label": "주최", "organizes": "true"}, {"id": "presenter", "label": "발표"}],
    "series": [{"id": "reading-city", "name": "읽는 도시"}],
}  # fmt: skip


def site(**fields: Tree) -> Site:
    return Site.model_validate({**SITE, **fields})


def vocabulary(**fields: Tree) -> Vocabulary:
    return Vocabulary.model_validate({**VOCABULARY, **fields})


def forum(key: str = "f", /, **fields: Tree) -> Forum:
    """A hearing of 12 June 2024."""
    given = {
        "name": "포럼",
        "classification": "hearing",
        "start_date": "2024-06-12",
        "sources": ["s"],
        **fields,
    }
    return Forum.model_validate({"id": key, **given})


def session(key: str = "talk", /, **fields: Tree) -> Tree:
    return {"id": key, "name": "발표", "classification": "presentation", **fields}


def speaker(key: str = "p", /, **fields: Tree) -> Speaker:
    return Speaker.model_validate({"id": key, "name": "구름달", **fields})


def organization(key: str = "o", /, **fields: Tree) -> Organization:
    return Organization.model_validate(
        {"id": key, "name": "한별시청", "classification": "government", **fields}
    )


def proposal(key: str = "f-1", /, **fields: Tree) -> Proposal:
    """What the forum f proposed on its day."""
    given: dict[str, Tree] = {
        "forum": "f",
        "title": "밤에도 열자",
        "abstract": "밤에도 열어야 한다.",
        "proposers": [{"forum": "f"}],
        "topics": ["shelves"],
        "history": [step()],
        "sources": ["s"],
    }
    return Proposal.model_validate({"id": key, **given, **fields})


def step(date: str = "2024-06-12", status: str = "proposed", sources: Iterable[str] = ("s",)) -> Tree:
    return {"date": date, "status": status, "sources": list(sources)}


def source(key: str = "s", /, **fields: Tree) -> Source:
    given = {
        "type": "webpage",
        "title": "서가",
        "publisher": "새벽소식",
        "issued": "2024-06-13",
        "language": "ko",
        **fields,
    }
    return Source.model_validate({"id": key, **given})


def page(name: str = "about", text: str = "글") -> ProsePage:
    return ProsePage(name, "ko", "제목", text, f"content/pages/{name}.ko.md")


def corpus(
    *records: Record,
    site: Site = site(),  # noqa: B008  frozen
    vocabulary: Vocabulary = vocabulary(),  # noqa: B008  frozen
    pages: Iterable[ProsePage] = (),
    files: Iterable[str] = (),
    unread: Iterable[tuple[str, str]] = (),
    withdrawn: Iterable[TakenOut] = (),
) -> Corpus:
    """The records, and the forum f and the source s unless they are among them."""
    kinds: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for record in (forum(), source(), *records):
        kinds[record.folder][record.id] = record
    return build_corpus(
        Content(site, vocabulary, kinds, tuple(pages), frozenset(files), frozenset(unread), tuple(withdrawn))
    )


def taken_out(record: str = "speakers/someone-gone", /, **fields: Tree) -> TakenOut:
    return TakenOut.model_validate({"record": record, "date": "2024-11-01", **fields})
