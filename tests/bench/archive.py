"""The records of a made-up archive, drawn by dice that fall the same way each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from generator.models import Vocabulary
from tests.bench.wording import BODIES, DEEDS, NAMES, SENTENCES, SUBJECTS

Record = Mapping[str, object]
Text = dict[str, str]

FIRST_DAY = date(2016, 3, 2)
DAYS = 1_800
"""How long forums were held; the newest was last looked at 2,000 days after the last of them."""
PROPOSALS_OF_A_FORUM = 20


@dataclass(frozen=True)
class Sizes:
    """How many records of each kind."""

    forums: int
    speakers: int
    organizations: int
    sources: int
    proposals: int


class Archive:
    """Records that agree with each other."""

    def __init__(self, sizes: Sizes, vocabulary: Vocabulary) -> None:
        self._sizes = sizes
        self._topics = [topic.id for topic in vocabulary.topics]
        self._next = {status.id: status.next for status in vocabulary.statuses}
        self._first = next(status.id for status in vocabulary.statuses if status.first)
        self._series = [series.id for series in vocabulary.series]

    def records(self) -> Iterator[tuple[str, Record]]:
        """Path below content/ and content of every record."""
        for number in range(self._sizes.sources):
            yield f"sources/{_source(number)}.yml", self._made_source(number)
        for number in range(self._sizes.organizations):
            yield f"organizations/{_organization(number)}.yml", self._made_organization(number)
        for number in range(self._sizes.speakers):
            yield f"speakers/{_speaker(number)}.yml", self._made_speaker(number)
        for number in range(self._sizes.forums):
            yield f"forums/{_forum(number)}.yml", self._made_forum(number)
        for number in range(self._sizes.proposals):
            yield f"proposals/{self._proposal(number)}.yml", self._made_proposal(number)

    def _made_source(self, number: int) -> Record:
        dice = _dice("source", number)
        issued = _day(number * 26)
        return {
            "type": dice.choice(["article-newspaper", "report", "webpage"]),
            "title": _title(dice),
            "publisher": _organization_name(number),
            "issued": issued.isoformat(),
            "accessed": (issued + timedelta(days=dice.randrange(400))).isoformat(),
            "url": f"https://news.example.org/{issued:%Y/%m/%d}/{number}",
            "language": "ko",
        }

    def _made_organization(self, number: int) -> Record:
        dice = _dice("organization", number)
        return {
            "name": _organization_name(number),
            "classification": BODIES[number % len(BODIES)][2],
            "abstract": _prose(dice, 1),
            "links": [{"url": f"https://{_organization(number)}.example.org/"}],
        } | ({"parent": _organization(number // 2)} if number % 5 == 4 else {})

    def _made_speaker(self, number: int) -> Record:
        dice = _dice("speaker", number)
        family, given = NAMES[number % len(NAMES)], NAMES[number // len(NAMES) % len(NAMES)]
        times = number // len(NAMES) ** 2
        return {
            "name": {
                "ko": f"{family[0]} {given[0]}{times or ''}",
                "en": f"{family[1]} {given[1]}{f' {times}' if times else ''}",
            },
            "memberships": [{"organization": self._some_organization(dice), "position": _position(dice)}],
            "biography": _prose(dice, 2),
            "sources": [self._some_source(dice)],
        }

    def _made_forum(self, number: int) -> Record:
        dice = _dice("forum", number)
        subject = dice.choice(SUBJECTS)
        return {
            "name": {
                "ko": f"제{number + 1}회 {subject[0]} 정책 포럼",
                "en": f"Policy Forum No. {number + 1} on {subject[1]}",
            },
            "classification": dice.choice(["policy-forum", "hearing", "seminar"]),
            "start_date": _day_of(number).isoformat(),
            "start_time": "10:00",
            "venue": {"name": {"ko": "달무리 큰마당", "en": "Dalmuri Great Court"}},
            "organizers": [{"organization": self._some_organization(dice), "role": "host"}],
            "series": self._series[0],
            "abstract": _prose(dice, 3),
            "highlights": [_sentence(dice) for _ in range(3)],
            "sessions": [self._made_session(number, session, dice) for session in range(3)],
            "figures": [
                {
                    "label": _title(dice),
                    "value": dice.randrange(2, 900),
                    "scale": "billion",
                    "unit": "KRW",
                    "sources": [self._some_source(dice)],
                }
                for _ in range(3)
            ],
            "sources": [
                self._some_source(dice),
                {"source": self._some_source(dice), "locator": {"ko": "3쪽", "en": "p. 3"}},
            ],
        }

    def _made_session(self, forum: int, session: int, dice: Random) -> Record:
        return {
            "id": f"session-{session + 1}",
            "name": {"ko": f"발표 {session + 1}", "en": f"Presentation {session + 1}"},
            "classification": "presentation",
            "contributions": [
                {
                    "person": person,
                    "organization": self._some_organization(dice),
                    "role": "presenter",
                    "position": _position(dice),
                    "summary": _prose(dice, 2),
                    "statements": [
                        {"kind": "view", "text": _sentence(dice), "sources": [self._some_source(dice)]}
                    ],
                    "sources": [self._some_source(dice)],
                }
                for person in self._people_at(forum)[session::3]
            ],
        }

    def _made_proposal(self, number: int) -> Record:
        dice = _dice("proposal", number)
        forum = self._forum_of(number)
        relations = [
            {
                "type": dice.choice(["supports", "amends", "related"]),
                "proposal": self._proposal(dice.randrange(number)),
            }
            for _ in range(number > 0 and dice.randrange(4) == 0)
        ]
        return {
            "forum": _forum(forum),
            "session": f"session-{dice.randrange(3) + 1}",
            "title": _title(dice),
            "abstract": _prose(dice, 2),
            "rationale": _prose(dice, 4),
            "proposers": [{"person": dice.choice(self._people_at(forum))}],
            "addressees": [
                {"organization": self._some_organization(dice)},
                {"name": {"ko": "여러 도시", "en": "Several cities"}},
            ],
            "topics": dice.sample(self._topics, 2),
            "history": list(self._steps(forum, dice)),
            "relations": relations,
            "checked": (_day_of(forum) + timedelta(days=2_000)).isoformat(),
            "sources": [self._some_source(dice)],
        }

    def _steps(self, forum: int, dice: Random) -> Iterator[Record]:
        day, status = _day_of(forum), self._first
        yield {"date": day.isoformat(), "status": status}
        for _ in range(dice.randrange(4)):
            if not self._next[status]:
                return
            day, status = day + timedelta(days=dice.randrange(30, 300)), dice.choice(self._next[status])
            yield {
                "date": day.isoformat(),
                "status": status,
                "note": _prose(dice, 1),
                "actor": {"organization": self._some_organization(dice)},
                "sources": [self._some_source(dice)],
            }

    def _people_at(self, forum: int) -> list[str]:
        """Nine of them; who comes to one forum comes to another one later."""
        return sorted({_speaker((forum * 8 + person) % self._sizes.speakers) for person in range(9)})

    def _forum_of(self, proposal: int) -> int:
        return proposal // PROPOSALS_OF_A_FORUM % self._sizes.forums

    def _proposal(self, number: int) -> str:
        turn = number // (PROPOSALS_OF_A_FORUM * self._sizes.forums)
        place = turn * PROPOSALS_OF_A_FORUM + number % PROPOSALS_OF_A_FORUM + 1
        return f"{_forum(self._forum_of(number))}-{place}"

    def _some_source(self, dice: Random) -> str:
        return _source(dice.randrange(self._sizes.sources))

    def _some_organization(self, dice: Random) -> str:
        return _organization(dice.randrange(self._sizes.organizations))


def _dice(kind: str, number: int) -> Random:
    return Random(f"{kind} {number}")  # noqa: S311 - what is made up is no secret


def _source(number: int) -> str:
    return f"gazette-{number + 1}"


def _organization(number: int) -> str:
    return f"body-{number + 1}"


def _speaker(number: int) -> str:
    return f"person-{number + 1}"


def _forum(number: int) -> str:
    return f"{_day_of(number).year}-forum-{number + 1}"


def _day_of(forum: int) -> date:
    return _day(forum * 60)


def _day(days: int) -> date:
    """So many days after the first one, begun anew after a while: whatever follows has happened by now."""
    return FIRST_DAY + timedelta(days=days % DAYS)


def _organization_name(number: int) -> Text:
    name, body = NAMES[number // len(BODIES) % len(NAMES)], BODIES[number % len(BODIES)]
    times = number // (len(NAMES) * len(BODIES))
    return {
        "ko": f"{name[0]} {body[0]}{times or ''}",
        "en": f"{name[1]} {body[1]}{f' {times}' if times else ''}",
    }


def _position(dice: Random) -> Text:
    return dice.choice(
        [{"ko": "선임 연구원", "en": "Senior Researcher"}, {"ko": "부서장", "en": "Head of Department"}]
    )


def _title(dice: Random) -> Text:
    deed, subject = dice.choice(DEEDS), dice.choice(SUBJECTS)
    return {"ko": f"{subject[0]}에 관해 {deed[0]}", "en": f"{deed[1]} {subject[1]}"}


def _sentence(dice: Random) -> Text:
    korean, english = dice.choice(SENTENCES)
    return {"ko": korean, "en": english}


def _prose(dice: Random, sentences: int) -> Text:
    chosen = dice.sample(SENTENCES, sentences)
    korean, english = (list(texts) for texts in zip(*chosen, strict=True))
    if sentences < 4:
        return {"ko": " ".join(korean), "en": " ".join(english)}
    korean[0], english[0] = f"**{korean[0]}**", f"**{english[0]}**"
    return {"ko": "\n\n".join(korean), "en": "\n\n- ".join(english)}
