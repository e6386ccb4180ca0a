"""A site without a fault: two pages and a 404 page in each language. What is wrong once it is changed."""

from pathlib import Path

from generator.output.csp import content_security_policy
from generator.output.verify import verify_site

LANGUAGES = {"ko": "", "en": "en/"}
ADDRESS = "https://example.org/forum/"
PAGE = "forums/a/index.html"

STATED = '<meta http-equiv="Content-Security-Policy" content="{}">'
SCRIPT = "let a = 1"
POLICY = STATED.format(content_security_policy([SCRIPT]))

HEAD = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Forum</title>{policy}
<link rel="alternate" hreflang="ko" href="https://example.org/forum/{path}">
<link rel="alternate" hreflang="en" href="https://example.org/forum/en/{path}">
<link rel="alternate" hreflang="x-default" href="https://example.org/forum/">
<link rel="stylesheet" href="/forum/assets/main.css">"""
BODY = """</head><body><h1 id="top-heading">Forum</h1><h2 id="제안">Proposals</h2><a name="old">x</a>
{body}</body></html>"""


def page(language: str = "ko", path: str = "forums/a/", head: str = "", body: str = "") -> str:
    return HEAD.format(language=language, path=path, policy=POLICY) + head + BODY.format(body=body)


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in verify_site(folder, LANGUAGES, "/forum/", ADDRESS)]


def messages(folder: Path, head: str = "", body: str = "") -> list[str]:
    """What is wrong with the Korean page after something was added to it."""
    write(folder, PAGE, page(head=head, body=body))
    found = verify_site(folder, LANGUAGES, "/forum/", ADDRESS)
    assert {fault.page for fault in found} <= {PAGE}
    return [str(fault.message) for fault in found]
