"""The command `proceedings`: its subcommands, its progress bars and its exit codes."""
