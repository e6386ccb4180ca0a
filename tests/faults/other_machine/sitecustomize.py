"""Python runs this file as it starts, where its folder is on PYTHONPATH: the machine then seems another.

Folders list their names backwards, OTHER_PROCESSORS says how many processors there are, OTHER_UMASK what
rights a new file has. Subprocesses are on that machine too. HIDDEN names packages that are not found there.
"""

import os
import sys
from collections.abc import Iterator, MutableMapping
from types import TracebackType
from typing import Any

real_listdir, real_scandir = os.listdir, os.scandir


def backwards(*folder: Any) -> list[Any]:  # noqa: ANN401 - a path of any type, or nothing
    return sorted(real_listdir(*folder), reverse=True)


class Backwards:
    """What os.scandir returns."""

    def __init__(self, *folder: Any) -> None:  # noqa: ANN401 - as above
        with real_scandir(*folder) as found:
            entries = sorted(found, key=lambda entry: entry.name, reverse=True)
        self._entries: Iterator[os.DirEntry[Any]] = iter(entries)

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def __enter__(self) -> "Backwards":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Everything was read at once."""


os.listdir = backwards  # type: ignore[assignment]  # of its overloads, those are used that it has
os.scandir = Backwards  # type: ignore[assignment]  # it can all that is asked of one
os.umask(int(os.environ["OTHER_UMASK"], 8))
processors = int(os.environ["OTHER_PROCESSORS"])
os.cpu_count = lambda: processors
modules: MutableMapping[str, object] = sys.modules  # type: ignore[assignment]  # None: not to be imported
modules.update(dict.fromkeys(os.environ.get("HIDDEN", "").split()))
