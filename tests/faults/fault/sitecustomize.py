"""Python runs this file as it starts wherever its folder is on PYTHONPATH: one process then meets a signal.

FAULT names the process by its command line, the moment by what Python is about to do (an audit event, its
first argument, how often it was so before), and the signal. HIDDEN names packages that are then not found.
"""

import itertools
import json
import os
import re
import sys
from collections.abc import MutableMapping


def arm(event: str, argument: str, times: int, sent: int) -> None:
    count = itertools.count(1)

    def meet(happens: str, arguments: tuple[object, ...]) -> None:
        if happens == event and re.search(argument, str(arguments[0])) and next(count) == times:
            os.kill(os.getpid(), sent)

    sys.addaudithook(meet)


def hide(package: str) -> None:
    modules: MutableMapping[str, object] = sys.modules  # type: ignore[assignment]  # None: not to be imported
    modules[package] = None


for hidden in os.environ.get("HIDDEN", "").split():
    hide(hidden)
if "FAULT" in os.environ:
    who, event, argument, times, sent = json.loads(os.environ["FAULT"])
    if re.search(who, " ".join(sys.orig_argv)):
        arm(event, argument, times, sent)
