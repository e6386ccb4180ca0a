"""Problems of records, in words by which the record's writer can mend them, and their output formats."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from generator.parsing.messages import (
    Message,
    Speech,
    as_plain_values,
    in_words,
    message,
    shortened,
)

Field = tuple[str | int, ...]
"""The path to a value in a record: `("history", 1, "status")`; empty for the record as a whole."""

MOST_PROBLEMS = 100
"""After so many the rest of a file is not checked: nobody reads on, and a hostile file has a million."""
MOST_PROBLEMS_IN_ALL = 1_000
"""After so many the other files are not opened, for the same reason."""


Level = Literal["error", "warning"]
"""An error keeps a site from being built; a warning tells of what is likely wrong."""


@dataclass(frozen=True, order=True)
class Problem:
    """A problem at a place in a file; lines and columns count from 1."""

    path: str
    line: int
    column: int
    field: str
    message: Message
    level: Level = "error"
    name: str = ""
    """What a warning is called where records silence it; it keeps the name as an error of `--strict`."""

    def __str__(self) -> str:
        return self.line_in("en")

    def line_in(self, language: Speech) -> str:
        """`content/site.yml:3:7: name.ko: is missing; write it`, in a language."""
        level = f"{in_words(message('problems.warning'), language)}: " if self.level == "warning" else ""
        return visible(f"{self.path}:{self.line}:{self.column}: {level}{self.words_in(language)}")

    def words_in(self, language: Speech) -> str:
        """The field, if it is of one, the message, and the name of a warning."""
        words = in_words(self.message, language) + (f" [{self.name}]" if self.name else "")
        return f"{self.field}: {words}" if self.field else words


class Problems(Exception):
    """All problems, as `in_order` has them. When it is raised, nothing is written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors, then warnings, each sorted by place; without duplicates, and at most a thousand."""
    distinct = sorted(set(problems), key=lambda problem: (problem.level, problem))
    if len(distinct) > MOST_PROBLEMS_IN_ALL:
        more = message("problems.more", most=MOST_PROBLEMS_IN_ALL)
        level = distinct[MOST_PROBLEMS_IN_ALL].level
        distinct[MOST_PROBLEMS_IN_ALL:] = [Problem("content", 1, 1, "", more, level)]
    return tuple(distinct)


def field_name(field: Field) -> str:
    """A field's path as people write it: `history[1].status`."""
    name = ""
    for step in field:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            name += ("." if name else "") + shortened(step, _LONGEST_WORD)
    return name


_LONGEST_WORD = 100
"""Characters of a word that gets a suggestion, or of a field's name in a message."""


def suggestion(wrong: str, valid: Iterable[str]) -> Message | None:
    """`; did you mean 'adopted'?` where a valid word is close to the wrong one, else None."""
    if len(wrong) > _LONGEST_WORD:
        return None
    folded = {unicodedata.normalize("NFKC", word).casefold(): word for word in sorted(valid)}
    asked = unicodedata.normalize("NFKC", wrong).casefold()
    close = difflib.get_close_matches(asked, _neighbours(asked, folded), n=1, cutoff=0.6)
    return message("remedy.mean", word=folded[close[0]]) if close else None


_MOST_COMPARED = 400
"""Words that are compared letter by letter: ten thousand take a fifth of a second, for each wrong one."""


def _neighbours(asked: str, words: Collection[str]) -> Iterable[str]:
    """Of very many words those that begin or end most like the one that is asked for."""
    if len(words) <= _MOST_COMPARED:
        return words
    near: dict[str, None] = {}
    for step in (1, -1):
        ordered = sorted(word[::step] for word in words)
        place = bisect(ordered, asked[::step])
        beside = ordered[max(0, place - _MOST_COMPARED // 4) : place + _MOST_COMPARED // 4]
        near |= dict.fromkeys(word[::step] for word in beside)
    return near


def visible(text: str) -> str:
    """Text on one line, with control characters and log commands escaped as U+XXXX."""
    text = _LOG_COMMAND.sub(lambda command: f"{command[0][:-1]}<U+{ord(command[0][-1]):04X}>", text)
    if text.isprintable():
        return text
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in _ESCAPED_CATEGORIES else char for char in text
    )


# In logs ::error:: is a command at the beginning of a line, and ##[error] or ##vso[…] are anywhere in it
# (actions/runner, ActionCommand.TryParseV2 and TryParse; azure-pipelines-agent, Command.TryParse).
_LOG_COMMAND = re.compile(r"^\s*::|##(?=\w*\[)")
_ESCAPED_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def problems_as_text(problems: Iterable[Problem], language: Speech = "en") -> str:
    """`path:line:column: field: message`, one line each."""
    return "".join(f"{problem.line_in(language)}\n" for problem in problems)


def problems_as_github(problems: Iterable[Problem], language: Speech = "en") -> str:
    """GitHub's workflow commands, which show each problem beside the line in a pull request.

    The escapes are those of GitHub's own toolkit (actions/toolkit, packages/core/src/command.ts).
    """
    return "".join(
        f"::{problem.level} file={_property(problem.path)},line={problem.line},col={problem.column}"
        f"::{_data(problem.words_in(language))}\n"
        for problem in problems
    )


def problems_as_json(problems: Iterable[Problem], language: Speech = "en") -> str:
    """A list of objects with the keys path, line, column, field, level, name, key, values and message.

    `level` is `error` or `warning`, `name` what a warning is called. `key` and `values` are for programs and
    the same in both languages, `message` is for people. In ASCII with escapes, since a file's name may hold
    bytes that no encoding can print.
    """
    objects = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "level": problem.level,
            "name": problem.name,
            "key": problem.message.key,
            "values": as_plain_values(problem.message),
            "message": in_words(problem.message, language),
        }
        for problem in problems
    ]
    return _as_json(objects)


def problems_as_gitlab(problems: Iterable[Problem], language: Speech = "en") -> str:
    """GitLab's code quality report, which it shows beside the lines of a merge request.

    A problem has the same fingerprint as long as it is the same, whatever its line, so that GitLab can tell
    which ones a merge request brings (docs.gitlab.com/ci/testing/code_quality).
    """
    reported = []
    for problem in problems:
        same = (problem.path, problem.field, problem.name, repr(problem.message))
        reported.append(
            {
                "description": visible(problem.words_in(language)),
                "check_name": problem.name or problem.message.key,
                "fingerprint": sha256("\n".join(same).encode(errors="surrogatepass")).hexdigest(),
                "severity": "major" if problem.level == "error" else "minor",
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
        )
    return _as_json(reported)


PROBLEM_FORMATS: dict[str, Callable[[Iterable[Problem], Speech], str]] = {
    "text": problems_as_text,
    "github": problems_as_github,
    "gitlab": problems_as_gitlab,
    "json": problems_as_json,
}


def _as_json(objects: Iterable[object]) -> str:
    text = json.dumps(list(objects), indent=2) + "\n"
    return text.replace("##", r"#\u0023")  # The same JSON, without commands to a log.


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
