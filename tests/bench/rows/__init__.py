"""The rows of the bench's table, each a function of which `make bench ROW=name` runs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.bench.product import Bench
from tests.bench.rows.building import changed, clean, growth, memory, nothing
from tests.bench.rows.hugo import beside_hugo
from tests.bench.rows.serving import serve
from tests.bench.rows.sharing import shards
from tests.bench.rows.sizes import fetched, largest, written
from tests.bench.rows.typesetting import typeset
from tests.bench.table import Line

ROWS: Mapping[str, Callable[[Bench], Iterator[Line]]] = {
    "clean": clean,
    "nothing": nothing,
    "changed": changed,
    "serve": serve,
    "growth": growth,
    "memory": memory,
    "typeset": typeset,
    "written": written,
    "largest": largest,
    "fetched": fetched,
    "hugo": beside_hugo,
    "shards": shards,
}
