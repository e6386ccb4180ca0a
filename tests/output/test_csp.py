"""What a browser may do on a page, and what hosts say of it."""

from __future__ import annotations

import re

import pytest

from generator.output.csp import (
    UNUSED_FEATURES,
    content_security_policy,
    headers,
    policy_of_redirects,
    script_hash,
)


def directives(policy: str) -> dict[str, list[str]]:
    return {name: allowed for name, *allowed in map(str.split, policy.split(";"))}


def test_a_script_is_named_by_the_hash_that_the_standard_gives_it() -> None:
    """The example of w3.org/TR/CSP3, section 2.3.1."""
    script = "alert('Hello, world.');"
    assert script_hash(script) == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_only_scripts_that_are_named_and_files_of_the_site_run() -> None:
    allowed = directives(content_security_policy(["a()", "b()"]))["script-src"]
    assert allowed == ["'self'", *sorted(map(script_hash, ("a()", "b()")))]


def test_order_and_number_of_the_scripts_do_not_show() -> None:
    assert content_security_policy(["a()", "b()"]) == content_security_policy(["b()", "a()", "b()"])


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_written_into_a_page() -> None:
    policy = directives(content_security_policy([]))
    assert (policy["default-src"], policy["base-uri"]) == (["'none'"], ["'none'"])
    assert {source for allowed in policy.values() for source in allowed} == {"'none'", "'self'", "data:"}
    assert [name for name, allowed in policy.items() if "data:" in allowed] == ["img-src"]


def test_hosts_say_the_policy_and_what_a_page_cannot_say() -> None:
    """What they allow besides is for the browser's own viewers: no script, and nothing from elsewhere."""
    said = headers(["a()"])
    own, theirs = directives(content_security_policy(["a()"])), directives(said["Content-Security-Policy"])
    assert {name: allowed for name, allowed in theirs.items() if allowed != own.get(name)} == {
        "style-src": ["'self'", "'unsafe-inline'"],
        "media-src": ["'self'"],
        "object-src": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    assert said.keys() >= {"Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options"}
    assert said["Permissions-Policy"].count("=()") == len(UNUSED_FEATURES)


@pytest.mark.parametrize(("name", "value"), headers(["a()", "b()"]).items())
def test_a_header_is_one_line_that_every_host_takes(name: str, value: str) -> None:
    """Cloudflare Pages takes 2,000 characters; nginx ends a value at a quotation mark and fills in a `$`."""
    assert re.fullmatch(r"[A-Za-z-]+", name)
    assert re.fullmatch(r"[ !#%-~]{1,1500}", value)


def test_a_page_that_has_moved_may_load_its_icon_alone() -> None:
    policy = directives(policy_of_redirects())
    assert policy.pop("img-src") == ["'self'"]
    assert policy.keys() >= {"default-src", "base-uri", "form-action"}
    assert set(map(tuple, policy.values())) == {("'none'",)}
