"""Random edits of an archive's files, such as people make: records changed, added, renamed and removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import yaml

KINDS = ("forums", "speakers", "organizations", "proposals", "sources")
Tree = dict[str, object]


def read(path: Path) -> Tree:
    tree: Tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tree


def write(path: Path, tree: object) -> None:
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")


def some_record(content: Path, dice: Random, *kinds: str) -> Path:
    return dice.choice(sorted(path for kind in kinds or KINDS for path in (content / kind).glob("*.yml")))


def some_word(dice: Random) -> str:
    return "".join(dice.choice("abcdefghij") for _ in range(6))


def change_title(content: Path, dice: Random) -> None:
    path = some_record(content, dice)
    tree = read(path)
    field = "title" if "title" in tree else "name"
    tree[field] = {"ko": f"새 이름 {some_word(dice)}", "en": f"New name {some_word(dice)}"}
    write(path, tree)


def change_text(content: Path, dice: Random) -> None:
    path = some_record(content, dice, "proposals", "forums", "organizations")
    write(
        path, {**read(path), "abstract": {"ko": f"본문 {some_word(dice)}.", "en": f"Text {some_word(dice)}."}}
    )


def change_day(content: Path, dice: Random) -> None:
    path = some_record(content, dice, "sources")
    write(path, {**read(path), "issued": f"{dice.randrange(2010, 2024)}-0{dice.randrange(1, 9)}-11"})


def add_source(content: Path, dice: Random) -> None:
    path = some_record(content, dice, "sources")
    write(path.with_name(f"{some_word(dice)}.yml"), read(path))


def add_proposal(content: Path, dice: Random) -> None:
    path = some_record(content, dice, "proposals")
    tree = {
        key: value
        for key, value in read(path).items()
        if key not in ("redirect_from", "relations", "identifier")
    }
    write(path.with_name(f"{tree['forum']}-{dice.randrange(100, 900)}.yml"), tree)


def remove_record(content: Path, dice: Random) -> None:
    some_record(content, dice, "sources", "proposals").unlink()


def rename_record(content: Path, dice: Random) -> None:
    """Every file that names it is changed too; its old address leads on."""
    path = some_record(content, dice, "speakers", "organizations", "sources")
    new = some_word(dice)
    named = re.compile(rf"(?<![a-z0-9-]){re.escape(path.stem)}(?![a-z0-9-])")
    for other in content.rglob("*.yml"):
        text = other.read_text(encoding="utf-8")
        if named.search(text):
            other.write_text(named.sub(new, text), encoding="utf-8")
    tree = read(path)
    former = tree.get("redirect_from", [])
    assert isinstance(former, list)
    path.unlink()
    write(path.with_name(f"{new}.yml"), {**tree, "redirect_from": [*former, path.stem]})


def change_vocabulary(content: Path, dice: Random) -> None:
    tree = read(content / "vocabulary.yml")
    topics = tree["topics"]
    assert isinstance(topics, list)
    dice.choice(topics)["label"] = {"ko": f"분야 {some_word(dice)}", "en": f"Topic {some_word(dice)}"}
    write(content / "vocabulary.yml", tree)


def change_site(content: Path, dice: Random) -> None:
    tree = read(content / "site.yml")
    write(content / "site.yml", {**tree, "name": {"ko": f"자료집 {some_word(dice)}", "en": some_word(dice)}})


def change_prose(content: Path, dice: Random) -> None:
    page = dice.choice(sorted((content / "pages").glob("*.md")))
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{some_word(dice)}.\n", encoding="utf-8")


def add_file(content: Path, dice: Random) -> None:
    (content / "files").mkdir(exist_ok=True)
    (content / "files" / f"{some_word(dice)}.txt").write_text(some_word(dice), encoding="utf-8")


EDITS: Mapping[str, Callable[[Path, Random], None]] = {
    edit.__name__: edit
    for edit in (
        change_title,
        change_text,
        change_day,
        add_source,
        add_proposal,
        remove_record,
        rename_record,
        change_vocabulary,
        change_site,
        change_prose,
        add_file,
    )
}
