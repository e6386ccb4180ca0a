"""Private contacts are found, and no other numbers."""

from __future__ import annotations

import pytest

from generator.corpus.warnings.private import contacts_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("문의 010-1234-5678로", "010-1234-5678"),
        ("01012345678", "01012345678"),
        ("010 1234 5678", "010 1234 5678"),
        ("010.123.4567.", "010.123.4567"),
        ("010–1234–5678", "010–1234–5678"),
        ("０１０－１２３４－５６７８", "０１０－１２３４－５６７８"),
        ("02-123-4567", "02-123-4567"),
        ("전화(02)123-4567", "02)123-4567"),
        ("031-1234-5678", "031-1234-5678"),
        ("070-1234-5678", "070-1234-5678"),
        ("+82 10 1234 5678", "+82 10 1234 5678"),
        ("+82-2-123-4567", "+82-2-123-4567"),
        ("+82(0)10-1234-5678", "+82(0)10-1234-5678"),
        ("+1 (212) 555-0123", "+1 (212) 555-0123"),
    ],
)
def test_telephone_numbers(text: str, found: str) -> None:
    assert list(contacts_in(text)) == [("phone", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("900101-1234567", "900101-1234567"),
        ("900101 - 2234567", "900101 - 2234567"),
        ("９００１０１－１２３４５６７", "９００１０１－１２３４５６７"),
        ("900101-1******", "900101-1******"),
        ("9001011234568", "9001011234568"),
    ],
)
def test_resident_numbers(text: str, found: str) -> None:
    assert list(contacts_in(text)) == [("resident", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("reader@hanbyeol.kr로", "reader@hanbyeol.kr"),
        ("[쓰기](mailto:a_b+c@mail.hanbyeol.co.kr)", "a_b+c@mail.hanbyeol.co.kr"),
        ("reader＠hanbyeol．kr", "reader＠hanbyeol．kr"),
        ("reader (at) hanbyeol.kr", "reader (at) hanbyeol.kr"),
        ("reader[골뱅이]hanbyeol.kr", "reader[골뱅이]hanbyeol.kr"),
    ],
)
def test_email_addresses(text: str, found: str) -> None:
    assert list(contacts_in(text)) == [("email", found)]


@pytest.mark.parametrize(
    "text",
    [
        "2025-07-16", "2024-06-12 10:00-12:00", "2025.07.16.", "2024-2025", "의안번호 2212345",
        "제2025-010-1234호",
        "720,000,000원", "예산 +2,000억", "9001011234567", "9788912345678", "979-11-6050-123-4", "1592-1598",
        "10-1234-5678", "12-3456-7890", "KRW 1,010-1234-5678", "991301-1234567", "@desk", "desk@",
        "3 @ 5", "A@B",
        "1.010.1234.5678", "64자리 0101234567890123", "+2024", "02 2025년", "pp. 02-03",
    ],
)  # fmt: skip
def test_other_numbers(text: str) -> None:
    assert list(contacts_in(text)) == []
