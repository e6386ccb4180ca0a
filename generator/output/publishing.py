"""One build at a time, and the new site takes the old one's place in one step.

    with build_lock(build, waiting), staging_folder(build) as stage:
        ...  # fill the stage, verify it
        publish(stage, site)

A kill at any moment leaves the old site or the new one, whole; the next build sweeps what else it leaves.
"""

import ctypes
import errno
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from generator.parsing.messages import Message, Refusal, message, verbatim

LOCK = ".lock"
HOLDER = ".lock-holder"
MARKER = ".proceedings-site"
"""A file in a published site that lists its files by hashes; other programs that build there remove it."""

STAGE = re.compile(r"stage-[0-9a-f]{8}(-copy)?")
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # what systems leave in folders that people look at

AT_FDCWD = -100  # Linux, fcntl.h: paths count from the working folder
RENAME_EXCHANGE = 2  # Linux, renameat2(2)
RENAME_SWAP = 2  # macOS, renamex_np(2)
# EPERM: from containers whose seccomp profile is older than renameat2; if it is meant, rename says so again.
CANNOT_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


class CannotPublish(Refusal):
    """The site's folder may not be replaced, or not in one step."""

    def __init__(self, site: Path, reason: Message) -> None:
        super().__init__(message("output.at", path=str(site), reason=reason))


@contextmanager
def build_lock(build: Path, waiting: Callable[[Message], None]) -> Iterator[None]:
    """Only one build at a time; another one says so through `waiting`, once, and waits.

    The system lets go of the lock when its holder dies. A child made by fork alone (multiprocessing's default
    on Linux) would go on holding it: start children with "spawn" or as commands.
    """
    build.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting(message("output.waiting", process=process_of_holder(build)))
        lock.acquire()
    try:
        (build / HOLDER).write_text(f"{os.getpid()}\n", encoding="ascii", newline="\n")
        yield
    finally:
        (build / HOLDER).unlink(missing_ok=True)
        lock.release()


def process_of_holder(build: Path) -> Message:
    """` (process 123)`, or nothing in the moment before the holder has written it down."""
    try:
        number = (build / HOLDER).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return verbatim("")
    return message("output.process", number=number) if number.isdecimal() else verbatim("")


@contextmanager
def staging_folder(build: Path) -> Iterator[Path]:
    """A fresh, empty folder to build the site in, gone afterwards; the caller holds the build's lock."""
    build.mkdir(parents=True, exist_ok=True)
    for left in sorted(build.iterdir()):
        if STAGE.fullmatch(left.name):
            discard(left, build)
    stage = build / f"stage-{token_hex(4)}"
    stage.mkdir()  # Not mkdtemp: only its owner could read such a folder, and it becomes the site.
    try:
        yield stage
    finally:
        discard(stage, build)


def recover(site: Path) -> None:
    """After a kill between two renames there is no site, only the previous one beside it: it is put back.

    To be called at the start of a build, under its lock.
    """
    if not os.path.lexists(site) and is_real_folder(previous_of(site)):
        previous_of(site).rename(site)


def check_replaceable(site: Path) -> None:
    """A build only replaces an empty folder or one that a build made (with the marker or an index.html)."""
    if not os.path.lexists(site):
        return
    if site.is_symlink():
        raise CannotPublish(site, message("output.link"))
    if not site.is_dir():
        raise CannotPublish(site, message("output.no_folder"))
    if os.path.ismount(site):  # On Windows, Path.is_mount raises before Python 3.12.
        raise CannotPublish(site, message("output.mount_point"))
    built = (site / MARKER).is_file() or (site / "index.html").is_file()
    for folder in (site, site.absolute().parent):
        if not os.access(folder, os.W_OK):
            raise CannotPublish(folder, message("output.not_writable"))
    if not built and any(path.name not in LITTER for path in site.iterdir()):
        raise CannotPublish(site, message("output.something_else"))


def publish(stage: Path, site: Path) -> Path | None:
    """The stage becomes the site in one step, and the old site is removed.

    Only what a build made is deleted: files that a person had put into the old site are saved beside the
    stage, in the folder that is returned. Raises CannotPublish, or OSError with the old site in place.
    """
    recover(site)
    check_replaceable(site)
    check_one_file_system(stage, site)
    names = [path.relative_to(stage).as_posix() for path in files_below(stage)]
    listed = json.dumps(sorted(map(_as_listed, names)), indent=0)
    (stage / MARKER).write_text(listed, encoding="ascii", newline="\n")
    let_everybody_read(stage)
    discard(previous_of(site), stage.parent)
    try:
        old = put_in_place(stage, site)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EBUSY):
            raise
        raise CannotPublish(site, message("output.held")) from error
    return discard(old, stage.parent)


def let_everybody_read(stage: Path) -> None:
    """A published site can be read by everybody, such as a web server, whatever the umask."""
    for path in (stage, *stage.rglob("*")):
        mode = path.lstat().st_mode
        readable = mode | (0o555 if stat.S_ISDIR(mode) else 0o444)
        if mode != readable:
            path.chmod(readable)


def put_in_place(stage: Path, site: Path) -> Path:
    """The stage becomes the site; returns the folder in which the old site is now."""
    if not os.path.lexists(site):
        stage.rename(site)
        return stage
    return stage if exchange(stage, site) else replace_in_two_steps(stage, site)


def check_one_file_system(stage: Path, site: Path) -> None:
    """A folder can only change its place in one step within one file system."""
    if stage.stat().st_dev != (site if site.exists() else site.absolute().parent).stat().st_dev:
        raise CannotPublish(site, message("output.other_file_system", build=str(stage.parent)))


def exchange(one: Path, other: Path) -> bool:
    """Two folders change places in one step; False where the system or the file system does not know how."""
    if os.name == "nt":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = ctypes.c_char_p(os.fsencode(one)), ctypes.c_char_p(os.fsencode(other))
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, ctypes.c_uint(RENAME_EXCHANGE))
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(first, second, ctypes.c_uint(RENAME_SWAP))
    else:
        return False
    if not failed:
        return True
    error = ctypes.get_errno()
    if error in CANNOT_EXCHANGE:
        return False
    raise OSError(error, os.strerror(error), str(one), None, str(other))


def replace_in_two_steps(stage: Path, site: Path) -> Path:
    """Without an exchange there is no site for a moment; if killed then, `recover` restores the old one."""
    previous = previous_of(site)
    try:
        site.rename(previous)
        stage.rename(site)
    finally:  # Whatever stopped it in between, Ctrl-C too.
        recover(site)
    return previous


def previous_of(site: Path) -> Path:
    """The old site's folder while the new one takes its place."""
    return site.with_name(f"{site.name}.previous-build")


def discard(tree: Path, build: Path) -> Path | None:
    """Remove what a build made; what a person added to a published site is saved to the folder returned.

    Files that cannot be removed now (open on Windows, a full disk) stay for the next build to sweep.
    """
    if not is_real_folder(tree):
        return None
    saved = new_folder_for_found(build)
    with suppress(OSError):
        save_added(tree, saved)
        shutil.rmtree(tree)
    return saved if saved.exists() else None


def save_added_files(site: Path, build: Path) -> Path | None:
    """As `discard`, before another program empties the site: only added files and the list of files go."""
    saved = new_folder_for_found(build)
    save_added(site, saved)
    (site / MARKER).unlink(missing_ok=True)
    return saved if saved.exists() else None


def new_folder_for_found(build: Path) -> Path:
    return build / f"found-in-site-{token_hex(4)}"


def save_added(site: Path, saved: Path) -> None:
    for path in added_by_hand(site):
        target = saved / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)


def added_by_hand(site: Path) -> list[Path]:
    """The files that are not in a published site's list; none if it has no list, as after plain MkDocs."""
    try:
        listed = json.loads((site / MARKER).read_bytes())
    except (FileNotFoundError, ValueError):
        return []
    if not isinstance(listed, list):
        return []
    known = {_as_listed(MARKER), *map(str, listed), *map(_as_listed, map(str, listed))}  # names, once
    return [
        path
        for path in files_below(site)
        if _as_listed(path.relative_to(site).as_posix()) not in known and path.name not in LITTER
    ]


def _as_listed(name: str) -> str:
    """A hash of a file's name, since the list is published, and some addresses lead on unseen."""
    return sha256(name.encode(errors="surrogateescape")).hexdigest()[:16]


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder; symlinks count as files and are not followed."""
    found = []
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        found += [Path(parent) / name for name in (*names, *links)]
    return found


def is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
