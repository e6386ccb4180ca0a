"""An archive's own SVG: what only draws passes, and what runs or loads anything is refused at its line."""

from __future__ import annotations

import pytest

from generator.parsing.messages import in_words
from generator.parsing.svg import WrongSvg, size_of_svg

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 32"'
    ' xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:h="http://www.w3.org/1999/xhtml">\n{}</svg>'
)

SOUND = [
    "<path d='M0 0h9'/>",
    "<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs><rect fill='url(#a)'/>",
    "<rect fill=\"url('#a')\"/>",
    "<symbol id='b'/><use href='#b'/><use xlink:href='#b'/>",
    "<style>.a { fill: #123; mask: url(#m) }</style>",
    "<i:path-effect i:export-filename='C:\\\\pictures\\\\logo.png'/>",
    "<!-- <script>alert(1)</script> --><title>한별</title>",
    "<text style='font-family: serif'>글</text>",
]

HARMFUL = [
    "<script>alert(1)</script>",
    "<g><h:script>alert(1)</h:script></g>",
    "<foreignObject/>",
    "<a href='https://example.com/'/>",
    "<image href='https://example.com/x.png'/>",
    "<image href='data:image/svg+xml,x'/>",
    "<animate attributeName='href' to='javascript:alert(1)'/>",
    "<set attributeName='onload' to='alert(1)'/>",
    "<rect onclick='alert(1)'/>",
    "<rect ONLOAD='alert(1)'/>",
    "<use href='other.svg#b'/>",
    "<use xlink:href=' https://example.com/x.svg#b'/>",
    "<use href='data:image/svg+xml;base64,eA==#b'/>",
    "<rect fill='url(https://example.com/x.svg#a)'/>",
    "<rect style='fill: URL( \"//example.com/x.svg#a\")'/>",
    "<rect style='background: u\\72l(https://example.com/x)'/>",
    "<style>@import 'https://example.com/x.css';</style>",
    "<style>a { background: url(x.png) }</style>",
    "<style>@im<desc/>port 'https://example.com/x.css';</style>",
    "<style><![CDATA[@import url(x.css);]]></style>",
    "<g xml:base='https://example.com/'/>",
    "<?xml-stylesheet href='x.css'?>",
    "<unheard-of/>",
    "<o:script xmlns:o='http://example.com/other'/>",
]


@pytest.mark.parametrize("inner", SOUND)
def test_what_only_draws_passes_with_its_size(inner: str) -> None:
    assert size_of_svg(SVG.format(inner).encode()) == (64, 32)


@pytest.mark.parametrize("inner", HARMFUL)
def test_what_runs_or_loads_is_refused_where_it_stands(inner: str) -> None:
    with pytest.raises(WrongSvg) as raised:
        size_of_svg(SVG.format(f"  {inner}").encode())
    assert raised.value.line == 2
    outer = inner.startswith(("<g><", "<style>"))  # then it stands further right
    assert raised.value.column > 3 if outer else raised.value.column == 3
    assert raised.value.reason.key.startswith("sign.")
    assert in_words(raised.value.reason, "ko")


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "sign.no_svg"),
        (b"\x89PNG\r\n\x1a\n", "sign.no_svg"),
        (b"<svg viewBox='0 0 1 1'/>", "sign.no_svg"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "sign.no_svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g></svg>", "sign.no_svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "sign.no_size"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 9'/>", "sign.no_size"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='9'/>", "sign.no_size"),
        (
            b"<?xml version='1.0' encoding='euc-kr'?><svg xmlns='http://www.w3.org/2000/svg'/>",
            "sign.encoding",
        ),
        (
            b"<?xml version='1.0' encoding='of-nobody'?><svg xmlns='http://www.w3.org/2000/svg'/>",
            "sign.encoding",
        ),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>", "sign.entity"),
    ],
)
def test_what_is_no_drawing_is_told(raw: bytes, key: str) -> None:
    with pytest.raises(WrongSvg) as raised:
        size_of_svg(raw)
    assert raised.value.reason.key == key


def test_a_size_may_stand_without_a_view_box() -> None:
    assert size_of_svg(b"<svg xmlns='http://www.w3.org/2000/svg' width='20px' height='10.5'/>") == (20, 10.5)


def test_a_million_entities_are_never_unfolded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    raw = f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg">&e8;</svg>'
    with pytest.raises(WrongSvg) as raised:
        size_of_svg(raw.encode())
    assert raised.value.reason.key == "sign.entity"


def test_a_drawing_may_be_as_deep_as_the_file_is_long() -> None:
    deep = "<g>" * 20_000 + "</g>" * 20_000
    assert size_of_svg(SVG.format(deep).encode()) == (64, 32)
