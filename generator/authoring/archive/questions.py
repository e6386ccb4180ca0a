"""The questions that `proceedings init` asks for a new archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from generator.authoring.question import Question, answer_of_type, in_both_languages
from generator.corpus.warnings.texts import SAMPLE_DESK, is_english, is_korean
from generator.models.texts import as_line
from generator.models.values import Email, WebAddress
from generator.parsing.addresses import wrong_folder_address
from generator.parsing.languages import Language
from generator.parsing.messages import Message, Refused, message

HOSTS = {
    "none": "",
    "github": "GitHub Pages",
    "gitlab": "GitLab Pages",
    "forgejo": "Forgejo/Codeberg Pages",
    "netlify": "Netlify",
    "cloudflare": "Cloudflare Pages",
    "nginx": "nginx",
}
"""Where an archive can be published, with what is there called; each has its files in hosts/."""

SAMPLE_ADDRESS = "https://forum.example.org/"


def as_folder_address(text: str) -> str:
    """The address of a folder on a host; the slash at its end is added where it lacks."""
    address = answer_of_type(WebAddress)(text)
    parts = urlsplit(address)
    if not parts.query and not parts.fragment and not address.endswith(("/", "?", "#")):
        address += "/"
    if wrong := wrong_folder_address(address):
        raise Refused(wrong)
    return address


def _text_in(language: Language, flag: str) -> Callable[[str], str]:
    """A function that reads a line in the language, and refuses one that is in the other."""
    is_other, wrong = {
        "ko": (is_english, "init.korean"),
        "en": (is_korean, "init.english"),
    }[language]

    def read(text: str) -> str:
        line = as_line(text)
        if is_other(line):
            raise Refused(message(wrong, text=line, flag=flag))
        return line

    return read


def _in_each_language(name: str, what: Message) -> Iterator[Question[None]]:
    """The questions for a name in Korean and in English, of which one is enough."""
    ko, en = in_both_languages(name, what)
    yield replace(ko, parse=_text_in("ko", f"--{name}-en"), also=name)
    yield replace(en, parse=_text_in("en", f"--{name}-ko"))


ARCHIVE_QUESTIONS: tuple[Question[None], ...] = (
    *_in_each_language("name", message("ask.archive_name")),
    *_in_each_language("publisher", message("ask.archive_publisher")),
    Question(
        "address",
        message("ask.archive_address"),
        as_folder_address,
        default=lambda _known, _answers: SAMPLE_ADDRESS,
        default_if_unasked=True,
    ),
    Question(
        "email",
        message("ask.archive_email"),
        answer_of_type(Email),
        default=lambda _known, _answers: SAMPLE_DESK,
        default_if_unasked=True,
    ),
    Question(
        "host",
        message("ask.archive_host"),
        words=tuple(HOSTS),
        default=lambda _known, _answers: "none",
        default_if_unasked=True,
    ),
)
