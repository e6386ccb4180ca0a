"""Front matter that the generator wrote is read as MkDocs reads it, and all other front matter by MkDocs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from generator.engine.front_matter import read_front_matter, read_values, written_values

TEXT = st.text(st.characters(codec="utf-8"))
VALUES = st.dictionaries(
    st.sampled_from(["title", "head", "kind", "updated_in_words"]),
    st.recursive(
        TEXT | st.booleans() | st.none() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
        max_leaves=8,
    ),
    min_size=1,
)


def written(values: dict[str, object], body: str = "# A\n") -> str:
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items()]
    return f"---\n{''.join(lines)}---\n\n{body}"


@given(VALUES)
def test_it_is_read_as_mkdocs_reads_it(values: dict[str, object]) -> None:
    source = written(values)
    assert read_front_matter(source) == meta.get_data(source)


def test_what_the_generator_writes_is_read_as_json() -> None:
    source = written(
        {"title": 'A "b"', "hide": ["toc"], "head": {"tags": [["og:title", "가"]]}, "unlisted": True}
    )
    lines = source.removeprefix("---\n").partition("\n---\n")[0]
    assert written_values(lines) == meta.get_data(source)[1]


@pytest.mark.parametrize(
    "source",
    [
        "# No front matter\n",
        "title: A\n\nMultiMarkdown\n",
        "---\ntitle: plain\n---\ntext\n",
        "---\ntitle: >\n  folded\n---\ntext\n",
        "---\ntitle: \"A\"\n...\ntext\n---\n",
        "---\ntitle: \"A\"\n---  \ntext\n---\n",
        "---\ntitle: 1e5\nyes: \"A\"\n---\ntext\n",
        "---\nyes: \"A\"\n---\ntext\n",
        "---\ntitle: \"A\"\nnever ended\n",
        "---\n---\n\ntext\n",
        "---\ntitle: \"a\u2028b\"\n---\ntext\n",
        "---\ntitle: NaN\n---\ntext\n",
    ],
)  # fmt: skip
def test_any_other_form_is_left_to_mkdocs(source: str) -> None:
    assert read_front_matter(source) == meta.get_data(source)
    assert read_values(source, ("head",)) == meta.get_data(source)[1]


def test_values_that_are_not_needed_are_left_out() -> None:
    assert read_values(written({"title": "A", "head": {"data": []}}), ("head",)) == {"title": "A"}
