"""References and a person's answers into the Catalog."""
