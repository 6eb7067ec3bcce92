"""The table between LaTeX commands and Unicode, read in both directions.

Letters with accents are not listed: Unicode's canonical decomposition and the table of marks make all of them.
Sources: the LaTeX kernel's text and math commands (T1, textcomp), T5 for Vietnamese, unicode-math's names.
"""


def _names(rows: str) -> frozenset[str]:
    return frozenset(rows.split())


def _table(rows: str) -> dict[str, str]:
    """Return command -> character of rows of `command character`, a row's pairs set off by blanks."""
    words = rows.split()
    return dict(zip(words[::2], words[1::2], strict=True))


#: Accent command -> combining mark. A command of one letter braces its argument: `{\v{s}}`, but `{\"o}`.
MARKS: dict[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "textcommabelow": "\u0326",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
#: Further accents, decoded but never written: the LaTeX kernel lacks most of them.
MARK_ALIASES: dict[str, str] = {
    "U": "\u030e",
    "G": "\u030f",
    "f": "\u0311",
    "t": "\u0361",
    "textcommaabove": "\u0313",
    "textdotbelow": "\u0323",
    "textogonekcentered": "\u0328",
}
#: What an accent over nothing prints: `\~{}`.
SPACING: dict[str, str] = dict(
    zip("\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328", "`´^~¯˘˙¨˚˝ˇ¸˛", strict=True)
)
#: Accents of math mode, decoded only.
MATH_MARKS: dict[str, str] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0304",
    "breve": "\u0306",
    "dot": "\u0307",
    "ddot": "\u0308",
    "mathring": "\u030a",
    "check": "\u030c",
    "grave": "\u0300",
    "acute": "\u0301",
    "vec": "\u20d7",
}

#: Text command -> the character that is written with it, as `{\name}`.
TEXT = _table(r"""
    ss ß  SS ẞ  ae æ  AE Æ  oe œ  OE Œ  o ø  O Ø  l ł  L Ł  dj đ  DJ Đ  dh ð  DH Ð  th þ  TH Þ  ng ŋ  NG Ŋ
    i ı  j ȷ  ij ĳ  IJ Ĳ  ohorn ơ  OHORN Ơ  uhorn ư  UHORN Ư
    textbackslash \  textbraceleft {  textbraceright }  textasciitilde ~  textasciicircum ^  textasciigrave `
    textless <  textgreater >  textbar |  textbrokenbar ¦  textexclamdown ¡  textquestiondown ¿
    ldots …  guillemotleft «  guillemotright »  guilsinglleft ‹  guilsinglright ›  quotedblbase „  quotesinglbase ‚
    textperiodcentered ·  textbullet •  textdagger †  textdaggerdbl ‡  S §  P ¶
    pounds £  texteuro €  textyen ¥  textcent ¢  textcurrency ¤
    textcopyright ©  textregistered ®  texttrademark ™  textnumero №  textmusicalnote ♪
    textdegree °  textcelsius ℃  textmu µ  textminus −  textperthousand ‰
    textordfeminine ª  textordmasculine º  textonehalf ½  textonequarter ¼  textthreequarters ¾
    textasciidieresis ¨  textasciiacute ´  textasciimacron ¯
""")
#: Commands for what is written in another way: decoded only.
TEXT_ALIASES = _table(r"""
    aa å  AA Å  Ohorn Ơ  Uhorn Ư  dbar đ  Dbar Đ  textschwa ə
    textquotesingle '  textquoteleft ‘  textquoteright ’  lq ‘  rq ’  quotesingle '
    textquotedblleft “  textquotedblright ”  textquotedbl "  dq "  textquotedblbase „  textquotesinglbase ‚
    glqq „  grqq “  glq ‚  grq ‘  flqq «  frqq »  flq ‹  frq ›  guillemetleft «  guillemetright »
    textendash –  textemdash —  textellipsis …  dots …  textdollar $  textunderscore _  textasteriskcentered *
    textpm ±  texttimes ×  textdiv ÷  textlnot ¬  textohm Ω  textrightarrow →  textleftarrow ←
    textonesuperior ¹  texttwosuperior ²  textthreesuperior ³
    textparagraph ¶  textsection §  textsterling £  euro €  EUR €  copyright ©  dag †  ddag ‡
    LaTeX LaTeX  LaTeXe LaTeX2ε  TeX TeX  BibTeX BibTeX  XeTeX XeTeX  LuaTeX LuaTeX  slash /  hyp -
""") | dict.fromkeys(("space", "nobreakspace", "quad", "qquad", "thinspace", "newline", "linebreak", "par"), " ")

#: Math command of the LaTeX kernel -> the character that is written with it, as `$\name$`.
MATH = _table(r"""
    alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ
    lambda λ  mu μ  nu ν  xi ξ  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ  upsilon υ  phi ϕ
    varphi φ  chi χ  psi ψ  omega ω
    Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
    times ×  div ÷  pm ±  mp ∓  cdot ⋅  ast ∗  star ⋆  circ ∘  bullet ∙  oplus ⊕  ominus ⊖  otimes ⊗  odot ⊙
    wedge ∧  vee ∨  cap ∩  cup ∪  neg ¬  setminus ∖
    leq ≤  geq ≥  neq ≠  ll ≪  gg ≫  approx ≈  sim ∼  simeq ≃  cong ≅  equiv ≡  propto ∝
    in ∈  ni ∋  notin ∉  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  emptyset ∅  forall ∀  exists ∃
    top ⊤  bot ⊥  mid ∣  parallel ∥  rightarrow →  leftarrow ←  leftrightarrow ↔  uparrow ↑  downarrow ↓
    Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔  mapsto ↦
    infty ∞  partial ∂  nabla ∇  sum ∑  prod ∏  int ∫  surd √  prime ′
    ell ℓ  hbar ℏ  Re ℜ  Im ℑ  aleph ℵ  wp ℘  angle ∠  triangle △
    langle ⟨  rangle ⟩  lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  cdots ⋯  vdots ⋮  | ‖
    spadesuit ♠  heartsuit ♡  diamondsuit ♢  clubsuit ♣  flat ♭  natural ♮  sharp ♯
""")
#: Other math commands of the kernel, decoded only.
MATH_ALIASES = _table(r"""
    le ≤  ge ≥  ne ≠  to →  gets ←  iff ⇔  longrightarrow →  longleftarrow ←  Longrightarrow ⇒
    lnot ¬  land ∧  lor ∨  vert |  Vert ‖  backslash \  lbrace {  rbrace }  lbrack [  rbrack ]
    ldots …  dots …  dagger †  ddagger ‡  colon :  owns ∋
""") | dict.fromkeys(("quad", "qquad"), " ")
#: Math commands of packages (amsmath, amssymb), decoded only.
MATH_PACKAGES = _table(r"""
    leqslant ≤  geqslant ≥  lesssim ≲  gtrsim ≳  thicksim ∼  varnothing ∅  implies ⇒  degree °  varkappa ϰ
    lvert |  rvert |  lVert ‖  rVert ‖  dotsc …  dotsb ⋯  square □  blacksquare ■  bigstar ★  checkmark ✓  complement ∁
""")
#: Math commands of packages -> what the kernel has in their place.
KERNEL_MATH: dict[str, str] = {
    "mathbb": "mathbf",
    "mathds": "mathbf",
    "mathfrak": "mathbf",
    "boldsymbol": "mathbf",
    "bm": "mathbf",
    "mathscr": "mathcal",
    "text": "mbox",
    "operatorname": "mathrm",
    "dfrac": "frac",
    "tfrac": "frac",
    "leqslant": "leq",
    "geqslant": "geq",
    "thicksim": "sim",
    "varnothing": "emptyset",
    "implies": "Rightarrow",
}
#: Blackboard letters with a character outside the mathematical block.
BLACKBOARD: dict[str, str] = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
#: Functions whose name is what they print.
FUNCTIONS = _names("""
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min
    Pr sec sin sinh sup tan tanh bmod
""")

#: Characters with a plain spelling in LaTeX. A curly apostrophe and a straight one are the same there.
SPELLED: dict[str, str] = {
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "\u2010": "-",
    "\u2011": "-",
    "\u00a0": "~",
    "\u202f": "~",
    "\u2009": r"\,",
    "\u00ad": r"\-",
    "ſ": "s",
}
#: Superscript and subscript characters, written with `\textsuperscript` and `\textsubscript`.
SUPERSCRIPT: dict[str, str] = dict(zip("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True))
SUBSCRIPT: dict[str, str] = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
#: Greek capitals that look Latin and have no command.
GREEK_AS_LATIN: dict[str, str] = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True))
#: Characters that print nothing and stop LaTeX: left out both ways.
INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"

#: `\x` for an x that is no letter, where it prints something else than x.
CONTROL_SYMBOLS: dict[str, str] = dict.fromkeys("\\ \n\t,;:>", " ") | dict.fromkeys("!/-@)]", "") | {"|": "‖"}
#: Commands whose first arguments print nothing -> how many.
HIDDEN_ARGUMENTS: dict[str, int] = {
    "href": 1,
    "textcolor": 1,
    "color": 1,
    "foreignlanguage": 1,
    "selectlanguage": 1,
    "fontsize": 2,
    "footnote": 1,
    "thanks": 1,
    "noopsort": 1,
    "vspace": 1,
    "hspace": 1,
    "label": 1,
}
#: Commands of the kernel that change the look alone: safe to leave in math.
MATH_STYLES = _names("mathcal mathbf mathrm mathsf mathit mathtt mbox textrm textit textbf left right big Big")
#: Commands that change the look alone, or nothing: they may stand without an argument.
SILENT = MATH_STYLES | _names("""
    em it bf sc tt rm sf sl bfseries itshape scshape ttfamily rmfamily sffamily slshape upshape mdseries normalfont
    small footnotesize scriptsize tiny large Large LARGE huge Huge normalsize relax protect ignorespaces noindent
    bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle scriptstyle limits nolimits mathbb mathscr mathfrak
    boldsymbol bm pmb operatorname mathop mathbin ensuremath text hbox textup textnormal emph texttt textsc textsf
    newblock allowbreak today
""")
