"""`python -m generator` is `proceedings`."""

from generator.cli import main

main(prog_name="proceedings")
