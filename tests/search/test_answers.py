"""The made-up corpus, indexed in Python and searched in JavaScript, without a browser between them."""

from pathlib import Path

from generator.corpus.load import load_corpus
from generator.search import index_files, index_of, manifest
from tests.support.nodejs import needs_node, pass_in_node
from tests.support.paths import RECORDS
from tests.support.words import WORDS


@needs_node
def test_the_script_finds_what_the_index_holds(tmp_path: Path) -> None:
    corpus = load_corpus(RECORDS)
    index = index_of(corpus)
    files = {"search/search_index.json": manifest(index, corpus, WORDS["ko"]), **index_files(index)}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    pass_in_node(Path(__file__).parent / "answers.test.js", INDEX=str(tmp_path))
