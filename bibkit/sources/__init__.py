"""One file per service: an identifier or a title to Records."""
