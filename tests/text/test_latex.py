"""LaTeX field values <-> Unicode text."""

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.formats import from_bib
from bibkit.text import latex_table
from bibkit.text.latex import escape, to_latex, to_unicode, unencodable

#: Letters that LaTeX has: those with a decomposition into known marks, and those of the table.
LETTERS = [
    chr(code)
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).isalpha() and not unencodable(chr(code)) and chr(code) != "ſ"
]
WORDS = st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=8), min_size=1, max_size=5)

#: Pieces of LaTeX, sound and broken.
TOKENS = [
    *"\\{}$~^_`'\"-abuvi (),%[]\n",
    "\\'",
    "\\i",
    "\\v",
    "\\frac",
    "\\textbf",
    "\\unicode",
    "\\(",
    "\\)",
    "--",
    "é",
    "\u0301",
]

TEXTS = st.text() | st.lists(st.sampled_from(TOKENS)).map("".join)

#: Share of the cases that must be right, each way.
BAR = 0.98


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        pytest.param(r"J{\"o}rg", "Jörg", id="a braced accent"),
        pytest.param(r"J\"org", "Jörg", id="an accent without braces"),
        pytest.param(r"J\"{o}rg", "Jörg", id="an accent with a braced letter"),
        pytest.param(r"M{\"{u}}ller", "Müller", id="braces round both"),
        pytest.param(r"\v Cap \c{s} \H{o}", "Čap ş ő", id="accents with a letter for a name"),
        pytest.param(r"{\'\i} \'{\i} {\'i}", "í í í", id="a dotless i under an accent is an i"),
        pytest.param(r"\d\i", "ı̣", id="a mark below leaves the i dotless"),
        pytest.param(r"Nguy{\~{\^e}}n", "Nguyễn", id="two accents on one letter"),
        pytest.param(r"\' e", "é", id="a blank between accent and letter"),
        pytest.param(r"\'{\ae}", "ǽ", id="an accent on a letter command"),
        pytest.param(r"\~{} \^{}", "~ ^", id="an accent over nothing is its sign"),
        pytest.param(r"{\textcommabelow{s}} {\DH} {\dj}", "ș Ð đ", id="commands that decoders miss"),
        pytest.param(r"\o re \O{}re {\L}", "øre Øre Ł", id="a command eats the blank after it, braces save it"),
        pytest.param(r"{\LaTeX} and \TeX\ and \BibTeX{}", "LaTeX and TeX and BibTeX", id="logos"),
        pytest.param(r"\pounds 5, \S 3", "£5, §3", id="signs"),
        pytest.param("100% of R&D", "100% of R&D", id="bare specials are text"),
        pytest.param(r"100\% R\&D \#1 a\_b \$5 \{x\}", "100% R&D #1 a_b $5 {x}", id="escaped specials"),
        pytest.param("a -- b --- c", "a – b — c", id="dashes"),
        pytest.param("-{}- -{-}", "-- --", id="braces part a ligature"),
        pytest.param("``a'' `b' ,,c''", "“a” ‘b' „c”", id="quotes"),
        pytest.param("?`Qu{\\'e}? !`No!", "¿Qué? ¡No!", id="Spanish signs"),
        pytest.param("No.~5", "No. 5", id="a tie is a blank"),
        pytest.param(r"hy\-phen, f\/i, 10\,000", "hyphen, fi, 10 000", id="invisible commands"),
        pytest.param("two\n     lines", "two lines", id="a line break is a blank"),
        pytest.param(r"\href{https://x.org/a_b}{the text}", "the text", id="a link shows its text"),
        pytest.param(r"\url{https://x.org/~u%20}", "https://x.org/~u%20", id="an address is raw"),
        pytest.param(r"\emph{a} {\it b} {\bf\em c} \textsc{d}", "a b c d", id="looks go"),
        pytest.param(r"H\textsubscript{2}O 19\textsuperscript{th}", "H₂O 19th", id="raised and lowered text"),
        pytest.param(r"\footnote{x}a {\noopsort{1973b}}1973", "a 1973", id="hidden arguments"),
        pytest.param(r"\foo{bar} \foo baz", r"bar \foo baz", id="an unknown command keeps its argument, or stays"),
        pytest.param(r"\unicode{8206}a\unicode{233}\symbol{233}\char233 ", "aééé", id="characters by number"),
        pytest.param("$O(n \\log n)$", "O(n log n)", id="functions in math"),
        pytest.param(r"$L_2$ CO$_2$ x$^{2}$", "L2 CO2 x2", id="positions are not shown"),
        pytest.param(r"$\alpha$-$\beta$ $n \times n$", "α-β n × n", id="symbols"),
        pytest.param(r"90$^\circ$ $f^\prime$", "90° f′", id="raised signs"),
        pytest.param(r"$\mathcal O(\frac{a}{b})$ $\mathbb{R}^d$ $\sqrt{n}$", "O(a/b) ℝd √n", id="structures"),
        pytest.param(r"\(\hat x\) \ensuremath{\beta}", "x̂ β", id="other ways into math"),
        pytest.param(r"CP\({}^{\mbox{3}}\)", "CP3", id="DBLP's superscript"),
        pytest.param(r"{\textdollar}L{\_}2{\textdollar} norm", "L2 norm", id="DBLP's escaped math"),
        pytest.param(r"{\textdollar}{\textbackslash}sqrt\{T\}{\textdollar}", "√T", id="DBLP's escaped command"),
        pytest.param(r"from \$5 to \$10", "from $5 to $10", id="two prices are no math"),
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("a\u200bb", "ab", id="invisible characters go"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_decode(latex: str, text: str) -> None:
    assert to_unicode(latex) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        pytest.param("Jörg Åström", r"J{\"o}rg {\r{A}}str{\"o}m", id="one braced group an accent"),
        pytest.param("Garcí", r"Garc{\'i}", id="i keeps its dot for LaTeX to take off"),
        pytest.param("Nguyễn Thị", r"Nguy{\~{\^e}}n Th{\d{i}}", id="nested accents, marks below"),
        pytest.param("ớ ả", r"{\'{\ohorn}} {\h{a}}", id="horn and hook"),
        pytest.param("ș ş Ł ß đ", r"{\textcommabelow{s}} {\c{s}} {\L} {\ss} {\dj}", id="letters of their own"),
        pytest.param("x̄ ǿ", r"{\=x} {\'{\o}}", id="marks without a composed letter"),
        pytest.param("R&D 100% #1 a_b $5", r"R\&D 100\% \#1 a\_b \$5", id="specials"),
        pytest.param("{a} \\ ~ ^", r"{\textbraceleft}a{\textbraceright} {\textbackslash} {\textasciitilde} "
                     r"{\textasciicircum}", id="braces stay balanced for BibTeX, which counts escaped ones"),
        pytest.param("a < b | c", r"a {\textless} b {\textbar} c", id="signs that OT1 lacks"),
        pytest.param("a – b — c…", r"a -- b --- c{\ldots}", id="dashes"),
        pytest.param("“a” ‘b’ „c“", "``a'' `b' {\\quotedblbase}c``", id="quotes"),
        pytest.param("«a»", r"{\guillemotleft}a{\guillemotright}", id="quotes with a command"),
        pytest.param("–- ‘“a”’", "--{}- `{}``a''{}'", id="neighbours don't run into another ligature"),
        pytest.param("β-VAE αβ", r"$\beta$-VAE $\alpha{}\beta$", id="Greek, never two dollars in a row"),
        pytest.param("$L_2$ and $5", r"$L_2$ and \$5", id="math stays, a price is escaped"),
        pytest.param(r"in $\mathbb{R}^d$", r"in $\mathbf{R}^d$", id="math of packages is put into the kernel's"),
        pytest.param(r"in $\poly(n)$", "in poly(n)", id="math with unknown commands becomes text"),
        pytest.param("$α_1 x$", r"$\alpha_1 x$", id="symbols inside math"),
        pytest.param("≤ ∞ × ²", r"$\leq$ $\infty$ $\times$ {\textsuperscript{2}}", id="symbols"),
        pytest.param("ﬁt Ｆ 𝒩", "fit F N", id="look-alikes of ASCII"),
        pytest.param("a\u00a0b\u200bc\u00ad", r"a~bc\-", id="odd blanks"),
        pytest.param("李 x", "李 x", id="what LaTeX can't print stays"),
    ],
)  # fmt: skip
def test_encode(text: str, latex: str) -> None:
    assert to_latex(text) == latex


def test_keep_math_keeps_all_but_single_symbols() -> None:
    assert to_unicode(r"$\alpha$-{A} in $L_2$ and \(n^2\)", keep_math=True) == "α-A in $L_2$ and $n^2$"


def test_unicode_dialect_escapes_specials_alone() -> None:
    assert escape("Müller & “β” – 100% {x} $L_2$ cafe\u0301") == (
        r"Müller \& “β” – 100\% {\textbraceleft}x{\textbraceright} $L_2$ café"
    )


def test_unencodable_names_each_character_once() -> None:
    assert unencodable("李明 and 李 Müller β ħ") == "李明ħ"


@given(WORDS)
def test_latin_text_survives_both_ways(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(words))
    encoded = to_latex(text)
    assert encoded.isascii()
    assert to_unicode(encoded) == text
    assert to_unicode(escape(text)) == text


@given(TEXTS)
def test_encoded_text_is_balanced_and_holds_no_bare_special(text: str) -> None:
    encoded = to_latex(text)
    assert _is_balanced(encoded)
    assert _is_balanced(escape(text))
    assert not re.search(r"(?<!\\)[%#&]", encoded)
    assert "$$" not in encoded.replace(r"\$", "")


@given(TEXTS)
def test_a_second_trip_changes_nothing(text: str) -> None:
    once = to_unicode(to_latex(text), keep_math=True)
    assert to_unicode(to_latex(once), keep_math=True) == once


@given(TEXTS, st.booleans())
def test_decode_never_raises_and_gives_normal_text(latex: str, keep_math: bool) -> None:
    text = to_unicode(latex, keep_math=keep_math)
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text


@pytest.mark.parametrize("unit", ["{", "}", "\\'{", "$", "\\frac{", "^{", "\\hat{", "``", "\\textsuperscript{"])
def test_hostile_nesting_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    to_unicode(unit * 5_000)
    assert time.perf_counter() - start < 5


def test_no_character_has_two_written_commands() -> None:
    written = [*latex_table.TEXT.values(), *latex_table.MATH.values()]
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("character", [*latex_table.TEXT.values(), *latex_table.MATH.values()])
def test_every_character_of_the_table_survives(character: str) -> None:
    assert to_unicode(to_latex(character)) == character


@pytest.mark.shared
def test_cases(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "cases/latex_unicode_cases.jsonl").open(encoding="utf-8")][1:]
    decoded = [row["id"] for row in rows if not _is_accepted(_decoded(row), row)]
    encoded = [
        row["id"]
        for row in rows
        if row["reverse"] and row["kind"] not in ("url", "doi") and not _prints(to_latex(row["unicode"]), row)
    ]
    assert len(decoded) <= (1 - BAR) * len(rows), decoded
    assert len(encoded) <= (1 - BAR) * len(rows), encoded


def _decoded(row: dict[str, str]) -> str:
    return from_bib.raw(row["latex"]) if row["kind"] in ("url", "doi") else to_unicode(row["latex"])


def _is_accepted(text: str, row: dict[str, str]) -> bool:
    """Return whether a text is the case's, up to apostrophes, blanks and what its note accepts (`accept CO₂ too`)."""
    wanted = [_loose(row["unicode"])]
    for accepted in re.findall(r"accept (\S+)", row["note"]):
        plain = unicodedata.normalize("NFKC", accepted)
        wanted.append(_loose(row["unicode"].replace(plain, accepted)))
    return _loose(text) in wanted


def _prints(latex: str, row: dict[str, str]) -> bool:
    """Return whether LaTeX is the canonical form but for protective braces and ties, which the text doesn't show."""
    return _bare(latex) == _bare(row["canonical"])


def _bare(latex: str) -> str:
    return re.sub(r"\{([A-Za-z]+)\}", r"\1", latex).replace("~", " ")


def _loose(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[’‘]", "'", text))


def _is_balanced(latex: str) -> bool:
    """Return whether the braces close each other as BibTeX counts them: backslashes don't matter."""
    depth = 0
    for brace in re.findall(r"[{}]", latex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
