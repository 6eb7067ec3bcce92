"""One file per output format: Catalog to text."""
