"""One value or a list of them: the first stays where it is written, the others go to a field of theirs."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.models import Party


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ({"organization": "a"}, ("a",)),
        ({"organization": ["a"]}, ("a",)),
        ({"organization": ["a", "b", "c"]}, ("a", "b", "c")),
        ({"organization": "a", "other_organizations": ["b"]}, ("a", "b")),
        ({"organization": "a", "other_organizations": []}, ("a",)),
        ({"person": "x", "organization": []}, ()),
    ],
)
def test_one_or_a_list(written: dict[str, object], held: tuple[str, ...]) -> None:
    party = Party.model_validate(written)
    assert party.organizations == held
    assert (party.organization, party.other_organizations) == (held[0] if held else None, held[1:])
    assert Party.model_validate(party.model_dump(mode="json")) == party


@pytest.mark.parametrize("organization", [[], ["a"], None])
def test_the_others_are_not_written_twice_or_alone(organization: object) -> None:
    with pytest.raises(ValidationError):
        Party.model_validate({"person": "x", "organization": organization, "other_organizations": ["b"]})
