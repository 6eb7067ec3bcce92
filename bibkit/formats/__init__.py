"""Text to model and back; each module is the one user of its library."""
