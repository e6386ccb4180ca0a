"""Corpus → volumes: the proceedings of a forum or of a year, as data for Typst."""

from generator.typesetting.volume.volume import forum_volume, forums_of, year_volume

__all__ = ["forum_volume", "forums_of", "year_volume"]
