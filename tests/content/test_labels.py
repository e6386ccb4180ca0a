"""What things are called leads to their ids, whichever language and however it is spaced."""

import pytest

from generator.corpus.labels import Labels, labels_in, offer_ids
from generator.parsing.messages import message
from generator.parsing.problems import Problem
from generator.parsing.yaml_parser import Tree

VOCABULARY: Tree = {
    "topics": [{"id": "ai", "label": {"ko": "인공지능", "en": "Artificial intelligence"}}, "broken"],
    "statuses": [{"id": "proposed", "label": "제안됨"}],
    "roles": "broken",
    "series": [{"id": "a", "name": {"ko": "연속"}}, {"id": "b", "name": {"ko": "연속"}}],
}
LIM: Tree = {"name": {"ko": "임기남"}, "other_names": [{"name": "林基男"}, {"note": "x"}, "Im Gi-nam"]}
LABELS = labels_in(
    [
        ("", "vocabulary", VOCABULARY),
        ("speakers", "lim-kinam", LIM),
        ("speakers", "임기남", {"name": "임기남"}),
        ("sources", "daily", {"title": {"ko": "포럼 열려", "en": "A forum opens"}}),
        ("forums", "broken", ["x"]),
    ]
)


@pytest.mark.parametrize(
    ("target", "text", "ids"),
    [
        ("topics", "인공 지능", ["ai"]), ("topics", "ARTIFICIAL INTELLIGENCE", ["ai"]),
        ("statuses", "제안됨", ["proposed"]), ("speakers", "임기남", ["lim-kinam"]),
        ("speakers", "林基男", ["lim-kinam"]), ("speakers", "im gi nam", ["lim-kinam"]),
        ("sources", "포럼 열려", ["daily"]), ("series", "연속", ["a", "b"]),
        ("topics", "교통", []), ("forums", "x", []), ("nothing", "x", []),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_ids(target: str, text: str, ids: list[str]) -> None:
    assert LABELS.ids_called(target, text) == ids


def told(key: str, text: str, target: str, labels: Labels = LABELS) -> str:
    refusal = message(key, text=text).with_value("target", target)
    (problem,) = offer_ids([Problem("x.yml", 1, 1, "", refusal)], labels)
    return problem.message.key


@pytest.mark.parametrize(
    ("text", "target", "key"),
    [
        ("임기남", "speakers", "reference.label"),
        ("연속", "series", "reference.label_of_several"),
        ("임기냠", "speakers", "reference.near_label"),
        ("홍길동", "speakers", "reference.nobody"),
        ("교통", "topics", "reference.no_label"),
    ],
)
def test_whoever_writes_a_name_is_offered_what_there_is(text: str, target: str, key: str) -> None:
    assert told("id.korean", text, target) == key


def test_what_is_nearly_the_id_is_no_name() -> None:
    assert told("id.form", "LIM_KINAM", "speakers") == "reference.near_id"
    assert told("id.form", "../x", "speakers") == "id.form"


def test_other_problems_stay_as_they_are() -> None:
    problem = Problem("x.yml", 1, 1, "", message("field.missing"))
    assert list(offer_ids([problem], LABELS)) == [problem]


def test_a_list_without_words_offers_none() -> None:
    empty = labels_in([("", "vocabulary", {"units": []})])
    refusal = message("unit.korean", text="표").with_value("target", "units")
    (problem,) = offer_ids([Problem("x.yml", 1, 1, "", refusal)], empty)
    assert str(problem.message) == (
        "'표' is not in the units of content/vocabulary.yml; that list is empty, so write it there, or "
        "delete this line"
    )
