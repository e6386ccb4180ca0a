"""The people and organizations that take part."""

from __future__ import annotations

from typing import ClassVar

from generator.models.ids import OrganizationId, OrganizationKindId
from generator.models.lists import Few, Many
from generator.models.model import Model
from generator.models.parts import Named
from generator.models.texts import Prose, Text
from generator.models.values import Date, FileName


class Membership(Model):
    """A post, today or once; posts held at a forum stand in the forum."""

    organization: OrganizationId
    position: Text | None = None
    start_date: Date | None = None
    end_date: Date | None = None


class Speaker(Named):
    """A person who takes part in forums: presenter, panellist or host."""

    folder: ClassVar[str] = "speakers"

    family_name: Text | None = None
    given_name: Text | None = None
    memberships: Many[Membership] = ()
    biography: Prose | None = None
    image: FileName | None = None


class Organization(Named):
    """A body that organizes forums, sends speakers or is asked for something."""

    folder: ClassVar[str] = "organizations"

    classification: OrganizationKindId
    parent: OrganizationId | None = None
    founding_date: Date | None = None
    dissolution_date: Date | None = None
    """Since when it is no more, under this name at least."""
    successors: Few[OrganizationId] = ()
    """Who took its place: what a renamed ministry is called now, or the bodies that share its tasks."""
    abstract: Prose | None = None
