"""Talks have ids and titles of their own, and hours within those of their sessions."""

from __future__ import annotations

import pytest

from generator.corpus.rules.talks import former_addresses_are_few, talks_lie_within_sessions
from generator.corpus.schedule import session_span, talk_span
from generator.parsing.yaml_parser import Tree
from tests.support.made_up_talks import corpus_of_talks, held, many, talk
from tests.support.small_corpus import corpus

NIGHT: dict[str, Tree] = {"start_time": "23:00", "end_time": "01:00"}
DAY: dict[str, Tree] = {"start_time": "10:00", "end_time": "12:00"}


@pytest.mark.parametrize(
    ("session", "hours", "wrong"),
    [
        (DAY, ("10:00", "12:00"), []),
        (DAY, ("09:59", "10:30"), ["start_time"]),
        (DAY, ("11:30", "12:01"), ["end_time"]),
        (DAY, ("12:00", None), ["start_time"]),
        (DAY, ("11:00", "10:30"), ["end_time"]),
        (DAY, ("11:00", "11:00"), ["end_time"]),
        (DAY, (None, "09:00"), ["end_time"]),
        (NIGHT, ("23:30", "00:10"), []),
        (NIGHT, ("00:10", "01:00"), []),
        (NIGHT, ("00:10", "01:10"), ["end_time"]),
        (NIGHT, ("22:30", "23:10"), ["start_time"]),
        ({"start_time": "23:00", "end_time": "24:00"}, ("23:30", "24:00"), []),
        ({"start_time": "23:00", "end_time": "24:00"}, ("23:30", "00:00"), []),
        ({"start_time": "23:00", "end_time": "24:00"}, ("23:30", "00:10"), ["end_time"]),
        ({"start_time": "23:00", "end_time": "00:00"}, ("23:30", "24:00"), []),
        ({"start_time": "23:00"}, ("23:30", "00:10"), []),
        ({}, ("09:00", "10:00"), []),
    ],
)
def test_hours(session: dict[str, Tree], hours: tuple[str | None, str | None], wrong: list[str]) -> None:
    given: dict[str, Tree] = {
        name: hour for name, hour in zip(("start_time", "end_time"), hours, strict=True) if hour
    }
    found = talks_lie_within_sessions(corpus_of_talks(talk(person="p", **given), **session))
    assert [finding.field[-1] for finding in found] == wrong


def test_an_hour_past_midnight_is_the_next_days() -> None:
    forum = held(talk(person="p", start_time="00:10", end_time="00:40"), **NIGHT)
    (session,) = forum.sessions
    span, whole = talk_span(forum, session, session.contributions[0]), session_span(forum, session)
    assert span
    assert whole
    assert str(span.begins) == "2024-06-13 00:10:00"
    assert span.ends
    assert whole.ends
    assert span.ends < whole.ends


def test_former_ids_are_few_where_talks_are_many() -> None:
    forum = held(*many(100))
    few = forum.model_copy(update={"redirect_from": tuple(f"f-{n}" for n in range(10))})
    more = forum.model_copy(update={"redirect_from": tuple(f"f-{n}" for n in range(11))})
    assert not list(former_addresses_are_few(corpus(few)))
    (finding,) = former_addresses_are_few(corpus(more))
    assert dict(finding.message.values)["most"] == 10
