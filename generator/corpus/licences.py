"""The terms of records and documents: their names, their addresses, and what was meant by wrong ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.corpus.corpus import Corpus
from generator.models import LicenceWord, Text
from generator.models.licences import address_of_spdx, is_address_of_terms, spdx_id
from generator.parsing.addresses import uri_of

USUAL = (
    "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0",
    "CC-BY-NC-ND-4.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "GFDL-1.3-or-later", "MIT", "Apache-2.0",
)  # fmt: skip
"""Ids of SPDX that texts, pictures and data mostly have."""
_WORDS: Mapping[str, str] = {
    "creative commons": "CC", "크리에이티브 커먼즈": "CC", "attribution": "BY", "저작자표시": "BY",
    "sharealike": "SA", "share alike": "SA", "동일조건변경허락": "SA", "noncommercial": "NC",
    "non commercial": "NC", "비영리": "NC", "noderivatives": "ND", "no derivatives": "ND", "noderivs": "ND",
    "변경금지": "ND", "public domain dedication": "CC0", "zero": "0", "licence": "", "license": "",
    "international": "", "unported": "", "국제": "", "라이선스": "",
    "이용허락": "", "the": "", "대한민국": "KR",
}  # fmt: skip
"""What licences are called in words → in SPDX."""


class TermsOfUse(NamedTuple):
    """What terms are called, and their address in ASCII."""

    label: Text | str
    url: str


def terms_of_use(corpus: Corpus, written: str) -> TermsOfUse:
    """Of a record or document, as its `license` says; the rules have let it pass."""
    if word := corpus.licences.get(written):
        return TermsOfUse(word.label, uri_of(word.url))
    return TermsOfUse(written, uri_of(written) if is_address_of_terms(written) else address_of_spdx(written))


def are_known(written: str, licences: Mapping[str, LicenceWord]) -> bool:
    return written in licences or is_address_of_terms(written) or spdx_id(written) == written


def are_several(written: str, licences: Mapping[str, LicenceWord]) -> bool:
    """Whether it joins terms that are known, or meant, as SPDX does: `CC-BY-4.0 AND kogl-1`."""
    parts = re.split(r"\s+(?:OR|AND|WITH)\s+", written, flags=re.IGNORECASE)
    return len(parts) > 1 and all(are_known(part, licences) or terms_meant(part, licences) for part in parts)


def terms_meant(written: str, licences: Mapping[str, LicenceWord]) -> str | None:
    """What is meant by terms that are nowhere: `CC-BY-4.0` by `CC BY 4.0`, `kogl-1` by `공공누리 제1유형`."""
    found = (spdx_id(candidate) for candidate in _spellings(written))
    others = (_called(written, licences), *found, _kogl(written, licences), _korean_port(written))
    return next(filter(None, others), _with_scheme(written))


def _called(written: str, licences: Mapping[str, LicenceWord]) -> str | None:
    """The id of terms that the vocabulary calls so."""
    texts = ((key, text) for key, word in licences.items() for text in (word.label.ko, word.label.en))
    return next((key for key, text in texts if text and text.casefold() == written.casefold()), None)


def _with_scheme(written: str) -> str | None:
    """The address that lacks its beginning: `creativecommons.org/licenses/by/4.0/`."""
    return f"https://{written}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+/\S*", written, re.ASCII) else None


def _korean_port(written: str) -> str | None:
    """The address of a licence of Creative Commons Korea, which SPDX does not list: `CC BY 2.0 KR`."""
    found = re.search(r"(BY(?:-NC)?(?:-SA|-ND)?)-(2\.0)(?:-KR)", _joined(written))
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/kr/" if found else None


def _kogl(written: str, licences: Mapping[str, LicenceWord]) -> str | None:
    """공공누리 (KOGL) by the number of its type."""
    numbers = set(re.findall(r"(?:공공누리|kogl)[^0-9]*([1-4])(?![0-9])", written, re.IGNORECASE))
    key = f"kogl-{numbers.pop()}" if len(numbers) == 1 else ""
    return key if key in licences else None


def _joined(written: str) -> str:
    """The words of terms as SPDX joins them."""
    words = (
        re.sub(r"[\s_,/()\u2010-\u2015-]+", " ", unicodedata.normalize("NFKC", written)).strip().casefold()
    )
    for name, part in _WORDS.items():
        words = words.replace(name, f" {part} ")
    return "-".join(words.split()).upper().replace("CC-0", "CC0")


def _spellings(written: str) -> Iterator[str]:
    joined = _joined(written)
    yield written
    yield joined
    joined = re.sub("^BY-", "CC-BY-", f"{joined}-").rstrip("-")
    yield joined
    yield re.sub(r"-(\d)$", r"-\1.0", joined)
    yield f"{joined}-{'1.0' if joined == 'CC0' else '4.0'}"
