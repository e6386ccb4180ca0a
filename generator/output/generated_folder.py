"""Generated files go into a folder: incrementally, exactly, and never over what a person made.

The folder's manifest says which files are the generator's. It is written before the files (what lies there
and what is about to) and again after them, so a kill at any moment leaves nothing that the next run would
take for foreign. One run at a time: the caller holds the build's lock.
"""

import json
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.output.atomic_write import UNFINISHED, replace_file
from generator.parsing.problems import visible

MANIFEST = ".proceedings-manifest.json"  # MkDocs leaves out whatever begins with a dot.


class ForeignFile(Exception):
    """Something that the generator did not write lies where a generated file has to go."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            visible(f"{path}: is not the generator's, but in its way; move it elsewhere and run again")
        )
        self.path = path


class DamagedManifest(Exception):
    """The manifest cannot be read, so nothing can tell which files are the generator's."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            visible(f"{folder / MANIFEST}: is damaged; delete the folder {folder} and run again")
        )
        self.folder = folder


@dataclass(frozen=True)
class Written:
    """How many files a run wrote, left as they were and removed.

    `kept` are files of an earlier run that are no longer wanted but that a person edited: they stay until
    somebody removes them, and each run names them.
    """

    written: int
    unchanged: int
    removed: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """Which files are ours: path → SHA-256 of what we wrote; `writing`: of what an unfinished run meant."""

    files: Mapping[str, str] = field(default_factory=dict)
    writing: Mapping[str, str] = field(default_factory=dict)

    def paths(self) -> set[str]:
        return {*self.files, *self.writing}

    def digest(self, path: str, content: bytes) -> str | None:
        """The digest of content that we wrote to the path; None if somebody else did."""
        digest = sha256(content).hexdigest()
        return digest if digest in (self.files.get(path), self.writing.get(path)) else None

    def last_digest(self, path: str) -> str:
        return self.files.get(path) or self.writing[path]


@dataclass
class Plan:
    """What a run has to do, gathered path by path; `before`, `after`: our files' digests at its two ends."""

    write: list[str] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    keep: list[str] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)


def write_files(
    folder: Path, files: Mapping[str, bytes], progress: Callable[[int], None] | None = None
) -> Written:
    """Afterwards the folder holds, of what is generated, exactly `files` (relative POSIX path → content).

    A file whose bytes are there already is not touched; one that is no longer wanted is removed, with the
    folders this leaves empty. `progress` hears how many of `files` are in place so far.

    Raises ForeignFile or DamagedManifest before anything is written, ValueError for paths that are the
    caller's mistake, and OSError (disk full, no permission) with each file wholly old or new.
    """
    report = progress or (lambda _done: None)
    check_paths(files)
    old = read_manifest(folder)
    plan = plan_changes(folder, files, old)
    sweep_unfinished(folder, old)
    unchanged = len(files) - len(plan.write)
    report(unchanged)
    if plan.write or old != Manifest(plan.after):
        folder.mkdir(parents=True, exist_ok=True)
        save_manifest(folder, Manifest(plan.before, {path: plan.after[path] for path in plan.write}))
        remove_files(folder, plan.remove)
        remove_empty_folders(folder, old.paths() - files.keys())
        for done, path in enumerate(plan.write, start=unchanged + 1):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(folder / path, files[path])
            report(done)
        save_manifest(folder, Manifest(plan.after))
    return Written(len(plan.write), unchanged, len(plan.remove), tuple(plan.keep))


def check_paths(paths: Iterable[str]) -> None:
    """No generated file is another one's folder, and no two names are the same to a Mac or to Windows."""
    wanted = set(paths)
    spelling: dict[str, str] = {}
    for path in sorted(wanted):
        check_path(path)
        for name in (*ancestors(path), path):
            if name in wanted and name != path:
                raise ValueError(f"{path!r}: lies below the file {name!r}")
            if spelling.setdefault(folded(name), name) != name:
                other = spelling[folded(name)]
                raise ValueError(f"{path!r}: differs from {other!r} only by case or Unicode form")


def check_path(path: str) -> None:
    """A generated file's path is relative, stays in its folder and is none that the writing itself needs."""
    parts = path.split("/")
    if "\\" in path or "\0" in path or not {"", ".", ".."}.isdisjoint(parts):
        raise ValueError(f"{path!r}: is not a plain relative path")
    if parts[-1] in (MANIFEST, UNFINISHED):
        raise ValueError(f"{path!r}: is a name that the writing itself needs")


def folded(name: str) -> str:
    """What file systems that know neither case nor Unicode forms make of a name."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def ancestors(path: str) -> Iterator[str]:
    """The folders on the way to a file, outermost first: `a` and `a/b` for `a/b/c.md`."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def file_type(path: Path) -> int:
    """What lies at a path itself, as one of `stat.S_IF…` (a symlink is not followed); 0 if nothing does."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return 0


def in_real_folders(folder: Path, path: str) -> bool:
    """A path stays in our folder when no folder on the way is missing or a symlink."""
    return all(file_type(folder / ancestor) == stat.S_IFDIR for ancestor in ancestors(path))


def read_manifest(folder: Path) -> Manifest:
    """A folder without a manifest holds no file of ours."""
    kind = file_type(folder / MANIFEST)
    if not kind:
        return Manifest()
    if kind != stat.S_IFREG:
        raise DamagedManifest(folder)
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        manifest = Manifest(digests(content["files"]), digests(content["writing"]))
        for path in manifest.paths():
            check_path(path)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedManifest(folder) from error
    return manifest


def digests(content: object) -> dict[str, str]:
    if not isinstance(content, dict) or not all(isinstance(digest, str) for digest in content.values()):
        raise TypeError("a manifest maps paths to digests")
    return content


def save_manifest(folder: Path, manifest: Manifest) -> None:
    content = {"files": manifest.files, "writing": manifest.writing}
    replace_file(folder / MANIFEST, json.dumps(content, indent=0, sort_keys=True).encode())


def plan_changes(folder: Path, files: Mapping[str, bytes], old: Manifest) -> Plan:
    """Look at everything and change nothing; ForeignFile if a wanted path is taken."""
    plan = Plan()
    for path in sorted(old.paths() - files.keys()):
        plan_removal(folder, path, old, plan)
    leaving = frozenset(plan.remove).union(*map(ancestors, plan.remove))
    sound: set[str] = set()
    for path in sorted(files):
        check_folders(folder, path, leaving, sound)
        check_place(folder, path, leaving, old)
        plan_writing(folder, path, files[path], old, plan)
    return plan


def plan_removal(folder: Path, path: str, old: Manifest, plan: Plan) -> None:
    """A file of ours that is no longer wanted goes, unless a person edited it."""
    if not in_real_folders(folder, path) or file_type(folder / path) != stat.S_IFREG:
        return  # It is gone already; whatever lies there now is not it.
    digest = old.digest(path, (folder / path).read_bytes())
    if digest:
        plan.remove.append(path)
        plan.before[path] = digest
    else:
        plan.keep.append(path)
        plan.before[path] = plan.after[path] = old.last_digest(path)


def check_folders(folder: Path, path: str, leaving: frozenset[str], sound: set[str]) -> None:
    """The folders on the way are folders or can be made; `sound` are those that were looked at before."""
    for ancestor in ancestors(path):
        if ancestor in sound:
            continue
        if file_type(folder / ancestor) not in (0, stat.S_IFDIR) and ancestor not in leaving:
            raise ForeignFile(folder / ancestor)
        sound.add(ancestor)


def check_place(folder: Path, path: str, leaving: frozenset[str], old: Manifest) -> None:
    """Where a file has to go lies nothing, a file of ours, or a folder of which all is about to go."""
    place = folder / path
    kind = file_type(place)
    # Where an unfinished run meant to write, a file is ours if its bytes are: a person may have been there.
    if kind == stat.S_IFREG and path not in old.files and not old.digest(path, place.read_bytes()):
        raise ForeignFile(place)
    if kind == stat.S_IFDIR:
        for found in (place, *place.rglob("*")):
            if found.relative_to(folder).as_posix() not in leaving:
                raise ForeignFile(found)
    elif kind not in (0, stat.S_IFREG):
        raise ForeignFile(place)


def plan_writing(folder: Path, path: str, content: bytes, old: Manifest, plan: Plan) -> None:
    """A wanted file is written unless its bytes are there."""
    plan.after[path] = sha256(content).hexdigest()
    if file_type(folder / path) != stat.S_IFREG:
        plan.write.append(path)
        return
    present = (folder / path).read_bytes()
    if present == content:
        plan.before[path] = plan.after[path]
    else:
        plan.write.append(path)
        plan.before[path] = old.digest(path, present) or old.last_digest(path)


def sweep_unfinished(folder: Path, old: Manifest) -> None:
    """A run that was killed leaves at most one unfinished file, beside one of those it was to write."""
    (folder / UNFINISHED).unlink(missing_ok=True)
    for sibling in {(Path(path).parent / UNFINISHED).as_posix() for path in old.writing}:
        if in_real_folders(folder, sibling):
            (folder / sibling).unlink(missing_ok=True)


def remove_files(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)


def remove_empty_folders(folder: Path, paths: Iterable[str]) -> None:
    """Folders that held only what is gone now, innermost first."""
    left = {ancestor for path in paths for ancestor in ancestors(path)}
    for ancestor in sorted(left, key=len, reverse=True):
        if in_real_folders(folder, ancestor):
            with suppress(OSError):  # It holds something, or is no folder: it stays.
                (folder / ancestor).rmdir()
