import pytest

from generator.parsing.messages import speech_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "kok_IN.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "C", "LC_MESSAGES": "ko_KR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ko_KR.eucKR"}, "ko"),
        ({"PROCEEDINGS_LANG": "ko", "LC_ALL": "en_US.UTF-8"}, "ko"),
        ({"PROCEEDINGS_LANG": "en", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"PROCEEDINGS_LANG": "", "LANG": "ko_KR.UTF-8"}, "ko"),
    ],
)
def test_the_variable_of_ours_is_asked_first_and_then_the_locale(
    environment: dict[str, str], language: str
) -> None:
    assert speech_of(environment) == language
