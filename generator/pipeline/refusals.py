"""Why a site that was built is not published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.output.verify.summary import Fault
from generator.parsing.messages import Message, Speech, in_words, message
from generator.parsing.problems import visible
from generator.typesetting.left_out import LeftOut


class SiteFaulty(Exception):
    """The built site has faults and was not published; a fault that many pages share is told once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(self.told_in("en"))

    def told_in(self, language: Speech) -> str:
        """A line for each fault."""
        first = {fault.message: fault for fault in reversed(self.faults)}
        pages = Counter(fault.message for fault in self.faults)
        lines = []
        for fault in sorted(first.values()):
            others = message("summary.more_pages", more=pages[fault.message] - 1)
            more = f" {in_words(others, language)}" if pages[fault.message] > 1 else ""
            lines.append(f"{fault.line_in(language)}{more}\n")
        return "".join(lines)


class NotPublished(Exception):
    """Why a site is not published, or not put together, where there can be several reasons."""

    def __init__(self, reasons: Iterable[Message]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(self.told_in("en"))

    def told_in(self, language: Speech) -> str:
        """A line for each reason."""
        return "\n".join(visible(in_words(reason, language)) for reason in self.reasons)


class SiteIncomplete(NotPublished):
    """Volumes or cards cannot be made, and a site without them is not wanted."""

    def __init__(self, missing: Sequence[LeftOut]) -> None:
        super().__init__(one.message for one in missing)
