"""Builds the site of this folder without a network, and compares it with the one that lies here.

    python3 build.py FOLDER

FOLDER is made; afterwards it holds the programs, a copy of the records and the new site. Python is enough.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file or a pipe on Windows may know no Hangul
    if len(sys.argv) != 2:
        sys.exit("python3 build.py FOLDER")
    folder = Path(sys.argv[1]).resolve()
    if folder.exists():
        sys.exit(f"{folder}: 이미 있습니다. 새 폴더를 적으십시오. / is there already; name a new folder")
    sums = read_sums()
    damaged = [name for name, digest in sums.items() if digest_of(HERE / name) != digest]
    if damaged:
        told = "\n".join(damaged)
        sys.exit(
            f"{told}\n없거나 바뀐 파일입니다. 다시 받아 오십시오. / missing or changed; copy the folder again"
        )
    say(f"파일 {len(sums)}개가 온전합니다.", f"{len(sums)} files are whole.")
    programs = install(folder / ".venv")
    archive = folder / "archive"
    shutil.copytree(HERE / "content", archive / "content")
    shutil.copy(HERE / "mkdocs.yml", archive)
    subprocess.run([programs / "proceedings", "--project", archive, "build"], check=True)
    compare(archive / "site", {name: digest for name, digest in sums.items() if name.startswith("site/")})


def read_sums() -> dict[str, str]:
    """Each file of this folder and its sum."""
    lines = (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def digest_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def install(environment: Path) -> Path:
    """The wheels of this folder in an environment of their own; returns the folder of its commands."""
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install"]
    # Most modules are never imported: what is compiled when it is needed costs less than all.
    how = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-compile"]
    wheels = HERE / "wheels"
    what = [
        "--find-links",
        str(wheels),
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        str(wheels / "requirements.txt"),
    ]
    subprocess.run([*pip, *how, *what], check=True)
    return programs


def compare(site: Path, expected: dict[str, str]) -> None:
    """Ends with 1 unless the new site has the files of the one that lies here, byte by byte."""
    names = {f"site/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()}
    other = sorted(
        name
        for name in names | expected.keys()
        if digest_of(site.parent / name) != expected.get(name, "missing")
    )
    if other:
        print(*other, sep="\n")
        sys.exit(f"파일 {len(other)}개가 다릅니다. / {len(other)} files are not the same")
    say(f"같은 바이트입니다: 파일 {len(names)}개, {site}", f"The same bytes: {len(names)} files, {site}")


def say(korean: str, english: str) -> None:
    print(f"{korean} / {english}", flush=True)


if __name__ == "__main__":
    main()
