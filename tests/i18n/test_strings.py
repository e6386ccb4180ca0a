import re
from collections.abc import Iterator
from string import Formatter

import pytest

from generator.i18n.load import load_words
from generator.i18n.strings import Strings, Words, words_without
from generator.models import LANGUAGES, Language

WORDS = Words(
    "en",
    {
        "page": {"title": "Title of {name}", "count": {"one": "{n} page", "other": "{n} pages"}},
        "plain": "words",
    },
)


def test_words_are_found_by_dotted_key_and_filled() -> None:
    assert WORDS("plain") == "words"
    assert WORDS("page.title", name="{x} <b>") == "Title of {x} <b>"


@pytest.mark.parametrize(("n", "words"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (21, "21 pages")])
def test_the_number_chooses_the_form(n: int, words: str) -> None:
    assert WORDS("page.count", n=n) == words


def test_korean_has_one_form() -> None:
    korean = Words("ko", {"count": {"other": "{n}쪽"}})
    assert [korean("count", n=n) for n in (0, 1, 2)] == ["0쪽", "1쪽", "2쪽"]


@pytest.mark.parametrize("key", ["nothing", "page.nothing", "plain.more", "page"])
def test_an_unknown_key_is_an_error(key: str) -> None:
    with pytest.raises(KeyError):
        WORDS(key, n=1)


def test_a_section_is_all_words_below_a_key() -> None:
    assert set(WORDS.section("page")) == {"title", "count"}
    with pytest.raises(KeyError):
        WORDS.section("plain")


FORMS = {"one", "other"}


def written(strings: Strings, above: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every key with its forms; words without forms have one, named by nothing."""
    for name, words in strings.items():
        key = f"{above}.{name}" if above else name
        if isinstance(words, str):
            yield key, {"": words}
        elif words.keys() <= FORMS:
            yield key, {form: str(form_words) for form, form_words in words.items()}
        else:
            yield from written(words, key)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


KEYS = {language: dict(written(words.strings)) for language, words in load_words().items()}


def test_both_languages_have_the_same_keys() -> None:
    assert KEYS["ko"].keys() == KEYS["en"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_texts(language: Language) -> None:
    assert [
        key for key, forms in KEYS[language].items() if not all(words.strip() for words in forms.values())
    ] == []


def test_both_languages_put_the_same_values_in() -> None:
    def values(language: Language, key: str) -> set[str]:
        return set().union(*map(placeholders, KEYS[language][key].values())) - {"n"}

    assert [key for key in KEYS["ko"] if values("ko", key) != values("en", key)] == []


def test_words_with_forms_have_them_in_both_languages() -> None:
    assert [key for key, forms in KEYS["ko"].items() if "" not in forms and "other" not in forms] == []
    assert [key for key, forms in KEYS["en"].items() if "" not in forms and set(forms) != FORMS] == []
    assert [key for key in KEYS["ko"] if ("" in KEYS["ko"][key]) != ("" in KEYS["en"][key])] == []


def test_korean_words_are_korean_and_english_ones_are_not() -> None:
    hangul = {
        key
        for key, forms in KEYS["en"].items()
        if any(re.search("[가-힣]", words) for words in forms.values())
    }
    assert hangul <= {"theme.other_language"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_archives_without_a_kind_take_the_place_of_others(language: Language) -> None:
    without = {key for key in KEYS[language] if key.startswith("without.")}
    kinds = {key.split(".")[1] for key in without}
    assert kinds == {"speakers", "organizations", "proposals", "sources"}
    assert {key.split(".", 2)[2] for key in without} <= KEYS[language].keys()
    words = load_words()[language]
    for kind in kinds:
        other = dict(written(words_without(words, [kind]).strings))
        assert other.keys() == KEYS[language].keys()
        changed = {key for key in other if other[key] != KEYS[language][key]}
        assert {f"without.{kind}.{key}" for key in changed} == {
            key for key in without if key.startswith(f"without.{kind}.")
        }


def test_an_archive_with_everything_has_the_same_words() -> None:
    words = load_words()["ko"]
    assert words_without(words, ()).strings == words.strings
