"""Every mark of a status is drawn wherever statuses stand, and none looks like another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.models import LANGUAGES, Language
from generator.models.vocabulary import Mark
from generator.typesetting.cards import CARD_TEMPLATE, proposal_card
from generator.typesetting.compiler import TEMPLATES, can_typeset, typeset
from tests.support.paths import ROOT
from tests.support.small_corpus import corpus, proposal
from tests.support.words import WORDS

MARKS: tuple[str, ...] = get_args(Mark)
LOOK = ROOT / "generator" / "theme" / "assets" / "stylesheets" / "look.css"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mark_has_a_letter_of_its_own(language: Language) -> None:
    letters = [WORDS[language](f"marks.{mark}") for mark in MARKS]
    assert len(set(letters)) == len(MARKS)


def test_pages_draw_each_mark_but_the_empty_circle() -> None:
    drawn = re.findall(r'^\[data-mark="([a-z-]+)"\]', LOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(drawn) == set(MARKS) - {"empty"}


@pytest.mark.skipif(not can_typeset(), reason="Typst is an extra")
def test_cards_draw_each_mark_differently() -> None:
    card = proposal_card(corpus(proposal()), proposal(), WORDS["ko"])
    pictures = typeset(CARD_TEMPLATE, [replace(card, mark=mark) for mark in MARKS], "png")
    assert len(set(pictures)) == len(MARKS)


@pytest.mark.skipif(not can_typeset(), reason="Typst is an extra")
def test_volumes_draw_each_mark_differently() -> None:
    typst = pytest.importorskip("typst")
    page = b'#import "/look.typ": mark\n#mark(sys.inputs.mark)'
    pictures = {
        typst.compile(page, root=str(TEMPLATES), format="svg", sys_inputs={"mark": mark}) for mark in MARKS
    }
    assert len(pictures) == len(MARKS)
