"""Inputs that nobody thought of: what must hold for any, and `make fuzz`, which looks for one that breaks it.

`reading`, `prose` and `escaping` say what holds, each claim a function that raises AssertionError. The tests
ask them with a few hundred examples by Hypothesis, `python -m tests.fuzz` with as many as there is time for.
`corpora` draws whole corpora, and `workshop` builds those that pass the check.
"""
