"""LaTeX field values <-> Unicode text, by `latex_table`. Not for url, doi, eprint and file: those are raw."""

from bibkit.text.latex_decode import to_unicode
from bibkit.text.latex_encode import escape, to_latex, unencodable

__all__ = ["escape", "to_latex", "to_unicode", "unencodable"]
