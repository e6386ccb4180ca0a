"""What browsers load by themselves: all of it is there, and nothing comes from elsewhere."""

from pathlib import Path

import pytest

from generator.output.verify.html_page import in_css, in_refresh, in_srcset
from tests.output.verify.two_pages import faults, messages, write

FROM_ELSEWHERE = "comes from elsewhere; only the link of an <a> may leave the site"


@pytest.mark.parametrize(
    "html",
    [
        '<script src="{}"></script>',
        '<img alt="x" src="{}">',
        '<img alt="x" src="../../assets/a.png" srcset="../../assets/a.png 1x, {} 2x">',
        '<picture><source srcset="{}"></picture>',
        '<iframe src="{}"></iframe>',
        '<video src="{}"></video>',
        '<video poster="{}"></video>',
        '<audio src="{}"></audio>',
        '<embed src="{}">',
        '<object data="{}"></object>',
        '<input type="image" src="{}">',
        '<svg><image href="{}" /></svg>',
        '<svg><use xlink:href="{}" /></svg>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="alternate stylesheet" href="{}">',
        '<link rel="preload" href="{}">',
        '<link rel="preload" imagesrcset="{}">',
        '<link rel="preconnect" href="{}">',
        '<link rel="ICON" href="{}">',
        '<form action="{}"></form>',
        '<button formaction="{}"></button>',
        '<a ping="{}"></a>',
        '<div style="background: url({})"></div>',
        "<style>@import '{}';</style>",
        "<style>p {{ background: url( {} ) }}</style>",
        "<table background={}></table>",
        "<template><template><img src={}></template></template>",
        '<meta http-equiv="Refresh" content="0; URL={}">',
    ],
)
@pytest.mark.parametrize("address", ["https://cdn.example/x", "//cdn.example/x", r"/\cdn.example/x"])
def test_nothing_is_loaded_from_elsewhere(folder: Path, html: str, address: str) -> None:
    found = [message for message in messages(folder, body=html.format(address)) if "policy" not in message]
    (message,) = found
    assert message.endswith(f": {FROM_ELSEWHERE}")
    assert "cdn.example" in message


@pytest.mark.parametrize(
    "html", ['<img alt="x" src="{}">', '<script src="{}"></script>', '<link rel="icon" href="{}">']
)
def test_what_is_loaded_is_there(folder: Path, html: str) -> None:
    assert messages(folder, body=html.format("../../assets/a.png")) == []
    (message,) = messages(folder, body=html.format("../../assets/b.png"))
    assert message.endswith(": leads to assets/b.png, which is not in the site")


@pytest.mark.parametrize("rel", ["prev", "license", "next", "author help"])
def test_links_about_the_page_may_lead_elsewhere(folder: Path, rel: str) -> None:
    assert messages(folder, head=f'<link rel="{rel}" href="https://elsewhere.example/">') == []


def test_a_picture_may_be_in_its_address_and_nothing_else_may(folder: Path) -> None:
    assert messages(folder, body='<img alt="x" src="data:image/png;base64,AA==">') == []
    (message,) = messages(folder, body='<p style="background: url(data:,)">')
    assert message == "has a <p style>, which the policy does not allow"
    for html in ('<iframe src="data:text/html,x"></iframe>', '<script src="data:,x"></script>'):
        (message,) = messages(folder, body=html)
        assert message.endswith(": an address must not begin with data:")


def test_a_calendar_to_subscribe_to_is_opened_by_a_program_alone(folder: Path) -> None:
    address = "webcal://example.org/forum/calendars/all.ics"
    for html in ('<img alt="x" src="{}">', '<form action="{}"></form>', '<iframe src="{}"></iframe>'):
        (message,) = messages(folder, body=html.format(address))
        assert message.endswith(": an address must not begin with webcal:")


def test_empty_source_is_a_fault(folder: Path) -> None:
    assert messages(folder, body='<img alt="x" src="">') == ['<img src="">: is empty']


def test_data_and_content_are_addresses_only_where_they_mean_one(folder: Path) -> None:
    assert messages(folder, body='<p data="none"></p><meta name="description" content="none">') == []


def test_style_sheet_loads_nothing_from_elsewhere_and_nothing_missing(folder: Path) -> None:
    css = """
        @import "none.css"; @namespace svg url(https://www.w3.org/2000/svg);
        /* url(https://in.a.comment/) */ p { content: "url(https://in.a.text/)" }
        p { background: url("a.png"), url(data:image/png;base64,AA==), url(#gradient) }
        p { background: image-set("https://cdn.example/y.png" 1x, 'a.png' 2x) }
        @font-face { src: url('//cdn.example/font.woff2') }
    """
    write(folder, "assets/main.css", css)
    assert faults(folder) == [
        f"assets/main.css: url(//cdn.example/font.woff2): {FROM_ELSEWHERE}",
        f"assets/main.css: url(https://cdn.example/y.png): {FROM_ELSEWHERE}",
        "assets/main.css: url(none.css): leads to assets/none.css, which is not in the site",
    ]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("", []),
        (" , ", []),
        ("a.png", ["a.png"]),
        ("a.png, b.png 2x", ["a.png", "b.png"]),
        ("a,b.png 100w,c.png 200w", ["a,b.png", "c.png"]),
        ("data:image/png;base64,AA== 2x, d.png", ["data:image/png;base64,AA==", "d.png"]),
    ],
)
def test_addresses_in_srcset(text: str, addresses: list[str]) -> None:
    assert in_srcset(text) == addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("0; url=../new/", ["../new/"]),
        ("0;URL = '../new/' and more", ["../new/"]),
        ("5 ../new/", ["../new/"]),
        (",url=x", ["x"]),
        ("0", []),
        ("", []),
    ],
)
def test_addresses_in_refresh(text: str, addresses: list[str]) -> None:
    assert in_refresh(text) == addresses


@pytest.mark.parametrize("read", [in_srcset, in_refresh, in_css])
@pytest.mark.parametrize("text", [",", " ", "url(", '"', "a ", "/*", "@import "])
def test_reading_addresses_takes_no_longer_than_the_text(read: object, text: str) -> None:
    assert callable(read)
    assert isinstance(read(text * 5_000), list)
