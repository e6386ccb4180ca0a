"""Sites whose records are armed, and a small one with harmless words in place of the attacks."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count, cycle, islice, zip_longest
from pathlib import Path

from generator.corpus.corpus import Corpus, build_corpus
from generator.models import LANGUAGES, RECORD_KINDS, Site, Vocabulary
from generator.models.content import Content
from generator.models.fields import fields_of
from generator.models.model import Model
from generator.models.texts import LONGEST_LINE
from generator.parsing.commonmark import forbidden_markup
from generator.pipeline import site
from generator.pipeline.options import BuildOptions
from generator.pipeline.progress import Silent
from generator.typesetting.parts import PARTS
from tests.support.sites import link_program
from tests.trust.armed import ANCHOR, Arms
from tests.trust.attacks import BLOCKS, LINES
from tests.trust.disguise import Disguise, harmless

BYSTANDERS = (ANCHOR, "1-quiet", "2-quiet", "3-quiet", "z-quiet")
"""Records that stand in every site, the same in each; what stands beside 2-quiet is quiet too."""

CALM = ("calm-0", "calm-1", "calm-2")
"""The records of the harmless site that stand for an attack and for those before and after it."""

TOGETHER = 20
"""Attacks in one field of Markdown."""

MOST_ON_THE_WHOLE = 100
"""Texts in content/site.yml and steps, at most."""

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


def attacks() -> list[Arms]:
    """Each line in one set of records, in Korean fields or in English ones."""
    lines = [(key, " ".join(text.split())) for key, text in LINES.items()]
    pairs = zip_longest(lines[::2], lines[1::2], fillvalue=("", "Calm words"))
    return [Arms(key, text, other) for (key, text), (_, other) in pairs]


def attacks_in_markdown() -> list[Arms]:
    """What fields of Markdown accept as it is, many in one field."""
    taken = [text for text in (*LINES.values(), *BLOCKS.values()) if forbidden_markup(text) is None]
    together = ["\n\n".join(taken[start : start + TOGETHER]) for start in range(0, len(taken), TOGETHER)]
    return [
        Arms(f"markdown-{number}", f"글 {number}", f"Words {number}", dict.fromkeys(LANGUAGES, text))
        for number, text in enumerate(together)
    ]


def calm() -> list[Arms]:
    """Words that mean nothing to anybody."""
    return [harmless(key, number) for number, key in enumerate(CALM)]


def bystanders() -> list[Arms]:
    return [Arms(key, f"고요 {key}", f"Quiet {key}") for key in BYSTANDERS]


def corpus_of(armed: Iterable[Arms], whole: Arms | None = None) -> Corpus:
    """The records of write_content as they are when they were read, with the first bystander alone.

    `whole` is what the site says of itself and calls the steps, if not the bystander.
    """
    quiet = bystanders()[0]
    whole = whole or quiet
    everybody = sorted([*armed, quiet], key=lambda one: one.key)
    records = {
        folder: {one.key: kind.model_validate({**record_of(one, kind), "id": one.key}) for one in everybody}
        for folder, kind in RECORD_KINDS.items()
    }
    return build_corpus(
        Content(
            Site.model_validate(site_of(whole)),
            Vocabulary.model_validate(vocabulary_of(everybody, whole)),
            records,
            files=frozenset(file for one in everybody for file in one.files),
        )
    )


@cache
def armed_corpus() -> Corpus:
    """All attacks that records can hold."""
    return corpus_of([*attacks(), *attacks_in_markdown()])


def words_of_the_whole(file: str) -> dict[str, object]:
    """content/site.yml, or vocabulary.yml: of what stands on all pages each text is another word."""
    one = harmless(BYSTANDERS[0], 0)
    tree = site_of(one) if file == "site.yml" else vocabulary_of(bystanders(), one)
    numbers = count()
    return {name: _numbered(part, one, numbers) for name, part in tree.items()}


def _numbered(tree: object, one: Arms, numbers: Iterator[int]) -> object:
    if isinstance(tree, dict):
        return {name: _numbered(part, one, numbers) for name, part in tree.items()}
    if isinstance(tree, list):
        return [_numbered(part, one, numbers) for part in tree]
    return harmless(one.key, next(numbers)).ko if tree in (one.ko, one.en) else tree


def attacks_on_the_whole() -> Disguise:
    """All lines, as many together as a line may hold, for the words of the whole."""
    lines = [""]
    for text in LINES.values():
        longer = " ".join(f"{lines[-1]} {text}".split())
        lines = [*lines[:-1], longer] if len(longer) <= LONGEST_LINE else [*lines, " ".join(text.split())]
    texts = dict(enumerate(islice(cycle(lines), MOST_ON_THE_WHOLE)))
    return Disguise({number: Arms(BYSTANDERS[0], text, text) for number, text in texts.items()})


def write_whole(content: Path, disguise: Disguise | None) -> None:
    """Bystanders alone, on a site that says hostile things of itself, or harmless ones."""
    write_content(content, [])
    for file in ("site.yml", "vocabulary.yml"):
        tree = words_of_the_whole(file)
        write(content / file, _lifted(tree, disguise) if disguise else tree)


def _lifted(tree: object, disguise: Disguise) -> object:
    if isinstance(tree, dict):
        return {name: _lifted(part, disguise) for name, part in tree.items()}
    if isinstance(tree, list):
        return [_lifted(part, disguise) for part in tree]
    return disguise.lift(str(tree))


def write_content(content: Path, armed: Iterable[Arms]) -> None:
    """A content/ folder with a set of records and words, and a page, for each; the bystanders among them."""
    everybody = sorted([*armed, *bystanders()], key=lambda one: one.key)
    for one in everybody:
        for folder, kind in RECORD_KINDS.items():
            write(content / folder / f"{one.key}.yml", record_of(one, kind))
        for file in one.files:
            (content / "files" / file).parent.mkdir(parents=True, exist_ok=True)
            (content / "files" / file).write_bytes(PICTURE)
        write_page(content, one.key, one)
    whole = bystanders()[0]
    for page in ("about", "corrections"):
        write_page(content, page, whole)
    write(content / "vocabulary.yml", vocabulary_of(everybody, whole))
    write(content / "site.yml", site_of(whole))


def record_of(one: Arms, kind: type[Model]) -> dict[str, object]:
    """The anchor, which others of its kind name, names none itself.

    No English given name, since references have it apart only where it begins with a capital.
    """
    leading_on = ("parent", "relations", "successors") if one.key == ANCHOR else ()
    record = {name: value for name, value in one.record(kind).items() if name not in leading_on}
    given = record.get("given_name")
    return {**record, "given_name": {"ko": given["ko"]}} if isinstance(given, dict) else {**record}


def vocabulary_of(words: Iterable[Arms], steps: Arms) -> dict[str, object]:
    """Each list of words has one for each; the steps, which stand on every proposal's page, are as told."""
    armed = list(words)
    lists = {
        held.name: [one.part(held.part) for one in armed if one.word_in(held.name) == one.key]
        for held in fields_of(Vocabulary)
        if held.part and held.kind == "part"
    }
    return {**steps.part(Vocabulary), **lists}


def site_of(one: Arms) -> dict[str, object]:
    return {**one.part(Site), "address": "https://proceedings.example.org/"}


def write_page(content: Path, name: str, one: Arms) -> None:
    for language in LANGUAGES:
        path = content / "pages" / f"{name}.{language}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {one.line(language)}\n\n{one.prose(language)}\n", encoding="utf-8")


def write(path: Path, tree: object) -> None:
    """YAML with every text in quotes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(tree), encoding="utf-8")


def _yaml(tree: object) -> str:
    """JSON that saves marks, of which a file may have only so many: single quotes double no backslash.

    A long text that is the same in both languages is written once.
    """
    if isinstance(tree, dict) and tree.get("ko") == tree.get("en") and "\n" in tree.get("ko", ""):
        return _yaml(tree["ko"])
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{name}: {_yaml(part)}" for name, part in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_yaml, tree)) + "]"
    text = str(tree)
    return json.dumps(text, ensure_ascii=False) if "\n" in text else "'" + text.replace("'", "''") + "'"


def build(project: Path) -> None:
    """The site of a folder that has its content/; without volumes and cards, which take minutes."""
    link_program(project)
    site.build(project, Silent(), BuildOptions(without=frozenset(PARTS)))
