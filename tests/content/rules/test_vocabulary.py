import pytest

from generator.corpus.rules import vocabulary as rules
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import VOCABULARY, corpus, forum, proposal, site, source, speaker, vocabulary


def statuses(**changes: dict[str, Tree]) -> list[Tree]:
    """The statuses, some of them with other fields: rejected={"step": "9"}."""
    listed = VOCABULARY["statuses"]
    assert isinstance(listed, list)
    changed: list[Tree] = []
    for status in listed:
        assert isinstance(status, dict)
        changed.append({**status, **changes.get(str(status["id"]), {})})
    return changed


def test_what_there_is_agrees() -> None:
    small = corpus(proposal())
    assert [rule.__name__ for rule in RULES if found(rule, small)] == []


RULES = (
    rules.languages_are_korean_and_english,
    rules.address_is_a_folder,
    rules.repository_is_a_page,
    rules.words_differ,
    rules.aliases_share_no_word,
    rules.statuses_begin_somewhere,
    rules.statuses_can_be_reached,
    rules.statuses_stand_on_steps,
    rules.marked_texts_are_there,
)


@pytest.mark.parametrize("languages", [["en", "ko"], ["ko"], ["ko", "en", "en"], []])
def test_the_languages_are_korean_and_english_in_this_order(languages: list[Tree]) -> None:
    small = corpus(site=site(languages=languages))
    assert found(rules.languages_are_korean_and_english, small) == [
        "site: languages: the languages are ko and en, in this order; write [ko, en]"
    ]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://a.example", "is not a folder's address"),
        ("https://a.example/b", "is not a folder's address"),
        ("https://a.example/?b/", "is not a folder's address"),
        ("https://a.example/#/", "is not a folder's address"),
        ("https://a.example//b/", "has '//' in its path"),
        ("https://a.example/b//", "has '//' in its path"),
        ("https://a.example/b/../c/", "leads elsewhere than it says: '..' names no folder"),
        ("https://a.example/%2e/", "leads elsewhere than it says: '%2e' names no folder"),
        ("https://a.example/b%2Fc/", "leads elsewhere than it says: 'b%2Fc' names no folder"),
        ("https://a.example./", "has a dot at the end of its host"),
    ],
)
def test_the_address_is_a_folders(address: str, wrong: str) -> None:
    (line,) = found(rules.address_is_a_folder, corpus(site=site(address=address)))
    assert line.startswith(f"site: address: '{address}' {wrong}")


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/",
        "https://한글.example/길/",
        "http://localhost:8000/",
        "https://[::1]/a%20b/",
        "HTTPS://A.B/C/",
    ],
)
def test_an_address_may_have_a_port_a_path_and_any_letters(address: str) -> None:
    assert found(rules.address_is_a_folder, corpus(site=site(address=address))) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/a", "https://github.com/", "https://github.com/a/b.git", "https://github.com/a//b",
        "https://github.com/a/b/tree/main", "https://gitlab.com/a/b/-/tree", "https://git.example/a?b",
        "https://git.example/a#b", "https://git.example./a", "https://git.example/a/../b", "https://git.example",
    ],
)  # fmt: skip
def test_the_repository_is_a_page(url: str) -> None:
    (line,) = found(rules.repository_is_a_page, corpus(site=site(repository={"url": url})))
    assert line.startswith("site: repository.url: 'https://git")


@pytest.mark.parametrize(
    "url", ["https://github.com/a/b/", "https://gitlab.com/a/b/c", "https://git.example/a"]
)
def test_a_repository_has_an_owner_and_a_name_where_its_host_wants_them(url: str) -> None:
    assert found(rules.repository_is_a_page, corpus(site=site(repository={"url": url}))) == []


@pytest.mark.parametrize(
    "branch", ["", "a b", "a..b", "/a", "a/", "a//b", "a.lock", "-a", "@", "a~1", "a:b", ".a"]
)
def test_a_branch_is_one_that_git_can_have(branch: str) -> None:
    small = corpus(site=site(repository={"url": "https://github.com/a/b", "branch": branch}))
    (line,) = found(rules.repository_is_a_page, small)
    assert line.startswith(f"site: repository.branch: '{branch}' is not the name of a branch")


@pytest.mark.parametrize(
    ("name", "added"),
    [
        ("topics", {"id": "robots", "label": "x"}),
        ("statuses", statuses()[0]),
        ("roles", {"id": "host", "label": "x"}),
        ("series", {"id": "reading-city", "name": "x"}),
    ],
)
def test_words_of_a_list_differ(name: str, added: Tree) -> None:
    listed = VOCABULARY[name]
    assert isinstance(listed, list)
    (line,) = found(rules.words_differ, corpus(vocabulary=vocabulary(**{name: [*listed, added]})))
    assert line.startswith(f"vocabulary: {name}[{len(listed)}].id: ")


def test_words_of_different_lists_may_be_alike() -> None:
    roles: list[Tree] = [{"id": "robots", "label": "x"}]
    assert found(rules.words_differ, corpus(vocabulary=vocabulary(roles=roles))) == []


def groups(*aliases: list[Tree]) -> list[Tree]:
    return [{"words": vocabulary} for vocabulary in aliases]


def test_a_word_belongs_to_one_group_of_aliases() -> None:
    aliases = groups(["AI", "인공지능"], ["LLM", "거대언어모델"], ["ai", "거대 언어 모델", "기계"])
    remedy = "make the two groups one, or delete the word"
    assert found(rules.aliases_share_no_word, corpus(vocabulary=vocabulary(aliases=aliases))) == [
        f"vocabulary: aliases[2].words[0]: 'ai' is also in group 1; {remedy}",
        f"vocabulary: aliases[2].words[1]: '거대 언어 모델' is also in group 2; {remedy}",
    ]


def test_aliases_may_begin_alike_and_be_written_in_two_ways() -> None:
    aliases = groups(["AI", "인공지능", "인공 지능"], ["AIDC", "AI 데이터센터"])
    assert found(rules.aliases_share_no_word, corpus(vocabulary=vocabulary(aliases=aliases))) == []


def test_a_history_can_begin_somewhere() -> None:
    none_first = vocabulary(statuses=statuses(proposed={"first": "false"}))
    assert found(rules.statuses_begin_somewhere, corpus(vocabulary=none_first)) == [
        "vocabulary: statuses: no status is marked 'first: true'; mark the one that histories begin with"
    ]
    assert found(rules.statuses_can_be_reached, corpus(vocabulary=none_first)) == []


def test_every_status_can_be_reached() -> None:
    cut = vocabulary(statuses=statuses(proposed={"next": ["rejected", "gone"]}))
    assert [line.split(";")[0] for line in found(rules.statuses_can_be_reached, corpus(vocabulary=cut))] == [
        "vocabulary: statuses[1].id: no step leads to 'adopted'",
        "vocabulary: statuses[2].id: no step leads to 'done'",
    ]


def test_statuses_may_lead_back() -> None:
    back = vocabulary(statuses=statuses(done={"next": ["proposed"]}))
    assert found(rules.statuses_can_be_reached, corpus(vocabulary=back)) == []


def test_a_status_stands_on_a_step() -> None:
    high = vocabulary(statuses=statuses(done={"step": "3"}))
    assert found(rules.statuses_stand_on_steps, corpus(vocabulary=high)) == [
        "vocabulary: statuses[2].step: there is no step 3; the steps are 0 to 2"
    ]


def test_what_is_marked_as_translated_is_there() -> None:
    small = corpus(
        speaker(name={"ko": "구름달"}, name_notes={"ko": "inferred", "en": "probable"}),
        forum(
            name={"ko": "포럼", "en": "Forum"}, name_notes={"en": "translated"}, translation={"en": "machine"}
        ),
        proposal(title={"en": "Open"}, translation={"ko": "machine"}),
        source(translation={"ko": "machine", "en": "machine"}),
    )
    remedy = "to mark; write it or delete the mark"
    assert found(rules.marked_texts_are_there, small) == [
        f"speakers/p: name_notes.en: the record has no name in 'en' {remedy}",
        f"proposals/f-1: translation.ko: the record has no name in 'ko' {remedy}",
    ]
