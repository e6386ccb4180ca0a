"""Texts that stand for the wrong language, hold what is private, or are left from the sample."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.corpus.site_values import SITE_VALUES, unknown_placeholders
from generator.corpus.warnings.private import PrivateKind, contacts_in, emails_in
from generator.models import LANGUAGES, Record, Site, Text, Vocabulary
from generator.models.ids import ID_PATTERN
from generator.models.traverse import values_of
from generator.models.withdrawn import WITHDRAWN_PATH
from generator.parsing.messages import Message, message
from generator.parsing.problems import Field, suggestion

NAMES = ("publisher", "author", "licence", "locator", "venue", "actor", "addressees")
"""Fields whose Latin letters are as good in Korean: who somebody is, where something stands."""
_NAMED = ("content/speakers/", "content/organizations/")
SAMPLE_DESK = "desk@example.org"
_SAMPLE_HOSTS = re.compile(
    r"(.*\.)?(example\.(com|net|org|edu)|example|invalid|test|localhost)|127\.[0-9.]+|::1", re.IGNORECASE
)
_SAMPLE_REPOSITORY = re.compile(r"https?://git[^/]*/(example|owner)/.*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']+")
_LANGUAGE_FIELDS = ("lang", "language")
_FEWEST_WORDS = 2
"""Latin words that make a text for both languages English: `CEO` and `AI` are Korean too."""
_SENTENCE = 4
"""Those of a text below `ko:` that has an English one beside it, and so may be a name."""

_KINDS: Mapping[PrivateKind, str] = {
    "email": "warnings.email",
    "phone": "warnings.phone",
    "resident": "warnings.resident",
}


class WrittenText(NamedTuple):
    """A text of a record or of a page, as people wrote it."""

    path: str
    field: Field
    text: str


def texts_are_in_their_language(corpus: Corpus) -> Iterator[Finding]:
    """A text in one language's letters stands for that language, not for both or the other."""
    for record in _files(corpus):
        for field, text in values_of(record, Text):
            is_name = _is_name(record, field)
            if text.is_same_in_both:
                if told := _for_both(text.ko or "", is_name=is_name):
                    yield Finding(record.path, field, told)
            elif text.en and is_korean(text.en):
                yield Finding(record.path, (*field, "en"), message("warnings.korean_as_english"))
            elif text.ko and is_english(text.ko) and not is_name:
                yield Finding(record.path, (*field, "ko"), message("warnings.english_as_korean"))


def no_language_is_called_by_its_country(corpus: Corpus) -> Iterator[Finding]:
    """No text is in `kr`, which is Kanuri: Korean is `ko`, and KR is the country."""
    for record in _files(corpus):
        for field, code in values_of(record, str):
            if field[-1] in _LANGUAGE_FIELDS and code.partition("-")[0] == "kr":
                yield Finding(record.path, field, message("warnings.country_as_language", code=code))


def nothing_private_is_written(corpus: Corpus) -> Iterator[Finding]:
    """No text holds an e-mail address but the desk's, a telephone number or a resident number."""
    desk = corpus.site.contact.email.casefold()
    for written in _written(corpus):
        for kind, words in contacts_in(_ADDRESS.sub(_blank, written.text)):
            if kind != "email" or words.casefold() not in (desk, SAMPLE_DESK):
                told = message("warnings.private", what=message(_KINDS[kind]), words=words)
                yield Finding(written.path, written.field, told, words)


def nothing_is_left_of_the_sample(corpus: Corpus) -> Iterator[Finding]:
    """No address is one of the sample's: example.org and its like, or the sample's desk.

    But for the one that the archive is known as, which stays as it once was.
    """
    desk = corpus.site.contact.email.casefold()
    samples = {SAMPLE_DESK, desk} if _is_sample_email(desk) else {SAMPLE_DESK}
    for written in _written(corpus):
        for address in _ADDRESS.findall(written.text):
            if is_example_address(address) and written.field != ("known_as",):
                told = message("warnings.sample", address=address)
                yield Finding(written.path, written.field, told, address)
        for words in emails_in(written.text):
            if words.casefold() in samples:
                is_page = written.path.startswith("content/pages/")
                key = "warnings.sample_in_page" if is_page else "warnings.sample"
                yield Finding(written.path, written.field, message(key, address=words), words)


def placeholders_stand_for_something(corpus: Corpus) -> Iterator[Finding]:
    """A word in braces in a prose page stands for a value of site.yml."""
    known = [f"{{{name}}}" for name in SITE_VALUES]
    for page in corpus.pages:
        for word in dict.fromkeys(unknown_placeholders(page)):
            remedy = suggestion(word, known) or message("remedy.known", known=", ".join(known))
            told = message("warnings.placeholder", word=word, remedy=remedy)
            yield Finding(page.path, (), told, word)


def _files(corpus: Corpus) -> Iterator[Site | Vocabulary | Record]:
    yield corpus.site
    yield corpus.vocabulary
    yield from corpus.records


def _written(corpus: Corpus) -> Iterator[WrittenText]:
    """Every text, once where it is the same in both languages; addresses are texts too."""
    for record in _files(corpus):
        seen: set[tuple[Field, str]] = set()
        for field, text in values_of(record, str):
            if field[-1] == "identifier" or _is_id(text):
                continue
            place = field[:-1] if field[-1] in LANGUAGES else field
            if (place, text) not in seen:
                seen.add((place, text))
                yield WrittenText(record.path, field, text)
    for page in corpus.pages:
        yield WrittenText(page.path, (), f"{page.title}\n{page.written}")
    for number, gone in enumerate(corpus.withdrawn):
        for field, note in values_of(gone.note, str, (number, "note")):
            yield WrittenText(WITHDRAWN_PATH, field, note)


def _is_name(record: Site | Vocabulary | Record, field: Field) -> bool:
    """Whether it is what somebody, some body or a source calls itself; a forum's name can be translated."""
    is_title = record.path.startswith("content/sources/") and field[0] == "title"
    is_called = record.path.startswith(_NAMED) and field[0] == "name"
    return is_title or is_called or any(step in NAMES for step in field)


def _is_id(text: str) -> bool:
    """Whether it is an id, and no number that looks like one."""
    return re.fullmatch(ID_PATTERN, text) is not None and re.search("[a-z]", text) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def is_example_address(address: str) -> bool:
    """Whether it is at a host that stands for any other, or for this machine."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(_SAMPLE_HOSTS.fullmatch(host) or _SAMPLE_REPOSITORY.match(f"{address}/"))


def _is_sample_email(email: str) -> bool:
    return bool(_SAMPLE_HOSTS.fullmatch(email.rpartition("@")[2]))


def _for_both(text: str, *, is_name: bool) -> Message | None:
    """What is said of a text for both languages that is in one."""
    if re.search("[가-힣]", text):
        return message("warnings.only_korean")
    return message("warnings.only_english") if not is_name and is_english(text, _FEWEST_WORDS) else None


def is_korean(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all("HANGUL" in unicodedata.name(char, "") for char in letters)


def is_english(text: str, fewest: int = _SENTENCE) -> bool:
    """Whether it has Latin words, of which some are no abbreviations, and no other letters."""
    bare = _ADDRESS.sub(_blank, text)
    words = re.findall("[A-Za-z]{2,}", bare)
    others = any(char.isalpha() and "LATIN" not in unicodedata.name(char, "") for char in bare)
    return len(words) >= fewest and not others and any(not word.isupper() for word in words)
