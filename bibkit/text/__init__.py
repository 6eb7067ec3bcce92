"""Text to text: LaTeX, names, titles. Knows nothing of works or files."""
