"""`python -m generator` is `proceedings`."""

from generator.cli.main import main

main(prog_name="proceedings")
