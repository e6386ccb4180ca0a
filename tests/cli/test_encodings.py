"""What is printed, where the encoding of a file or a pipe has no Hangul."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli.main import main


@pytest.mark.parametrize("encoding", ["cp1252", "cp949", "utf-8"])
def test_a_letter_that_cannot_be_printed_stops_nothing(encoding: str) -> None:
    told = CliRunner(charset=encoding).invoke(main, ["--lang", "ko", "--help"])
    assert told.exit_code == 0
    shown = told.stdout_bytes.decode(encoding)
    assert ("사이트" in shown) == (encoding != "cp1252")
    assert "\\uc0ac\\uc774\\ud2b8" in shown or encoding != "cp1252"
