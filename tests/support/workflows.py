"""What zizmor says of GitHub's workflows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run_zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """Looks at the workflows of a folder as strictly as it can, without the network."""
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--persona", "pedantic", "--no-config", ".github"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
