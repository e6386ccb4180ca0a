"""What comes from others, packages and actions of workflows: pinned, looked after, and allowed little."""
