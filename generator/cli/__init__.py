"""The command `proceedings`."""
