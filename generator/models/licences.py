"""Terms under which a record or a document may be used, where they are not the site's."""

from __future__ import annotations

import re
from typing import Annotated

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from pydantic import BeforeValidator, WithJsonSchema

from generator.models.labelled import Labelled
from generator.models.model import wrong
from generator.models.texts import as_line
from generator.models.values import WebAddress
from generator.parsing.addresses import wrong_address


def _as_terms(value: object) -> str:
    text = as_line(value)
    if is_address_of_terms(text) and (reason := wrong_address(text)):
        raise wrong(reason)
    return text


def is_address_of_terms(text: str) -> bool:
    """Whether the terms are given by their web address."""
    return re.match("https?:", text, re.IGNORECASE) is not None


Terms = Annotated[str, BeforeValidator(_as_terms), WithJsonSchema({"type": "string", "minLength": 1})]
"""An id of SPDX such as `CC-BY-4.0`, a web address, or an id of `licences` in vocabulary.yml."""


class LicenceWord(Labelled):
    """Terms under which something may be used, and their address."""

    url: WebAddress


def spdx_id(text: str) -> str | None:
    """The id of the SPDX License List as it is spelled there; None if it is none, or more than one."""
    if not re.fullmatch("[A-Za-z0-9.-]+", text) or text.lower().startswith("licenseref"):
        return None
    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return None


_CREATIVE_COMMONS = re.compile(
    r"CC-(?P<kind>BY(?:-NC)?(?:-ND|-SA)?)-(?P<version>[0-9.]+)(?:-(?P<port>[A-Z]{2,3}|IGO))?"
)


def address_of_spdx(key: str) -> str:
    """Where the terms stand: those of Creative Commons at home, any other at SPDX."""
    home = "https://creativecommons.org/"
    if key == "CC0-1.0":
        return f"{home}publicdomain/zero/1.0/"
    if found := _CREATIVE_COMMONS.fullmatch(key):
        port = f"{found['port'].lower()}/" if found["port"] else ""
        return f"{home}licenses/{found['kind'].lower()}/{found['version']}/{port}"
    return f"https://spdx.org/licenses/{key}.html"
