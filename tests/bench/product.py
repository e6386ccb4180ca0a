"""The product as people run it, over made-up archives: `python -m generator`, and nothing within it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from tests.bench.made_up import make_project
from tests.bench.measuring import Spent, measured, repeated
from tests.support.running import command, environment

WITHOUT = ("--without", "volumes,cards")
PEERS = Path(".venv-bench/bin")
"""Where the programs are that the product is measured beside."""


@dataclass
class Bench:
    """A folder for the archives of a run, how often each figure is measured, and how large they are."""

    folder: Path
    times: int = 3
    size: float = 1.0
    """Sizes that rows name are multiplied by it."""
    jobs: int | None = None
    _clean: dict[int, Spent] = field(default_factory=dict)
    _noted: list[str] = field(default_factory=list)

    def records(self, number: int) -> int:
        return max(30, round(number * self.size))

    def project(self, records: int) -> Path:
        """An archive of so many records, as it was made or as the last row left it."""
        folder = self.folder / f"p{records}"
        if not folder.exists():
            tell(f"making {records:,} records")
            make_project(folder, records)
        return folder

    def run(self, project: Path, *arguments: str) -> Spent:
        tell(f"{project.name}: {' '.join(arguments)}")
        return measured(command(*arguments), project, variables())

    def build(self, project: Path, *, whole: bool = False) -> Spent:
        """`build`: without volumes and cards, unless the whole is wanted."""
        jobs = ("--jobs", str(self.jobs)) if self.jobs and takes_jobs() else ()
        return self.run(project, "build", "--quiet", *jobs, *(() if whole else WITHOUT))

    def built(self, records: int) -> Path:
        """A project whose site is built and up to date."""
        self.clean_build(records)
        return self.project(records)

    def clean_build(self, records: int) -> Spent:
        """The median of builds where nothing had been built; the rows of a run share it."""
        if records not in self._clean:
            project = self.project(records)
            self._clean[records] = self.from_nothing(project, lambda: self.build(project))
        return self._clean[records]

    def from_nothing(self, project: Path, run: Callable[[], Spent]) -> Spent:
        """The median of runs of which each finds nothing that was made before."""

        def run_once(_number: int) -> Spent:
            for made in ("build", "site"):
                shutil.rmtree(project / made, ignore_errors=True)
            return run()

        return repeated(self.times, run_once)


def variables() -> dict[str, str]:
    return environment(NO_MKDOCS_2_WARNING="1")


@cache
def takes_jobs() -> bool:
    return "--jobs" in measured(command("build", "--help"), Path.cwd(), variables()).said


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def some_proposal(project: Path) -> Path:
    """One in the middle of the archive."""
    files = sorted((project / "content" / "proposals").glob("*.yml"))
    return files[len(files) // 2]


def retitle(record: Path, word: str) -> str:
    """Saves a proposal with another title, as somebody does who mends a word; its new Korean title."""
    content = yaml.load(record.read_text(encoding="utf-8"), yaml.CSafeLoader)
    content["title"]["ko"] = f"{content['title']['ko'].split(' · ')[0]} · {word}"
    record.write_text(
        yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8"
    )
    return str(content["title"]["ko"])


def pages_of(site: Path) -> Sequence[Path]:
    return sorted(site.rglob("*.html"))
