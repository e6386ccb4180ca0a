"""How many entries a list of a record has at most.

Pages and files are made of each entry, often with all others of the list beside it; so what one record costs
stays small, and whoever needs more is told so.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Field

Item = TypeVar("Item")

FEW = 30
"""Of what each record has a handful: other names, former ids, topics, statuses."""
ASKED = 50
"""Of those who are asked: the page and the feed of each name all others."""
ASKING = 100
"""Of those who ask: the page of each names all who are asked."""
MANY = 200
"""Of what fills a long record: the contributions of a session, the steps of a history."""
MOST_TAKEN_OUT = 1_000
"""In content/withdrawn.yml, which only grows: each is a page or two that say the same."""
MOST_CONTRIBUTIONS = 500
"""In all sessions of a forum, co-speakers too: its page names each of them."""

Few = Annotated[tuple[Item, ...], Field(max_length=FEW)]
Many = Annotated[tuple[Item, ...], Field(max_length=MANY)]

NotEmpty = Field(min_length=1)
"""Annotates a list that has at least one entry."""
