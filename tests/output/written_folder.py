"""What the tests of the generated folder write, and what lies in it then."""

from pathlib import Path

OLD = {
    "index.md": b"home\n",
    "forums/a.md": b"A\n",
    "forums/b.md": b"B\n",
    "topics/deep/er.md": b"old topic\n",
}
NEW = {"index.md": b"home\n", "forums/a.md": b"A, changed\n", "speakers/new.md": b"new\n", "z.md": b"z\n"}
OTHER = {"index.md": b"another home\n", "forums/a.md": b"A, again\n", "topics/deep/er.md": b"old topic\n"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
