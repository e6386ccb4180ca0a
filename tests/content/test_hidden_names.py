"""A hidden name is taken out before anything is made of the records, and only its hash is published."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.corpus.rules import check_corpus
from generator.exports import export_files
from generator.metadata.head import head_of
from generator.models import LANGUAGES
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.search import index_files, index_of
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker
from tests.support.words import WORDS

HIDDEN: Tree = {"name": "모옛별", "lang": "ko", "hidden": "true", "note": {"ko": "개명전"}}


def hiding() -> Corpus:
    office: Tree = {"name": "옛사무처", "hidden": "true"}
    person = speaker(
        "mo-danbi",
        name={"ko": "모단비", "en": "Mo Danbi"},
        other_names=[HIDDEN, {"name": "단비"}, {"name": "Mo Yetbyeol", "hidden": "true"}],
        redirect_from=["mo-yetbyeol"],
    )
    body = organization(other_names=[office], redirect_from=["yetsamucheo"], links=[])
    part: Tree = {"person": "mo-danbi", "organization": "o", "role": "presenter"}
    return corpus(
        person,
        body,
        forum(sessions=[session(contributions=[part])]),
        proposal(proposers=[{"person": "mo-danbi"}], addressees=["o"]),
    )


SECRETS = ("모옛별", "개명전", "yetbyeol", "옛사무처", "yetsamucheo")


def test_records_hold_what_they_show() -> None:
    (person,) = hiding().speakers.values()
    assert [one.name for one in person.other_names] == ["단비"]
    assert person.redirect_from == ()
    assert hiding().former_ids(person) == ("mo-yetbyeol",)


def test_such_records_are_sound() -> None:
    assert list(check_corpus(hiding())) == []


def test_no_page_says_a_hidden_name_and_the_old_address_leads_on() -> None:
    made = hiding()
    for language in LANGUAGES:
        renderer = Renderer(WORDS[language])
        pages = list(plan_pages(made, language, WORDS))
        texts = [renderer.render(page, head_of(made, page, WORDS[language])) for page in pages]
        assert [secret for secret in SECRETS if any(secret in text.casefold() for text in texts)] == []
        moved = {page.path: page.redirect for page in pages if page.path.startswith("speakers/mo-y")}
        assert moved == {"speakers/mo-yetbyeol.md": "speakers/mo-danbi.md"}


def test_no_file_says_a_hidden_name() -> None:
    made = hiding()
    index = index_of(made)
    files = {**dict(export_files(made, WORDS)), **index_files(index)}
    assert any("/hidden/" in path for path in files)
    for secret in SECRETS:
        assert [path for path in files if secret in path] == []
        told = [
            path for path, content in files.items() if secret in content.decode(errors="replace").casefold()
        ]
        assert told == []
