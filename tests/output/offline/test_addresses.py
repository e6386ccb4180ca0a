"""Where the addresses of a page lead when it is opened from a folder."""

from __future__ import annotations

import pytest

from generator.output.offline.addresses import address_in_copy, address_on_web
from generator.output.verify.resolve import BuiltSite

PAGE = "en/forums/one/index.html"
FILES = frozenset({"index.html", PAGE, "files/한 글.pdf", "calendars/all.ics", "p/1/index.html"})
SITE = BuiltSite(FILES, {"ko": "", "en": "en/"}, "/forum/", "https://example.org/forum/")


@pytest.mark.parametrize(
    ("address", "in_copy"),
    [
        ("../two/", "../two/index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../../", "../../index.html"),
        ("./", "./index.html"),
        ("../two/?status=done&year=2024#list", "../two/index.html?status=done&year=2024#list"),
        ("..?q=a/b", "../index.html?q=a/b"),
        ("../../files/%ED%95%9C%20%EA%B8%80.pdf", "../../files/%ED%95%9C%20%EA%B8%80.pdf"),
        ("cover.jpg", "cover.jpg"),
        ("#top", "#top"),
        ("?q=x", "?q=x"),
        ("", ""),
    ],
)
def test_an_address_of_a_folder_names_its_index(address: str, in_copy: str) -> None:
    assert address_in_copy(address, PAGE, SITE) == in_copy


@pytest.mark.parametrize(
    ("address", "in_copy"),
    [
        ("https://example.org/forum/p/1/", "../../../p/1/index.html"),
        ("https://example.org/forum/p/1/?a=1#b", "../../../p/1/index.html?a=1#b"),
        ("/forum/", "../../../index.html"),
        ("/forum/files/%ED%95%9C%20%EA%B8%80.pdf", "../../../files/%ED%95%9C%20%EA%B8%80.pdf"),
        ("//example.org/forum/p/1/", "../../../p/1/index.html"),
        ("webcal://example.org/forum/calendars/all.ics", "../../../calendars/all.ics"),
    ],
)
def test_an_address_of_the_site_starts_at_the_page(address: str, in_copy: str) -> None:
    assert address_in_copy(address, PAGE, SITE) == in_copy


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/elsewhere/",
        "https://other.example/",
        "https://example.org/forum/not-there/",
        "mailto:desk@example.org?subject=a/",
        "tel:+8221234",
    ],
)
def test_other_addresses_stay(address: str) -> None:
    assert address_in_copy(address, PAGE, SITE) == address


def test_a_page_knows_its_address_on_the_web() -> None:
    assert address_on_web(PAGE, SITE) == "https://example.org/forum/en/forums/one/"
    assert address_on_web("index.html", SITE) == "https://example.org/forum/"
    with pytest.raises(ValueError, match="no address"):
        address_on_web(PAGE, BuiltSite(FILES, {"ko": ""}))
