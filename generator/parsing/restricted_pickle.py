"""Values of our own types, read back from a file of build/cache/: whatever it holds, nothing in it is run."""

from __future__ import annotations

import pickle

BUILT_IN = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("decimal", "Decimal"),
        ("datetime", "date"),
        ("datetime", "time"),
        ("datetime", "datetime"),
    }
)
OURS = "generator.models."
"""The package of the types of records; none of them does anything when it is made."""


class RestrictedUnpickler(pickle.Unpickler):
    """Makes records, their parts, days and numbers; raises UnpicklingError for everything else."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in BUILT_IN or (module.startswith(OURS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a type of records")
