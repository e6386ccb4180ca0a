"""Writing generated files, verifying the built site, and publishing it in one step."""
