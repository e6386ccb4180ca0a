"""The made-up records with the worst addresses that `check` lets pass, in every field that holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import TypeVar

from jsonschema import FormatChecker
from pydantic import TypeAdapter

from generator.corpus.corpus import Corpus, build_corpus
from generator.corpus.load import load_corpus
from generator.models import RECORD_KINDS, Prose
from generator.models.content import Content
from generator.models.fields import fields_of
from generator.models.model import Model
from generator.models.site import SiteAddress
from tests.support.paths import RECORDS

WORST = {
    "https://example.org/의안/제17호": "https://example.org/%EC%9D%98%EC%95%88/%EC%A0%9C17%ED%98%B8",
    "https://example.org/%EC%9D%98%EC%95%88": "https://example.org/%EC%9D%98%EC%95%88",
    "https://example.org/%EC%9D%98안?q=서가&r=%": "https://example.org/%EC%9D%98%EC%95%88?q=%EC%84%9C%EA%B0%80&r=%25",
    "https://example.org/100%/a%zz%2": "https://example.org/100%25/a%25zz%252",
    "https://example.org/a[1](2)'3';b=c,d": "https://example.org/a%5B1%5D(2)'3';b=c,d",
    "https://example.org/?a[]=1&b=2#셋째[4]": "https://example.org/?a%5B%5D=1&b=2#%EC%85%8B%EC%A7%B8%5B4%5D",
    "https://포럼.한국/": "https://xn--cm2bx42c.xn--3e0b707e/",
    "https://포럼.한국:8443/기록": "https://xn--cm2bx42c.xn--3e0b707e:8443/%EA%B8%B0%EB%A1%9D",
    "HTTPS://EXAMPLE.org/한": "https://example.org/%ED%95%9C",
    "https://[2001:db8::1]:8080/é": "https://[2001:db8::1]:8080/%C3%A9",
    "https://example.org/具月/🤖/مرحبا": (
        "https://example.org/%E5%85%B7%E6%9C%88/%F0%9F%A4%96/%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"
    ),
    "https://example.org/a#!/길?x=1": "https://example.org/a#!/%EA%B8%B8?x=1",
    "http://example.org": "http://example.org",
}
"""An address as people write it → in ASCII (RFC 3986, RFC 3987 section 3.1)."""

URI = re.compile(
    r"https?://(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]+)?"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|/|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
)
"""A web address as RFC 3986 allows it; without further packages jsonschema lets any `format: uri` pass."""

SITE = TypeAdapter(SiteAddress).validate_python("https://포럼.한국:8443/기록/")
"""What a site's address becomes when site.yml is read."""

FILE, FILE_ADDRESS = "2024/발표 #1 100%.pdf", f"{SITE}files/2024/%EB%B0%9C%ED%91%9C%20%231%20100%25.pdf"
"""A file that a record names, and where it is published."""

FORMATS = FormatChecker()


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or URI.fullmatch(value) is not None


@cache
def worst_corpus() -> Corpus:
    whole = load_corpus(RECORDS)
    addresses = cycle(WORST)
    kinds = {
        folder: {key: _with(record, addresses) for key, record in whole.by_kind[folder].items()}
        for folder in RECORD_KINDS
    }
    site = _with(whole.site, addresses).model_copy(update={"address": SITE})
    vocabulary = _with(whole.vocabulary, addresses)
    return build_corpus(Content(site, vocabulary, kinds, whole.pages, whole.files))


ModelT = TypeVar("ModelT", bound=Model)


def _with(model: ModelT, addresses: Iterator[str]) -> ModelT:
    changed: dict[str, object] = {}
    for held in fields_of(type(model)):
        value = getattr(model, held.name)
        if value is None:
            continue
        if held.kind in ("address", "licence"):
            changed[held.name] = next(addresses)
        elif held.kind == "file":
            changed[held.name] = FILE
        elif held.kind == "address_pattern":
            changed[held.name] = "https://포럼.한국/찾기/{}"
        elif held.kind == "prose":
            changed[held.name] = _with_links(value, addresses)
        elif held.kind == "part":
            parts = tuple(_with(one, addresses) for one in value) if held.several else _with(value, addresses)
            changed[held.name] = parts
    return model.model_copy(update=changed)


def _with_links(prose: object, addresses: Iterator[str]) -> object:
    """The last words of each text link to a bad address."""
    if isinstance(prose, tuple):
        return tuple(_with_links(one, addresses) for one in prose)
    assert isinstance(prose, Prose)
    said = {language: text for language in ("ko", "en") if (text := prose.in_language(language))}
    return prose.model_copy(
        update={language: f"{text} [여기](<{next(addresses)}>)" for language, text in said.items()}
    )
