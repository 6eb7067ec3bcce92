"""One file per input format: text to References, as written."""
