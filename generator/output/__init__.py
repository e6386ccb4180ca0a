"""Exact files, one step to publish, every link verified."""
