"""What a record is about."""

from __future__ import annotations

from generator.models.ids import TopicId
from generator.models.lists import FEW, Few

MOST_TOPICS = FEW
Topics = Few[TopicId]
"""Few, since each topic has a page, and what is listed there names its other topics."""
