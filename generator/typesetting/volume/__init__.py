"""Corpus → a volume, a forum's proceedings or a year's, as data that Typst sets."""

from generator.typesetting.volume.volume import forum_volume, forums_of, year_volume

__all__ = ["forum_volume", "forums_of", "year_volume"]
