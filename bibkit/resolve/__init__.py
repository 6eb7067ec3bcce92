"""References to Works: identify, ask, match, merge."""
