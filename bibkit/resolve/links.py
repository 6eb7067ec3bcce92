"""The table of links: which page of which site carries which identifier, and where an identifier's page is.

A site is added here, in one row, with a case in tests/resolve/test_identify.py.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """One kind of page. `pattern` is matched, without regard to case, against path and query with escapes resolved.

    Its groups: `id` is the value (or those that `value` names), `version` the version of the text, `hint` the words
    of the title. The first row of a host that matches is taken, so a row without a scheme keeps later ones away.
    """

    hosts: str  #: host names without `www.`; `.name` takes its sub-domains too
    pattern: str
    scheme: str = ""  #: '' if the page names a work, but not by an identifier
    value: str = "{id}"
    problem: str = ""  #: what is to be said of the page, with groups in braces
    guess: bool = False  #: the identifier follows from a habit of the site, so it must be checked: derived only
    keep: str | None = ""  #: parameters that choose the page, the others go; None: all but tracking


_ARXIV = r"(?P<id>[a-z-]+(?:\.[a-z]{2})?/\d{7}(?!\d)|\d+\.\d+)(?P<version>v\d+)?"
_ARXIV_HOSTS = ".arxiv.org ar5iv.org .alphaxiv.org xxx.lanl.gov arxiv-vanity.com"
_BIORXIV = ".biorxiv.org .medrxiv.org"
_HAL = r"(?P<id>[a-z]+(?:[-_][a-z]+)*[-_]\d{6,8})(?P<version>v\d+)?(?:/|$)"
_ACL = r"(?P<id>[a-z]\d\d-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+)(?P<version>v\d+)?(?![\w-])"
_ACL_HOSTS = ".aclanthology.org .aclweb.org aclanthology.info .aclanthology.coli.uni-saarland.de"
_REVISION = "OpenReview's {page} is a revision, which does not say its paper"
_FILE = r"(?:\.html|\.pdf|\.bib|/[\w.-]+|/?$)"
_JMLR = ".jmlr.org jmlr.csail.mit.edu"
_NIPS = "papers.nips.cc papers.neurips.cc proceedings.neurips.cc"
_HASH = r"/[\w/]+/(?P<id>\d{4})/(?:hash|file)/(?P<hash>[0-9a-f]{32})"
_CVF = "openaccess.thecvf.com cv-foundation.org"
_CVF_FILE = r"/(?:html|papers|supplemental)/(?:[^/]+/)?"
_CVF_WORKSHOP = rf"/[\w/]*content_[a-z]+_(?:\d{{4}}_workshops|workshops_\d{{4}})/\w+{_CVF_FILE}"
_STEM = r"(?P<id>[^/_]+_(?P<hint>[^/]+?))"
_USENIX_FILE = r"-(?:paper-)?(?P<id>[\w-]+?)(?:_\d)?\.pdf"
_DOI = r"(?P<id>10\.\d{4,9}/.+)"
_RESOLVERS = "doi.org dx.doi.org doi.acm.org doi.ieeecomputersociety.org hdl.handle.net"
_XPLORE = "ieeexplore.ieee.org xplorestaging.ieee.org"
_ACM_PAIR = "10.1145/{id} is a guess from ACM's numbers, to be checked before it is used"
_ACM_HALF = "ACM's number {id} is only the end of a DOI"
#: publishers whose addresses end in a DOI
_HOUSES = """link.springer.com nature.com frontiersin.org iopscience.iop.org journals.aps.org link.aps.org degruyter.com
    emerald.com .biomedcentral.com .springeropen.com"""
_NATURE = r"/(?:articles|\w+/journal/v\d+/n\d+/\w+)/"
_NATURE_ID = r"[sd]\d{5}-\d{3}-\d{4,6}-\w|(?:nature|ncomms|srep)\d+|[a-z]+(?:\.[a-z]*\d*)+?|[a-z]+\d{1,4}|\d+[a-z]\d+"
_NATURE_YEAR = r"(?P<journal>(?!nature|ncomms|srep)[a-z]+)(?P<year>(?:19|20)\d\d)(?P<id>\d{1,3})"
_NATURE_END = r"(?:_reference)?(?:\.e?pdf|\.html|[/?]|$)"
_PII = r"(?P<id>[SB]?\d[\dX()-]{14,22}[\dA-Z]?)(?![\dA-Z])"
_CITESEER = "{id} is CiteSeerX's own number, not a DOI"
_GITHUB_PAGES = "|".join(
    """about apps blog collections contact customer-stories enterprise explore features issues login marketplace new
    notifications orgs pricing pulls readme search security settings signup site sponsors stars topics trending
    users""".split()  # noqa: SIM905
)

ROWS: tuple[Row, ...] = (
    # preprints and repositories
    Row(_ARXIV_HOSTS, rf"(?:/(?!list/|search/|a/|year/|catchup/)[\w-]+)*?/(?:arxiv:)?{_ARXIV}", "arxiv"),
    Row("huggingface.co hf.co emergentmind.com", rf"/papers/{_ARXIV}", "arxiv"),
    Row("semanticscholar.org scirate.com papers.cool", rf"/arxiv/{_ARXIV}", "arxiv"),
    Row("api.semanticscholar.org", rf"/(?:graph/)?(?:v1/paper/)?arxiv:{_ARXIV}", "arxiv"),
    Row(_BIORXIV, r"/content/(?:\w+/)?(?P<id>10\.\d{4,9}/[\d.]*\d)(?P<version>v\d+)?", "doi"),
    Row(_BIORXIV, r"/content/.*?early/[\d/]+/(?P<id>(?:[\d.]{11})?\d{6,})(?P<version>v\d)?", "doi", "10.1101/{id}"),
    Row("researchsquare.com", r"/article/(?P<id>rs-\d+)/(?P<version>v\d+)", "doi", "10.21203/rs.3.{id}/{version}"),
    Row(".hal.science .archives-ouvertes.fr hal.inria.fr", f"/{_HAL}", "hal"),
    Row("papers.ssrn.com", r"/sol3/.*[?&]abstract_?id=(?P<id>\d+)", "ssrn", keep="abstract_id abstractid"),
    Row("ssrn.com", r"/abstract=(?P<id>\d+)", "ssrn"),
    Row("zenodo.org", r"/(?:api/)?records?/(?P<id>\d+)", "zenodo"),
    # computing's own proceedings
    Row(_ACL_HOSTS, rf"/(?:.*/)?{_ACL}", "acl"),
    Row(".openreview.net", r"/(?:forum|pdf|revisions)/?\?(?:.*&)?id=(?P<id>[\w-]+)(?![\w./])", "openreview", keep="id"),
    Row(".openreview.net", r"/(?P<page>references/pdf|attachment|pdf/[0-9a-f]{40})", problem=_REVISION, keep="id name"),
    Row(".mlr.press", rf"/(?P<id>[vr]\d+/[\w-]+){_FILE}", "pmlr"),
    Row(_JMLR, rf"/proceedings/papers/(?P<id>[vr]\d+/[\w-]+){_FILE}", "pmlr"),
    Row("raw.githubusercontent.com", r"/mlresearch/(?P<vol>[vr]\d+)/.*assets/(?P<id>[\w-]+)/", "pmlr", "{vol}/{id}"),
    Row(_JMLR, rf"/(?:beta/)?papers/v(?:olume)?(?P<vol>\d+)/(?P<id>[\w-]+){_FILE}", "jmlr", "v{vol}/{id}"),
    Row(_NIPS, _HASH, "neurips", "{id}/{hash}"),
    Row(_NIPS, r"/paper/(?P<id>\d+-(?P<hint>[\w-]+))", "neurips"),
    # the track for datasets numbered its papers anew, twice in 2021
    Row("datasets-benchmarks-proceedings.neurips.cc", rf"{_HASH}-\w+-(?P<t>round\d)", "neurips", "{id}-{t}/{hash}"),
    Row("proceedings.mlsys.org", _HASH, "mlsys", "{id}/{hash}"),
    Row("proceedings.mlsys.org", r"/(?P<id>book/\d+)\.pdf", "mlsys"),
    Row("proceedings.iclr.cc", _HASH, "iclr", "{id}/{hash}"),
    # CVF's workshops carried the name of the conference in their files until 2018
    Row(_CVF, rf"{_CVF_WORKSHOP}{_STEM}_(?P<conf>[a-z]+)_(?P<year>\d{{4}})_[ps]", "cvf", "{id}_{conf}W_{year}"),
    Row(_CVF, rf"{_CVF_WORKSHOP}{_STEM}_(?P<year>\d{{4}})_(?P<conf>[a-z]+)_[ps]", "cvf", "{id}_{conf}W_{year}"),
    Row(f"{_CVF} ecva.net", rf"/[\w/]+{_CVF_FILE}(?P<id>[^/_]+_[^/_]+_(?P<hint>[^/]+?)_ECCV_2018)_[ps]", "cvf"),
    Row(_CVF, rf"/[\w/]+{_CVF_FILE}(?P<id>[^/_]+_(?P<hint>[^/]+?)_(?:[a-z]+_\d{{4}}|\d{{4}}_[a-z]+))_[ps]", "cvf"),
    Row("ijcai.org", r"/proceedings/(?P<year>\d{4})/0*(?P<id>\d+)", "ijcai", "{year}/{id}"),
    Row("ijcai.org", r"/(?:abstract|proceedings)/(?P<year>\d\d)/(?:papers/)?0*(?P<id>\d+)", "ijcai", "20{year}/{id}"),
    Row("ijcai.org", r"/papers(?P<year>\d\d)/\w+/IJCAI\d\d-0*(?P<id>\d+)", "ijcai", "20{year}/{id}"),
    Row(".aaai.org", r"/(?:ojs/)?(?:index\.php/)?\w+/article/(?:view|download|viewFile)/(?P<id>\d+)", "aaai"),
    Row("cdn.aaai.org", r"/ojs/(?P<id>\d+)/\d+-[\d-]+\.pdf", "aaai"),
    Row(".aaai.org", r"/ocs/index\.php/\w+/\w+/paper/[a-z]+/(?P<id>\d+)", "aaai"),
    Row(".aaai.org", r"/(?P<id>papers/\d+-(?P<hint>[\w-]+))/?$", "aaai"),
    Row(".aaai.org", r"/(?P<id>Papers/[\w./-]+)\.pdf", "aaai"),
    Row("usenix.org", r"/conference/(?P<conf>[a-z]+\d\d)/.*\bpresentation/(?P<id>[\w-]+)", "usenix", "{conf}/{id}"),
    Row("usenix.org", rf"/system/files/(?:.*/)?sec(?P<year>\d\d){_USENIX_FILE}", "usenix", "usenixsecurity{year}/{id}"),
    Row("usenix.org", rf"/system/files/(?:.*/)?(?P<conf>[a-z]+\d\d){_USENIX_FILE}", "usenix", "{conf}/{id}"),
    Row(
        "isca-speech.org isca-archive.org",
        r"/(?:archive/|pdfs/)*(?P<conf>\w+_\d{4})/(?:[a-z]+/)?(?!index\b)(?P<id>\w+)\.(?:html|pdf)",
        "isca",
        "{conf}/{id}",
    ),
    # publishers
    Row(_RESOLVERS, r"/(?:doi[:/ ]\s*)?(?P<id>10[./].+)", "doi", keep=None),
    Row(_XPLORE, r"/(?:abstract/)?document/(?P<id>\d+)", "ieee"),
    Row(_XPLORE, r"/[^?]*\?(?:.*&)?arnumber=(?P<id>\d+)", "ieee", keep="arnumber"),
    Row(_XPLORE, r"/ielx?\w*/(?:\d+/)+0*(?P<id>\d+)(?:-aam)?\.pdf", "ieee"),
    Row(
        ".acm.org",
        r"/\w+\.cfm\?(?:.*&)?(?:do)?id=(?P<id>\d+\.\d+)",
        "doi",
        "10.1145/{id}",
        problem=_ACM_PAIR,
        guess=True,
        keep="id doid",
    ),
    Row(".acm.org", r"/\w+\.cfm\?(?:.*&)?(?:do)?id=(?P<id>\d+)", problem=_ACM_HALF, keep="id doid"),
    Row(_HOUSES, rf"/(?:.*?/)??{_DOI}", "doi"),
    # Nature's pages drop the points of `hdy.2013.26`; three journals count on, so `nature20149` holds no year.
    Row("nature.com", rf"{_NATURE}{_NATURE_YEAR}{_NATURE_END}", "doi", "10.1038/{journal}.{year}.{id}"),
    Row("nature.com", rf"{_NATURE}(?P<id>{_NATURE_ID}){_NATURE_END}", "doi", "10.1038/{id}"),
    Row("elifesciences.org", r"/articles/(?P<id>\d{5,6})(?:v\d+)?(?:\.pdf)?/?$", "doi", "10.7554/elife.{id}"),
    Row(".plos.org", rf"/[^?]*\?(?:.*&)?id={_DOI}", "doi", keep="id type"),
    Row("academic.oup.com", r"/(?:.*?/)??(?P<id>10\.\d{4,9}/[^/?]+/[^/?]+)", "doi"),
    Row(".sciencedirect.com linkinghub.elsevier.com", rf"/(?:[\w-]+/)*pii/{_PII}", "pii"),
    Row("api.elsevier.com", rf"/content/article/PII:{_PII}", "pii", keep="httpaccept"),
    Row("cell.com thelancet.com", rf"/(?:[\w-]+/)+(?:PII)?(?=S){_PII}", "pii"),
    # libraries and indexes
    Row("pdfs.semanticscholar.org", r"/(?P<head>[0-9a-f]{4})/(?P<id>[0-9a-f]{36})\.pdf", "s2", "{head}{id}"),
    Row(".semanticscholar.org", r"/(?:paper|reader)/(?:(?P<hint>[^/]+)/)?(?P<id>[0-9a-f]{40})", "s2"),
    Row(".semanticscholar.org", r"/(?:p/)?(?P<id>CorpusID:\d+)", "s2"),
    Row("pubmed.ncbi.nlm.nih.gov", r"/(?P<id>\d+)", "pmid"),
    Row("ncbi.nlm.nih.gov", r"/pubmed/(?:\?term=)?(?P<id>\d+)", "pmid", keep="term"),
    Row(".ncbi.nlm.nih.gov europepmc.org", r"/(?:pmc/)?articles?/(?:instance/)?(?P<id>(?:PMC)?\d+)", "pmcid"),
    Row("europepmc.org", r"/(?:article|abstract)/MED/(?P<id>\d+)", "pmid"),
    Row("dblp.org dblp.uni-trier.de", r"/rec/(?:html/|bib/|bibtex/|xml/)?(?P<id>[a-z]+/[\w-]+/[\w/-]+)", "dblp"),
    Row(".openalex.org", r"/(?:works/)?(?P<id>W\d+)", "openalex"),
    Row(".amazon.com .amazon.de .amazon.co.uk", r"/(?:[^/]+/)?(?:dp|gp/product)/(?P<id>\d{9}[\dX])(?![\dA-Z])", "isbn"),
    Row("worldcat.org openlibrary.org", r"/isbn/(?P<id>[\dX-]+)", "isbn"),
    Row(
        "github.com raw.githubusercontent.com", rf"/(?!(?:{_GITHUB_PAGES})/)(?P<id>[\w-]+/[\w.-]+)", "github", keep=None
    ),
    # pages that name a work, but by no identifier
    Row("paperswithcode.com", r"/paper/(?P<hint>[\w-]+)", keep=None),
    Row("researchgate.net", r"/(?:.*?/)??publication/\d+_(?P<hint>[\w-]+)", keep=None),
    Row(".ist.psu.edu", r"/.*?(?P<id>10\.1\.1\.[\d.]+)", problem=_CITESEER, keep=None),
)

#: For hosts of which no row matches; their patterns begin with the host.
ANYWHERE: tuple[Row, ...] = (
    Row("", rf"(?:[^/]*arxiv[^/]*|\d+\.\d+\.\d+\.\d+)/(?:abs|pdf|html)/{_ARXIV}", "arxiv"),
    Row("", rf"[^/]+/(?:[^?]*/)?doi/(?:[a-z-]+/)?{_DOI}", "doi", keep=None),
    Row("", rf"[^/]+/.*[?&](?:doi|\w*id)=(?:info:)?(?:doi[:/])?{_DOI}", "doi", keep=None),
    # A DOI may hold slashes of its own, so without a word before it only one that ends the address is whole.
    Row("", r"[^/]+/(?:[^?]*/)?(?P<id>10\.\d{4,9}/[^/?]+)(?:/[a-z]+)?/?(?:\?|$)", "doi", keep=None),
)

#: (host, path): the parameters that may hold the address to which such a page only leads on
WRAPPERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("google.com", "/url"): ("q", "url"),
    ("scholar.google.com", "/scholar_url"): ("url",),
    ("docs.google.com", "/viewer"): ("url",),
    ("link.zhihu.com", "/"): ("target",),
    ("l.facebook.com", "/l.php"): ("u",),
    ("slack-redir.net", "/link"): ("url",),
    ("youtube.com", "/redirect"): ("q",),
}
