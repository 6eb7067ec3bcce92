"""Data tables that ship with bibkit."""
