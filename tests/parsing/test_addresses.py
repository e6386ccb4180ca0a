"""Web addresses: which lead nowhere, and how they are written in ASCII."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.addresses import uri_of, wrong_address

SOUND = [
    "https://a.example/", "http://a.example:8080/b?c=d#e", "https://한글.example/길?물음=답#조각", "https://[::1]:1/",
    "https://127.0.0.1/", "https://a_b.example./", "https://localhost", "HTTPS://A.example/a//b/../c",
]  # fmt: skip


@pytest.mark.parametrize("address", SOUND)
def test_an_address_that_may_lead_somewhere_is_taken(address: str) -> None:
    assert wrong_address(address) is None


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://a.example:0/", "ports are 1 to 65535"),
        ("https://a.example:65536/", "ports are 1 to 65535"),
        ("https://a.example:b/", "ports are 1 to 65535"),
        ("https://a..example/", "no host can be called 'a..example'"),
        ("https://.example/", "no host can be called '.example'"),
        ("https://-a.example/", "no host can be called '-a.example'"),
        (f"https://{'a' * 64}.example/", "no host can be called 'aaa"),
        (f"https://{'가' * 64}.example/", "no host can be called '가가"),
        (f"https://{'a.' * 127}example/", "no host can be called 'a.a"),
        ("https://1.2.3.256/", "no host can be called '1.2.3.256'"),
        ("https://1.2/", "no host can be called '1.2'"),
        ("https://a%2eb/", "no host can be called 'a%2eb'"),
        ("https:///a", "is not a web address"),
        ("https://a@b.example/", "is not a web address"),
        (f"https://a.example/{'b' * 2_000}", "is not a web address"),
    ],
)
def test_one_that_leads_nowhere_is_told(address: str, wrong: str) -> None:
    assert wrong in str(wrong_address(address))


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (
            "https://한글.example/길/?가=나#다",
            "https://xn--bj0bj06e.example/%EA%B8%B8/?%EA%B0%80=%EB%82%98#%EB%8B%A4",
        ),
        ("https://a.example/%EA%B8%B8%", "https://a.example/%EA%B8%B8%25"),
        ("HTTPS://A.Example:80/B", "https://a.example:80/B"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://a.example", "https://a.example"),
        ("https://a.example/b//c/../d;e?f=g&h", "https://a.example/b//c/../d;e?f=g&h"),
    ],
)
def test_the_form_in_ascii(address: str, written: str) -> None:
    assert uri_of(address) == written


@given(path=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=20))
def test_an_address_in_ascii_stays_as_it_is(path: str) -> None:
    address = f"https://한글.example:1/{path}"
    if wrong_address(address) is None:
        written = uri_of(address)
        assert written.isascii()
        assert uri_of(written) == written
        assert wrong_address(written) is None or len(written) > 2_000
        assert urlsplit(written).port == 1
