"""What follows from an identifier without asking anybody: other identifiers, and the address of its page."""

from typing import NamedTuple


class Step(NamedTuple):
    """From the values of a scheme that `pattern` matches whole: `value`, with the pattern's groups, in `to`."""

    scheme: str
    pattern: str
    to: str
    value: str
    convert: bool = False  #: the value is not yet in the normal form of `to`


DERIVED: tuple[Step, ...] = (
    Step("arxiv", "(.+)", "doi", "10.48550/arxiv.{0}"),
    # IJCAI's DOIs begin in 2017; those of 2024 were registered under other numbers than the pages have.
    Step("ijcai", r"(20(?:1[7-9]|2[0-3]))/(\d+)", "doi", "10.24963/ijcai.{0}/{1}"),
    # Elsevier's numbers without a letter (to 1995) became DOIs sign by sign, those that begin with S did not all.
    Step("pii", r"(\d{4})(\d{3}[\dX])(\d\d)(\d{5})([\dA-Z])", "doi", "10.1016/{0}-{1}({2}){3}-{4}", convert=True),
    Step("zenodo", "(.+)", "doi", "10.5281/zenodo.{0}"),
    Step("ssrn", "(.+)", "doi", "10.2139/ssrn.{0}"),
    Step("isbn", "(978.+)", "isbn10", "{0}", convert=True),
    Step("dblp", r"journals/corr/abs-(\d{4})-(\d+)", "arxiv", "{0}.{1}", convert=True),
    Step("doi", r"10\.24963/ijcai\.(20(?:1[7-9]|2[0-3]))/(\d+)", "ijcai", "{0}/{1}"),
    Step("doi", r"10\.48550/arxiv\.(.+)", "arxiv", "{0}", convert=True),
    Step("doi", r"10\.5281/zenodo\.(\d+)", "zenodo", "{0}"),
    Step("doi", r"10\.2139/ssrn\.(\d+)", "ssrn", "{0}"),
    Step("doi", r"10\.(?:18653|3115)/v1/([a-z]\d\d-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+)", "acl", "{0}", convert=True),
    # AAAI's own numbers have at most five digits; before 2020 the DOI holds volume, issue and page instead.
    Step("doi", r"10\.1609/aaai\.v\d+i\d+\.(\d{1,5})", "aaai", "{0}"),
    Step("doi", r"10\.1016/(s\d{4}-?\d{3}[\dx]\(\d\d\)\d{5}-?[\dx])", "pii", "{0}", convert=True),
)

_CVF = "https://openaccess.thecvf.com/content"
_NEURIPS = "https://proceedings.neurips.cc/paper_files/paper"
_MLSYS = "https://proceedings.mlsys.org"

#: (scheme, pattern of the whole value, address with the pattern's groups): the first that matches. A value that no row
#: takes has no address that its value alone tells: an ISBN, a CVF workshop (its file lies under the workshop's name).
CANONICAL: tuple[tuple[str, str, str], ...] = (
    ("arxiv", "(.+)", "https://arxiv.org/abs/{0}"),
    ("acl", "(.+)", "https://aclanthology.org/{0}/"),
    ("openreview", "(.+)", "https://openreview.net/forum?id={0}"),
    ("pmlr", "(.+)", "https://proceedings.mlr.press/{0}.html"),
    (
        "neurips",
        r"(\d{4})-(round\d)/(.+)",
        "https://datasets-benchmarks-proceedings.neurips.cc/paper/{0}/hash/{2}-Abstract-{1}.html",
    ),
    ("neurips", r"(202[2-9]|203\d)/(.+)", _NEURIPS + "/{0}/hash/{1}-Abstract-Conference.html"),
    ("neurips", r"(\d{4})/(.+)", _NEURIPS + "/{0}/hash/{1}-Abstract.html"),
    ("neurips", r"(\d+-.+)", "https://papers.nips.cc/paper/{0}"),
    ("mlsys", "(book/.+)", _MLSYS + "/{0}.pdf"),
    ("mlsys", "(2023)/(.+)", _MLSYS + "/paper_files/paper/{0}/hash/{1}-Abstract-mlsys2023.html"),
    ("mlsys", r"(202[4-9]|203\d)/(.+)", _MLSYS + "/paper_files/paper/{0}/hash/{1}-Abstract-Conference.html"),
    ("mlsys", r"(\d{4})/(.+)", _MLSYS + "/paper_files/paper/{0}/hash/{1}-Abstract.html"),
    ("iclr", "(.+?)/(.+)", "https://proceedings.iclr.cc/paper_files/paper/{0}/hash/{1}-Abstract-Conference.html"),
    ("cvf", r"(.+)_CVPR_(201[3-5])", _CVF + "_cvpr_{1}/html/{0}_{1}_CVPR_paper.html"),
    ("cvf", r"(.+)_CVPR_(201[678])", _CVF + "_cvpr_{1}/html/{0}_CVPR_{1}_paper.html"),
    ("cvf", r"(.+)_ICCV_(2013)", _CVF + "_iccv_{1}/html/{0}_{1}_ICCV_paper.html"),
    ("cvf", r"(.+)_ICCV_(201[57])", _CVF + "_iccv_{1}/html/{0}_ICCV_{1}_paper.html"),
    ("cvf", r"(.+)_(CVPR|ICCV|ECCV|WACV)_(2018|2019|2020)", _CVF + "_{1}_{2}/html/{0}_{1}_{2}_paper.html"),
    ("cvf", r"(.+)_(CVPR|ICCV|WACV|ACCV)_(20[23]\d)", _CVF + "/{1}{2}/html/{0}_{1}_{2}_paper.html"),
    ("ieee", "(.+)", "https://ieeexplore.ieee.org/document/{0}"),
    ("ijcai", r"(20(?:1[7-9]|[2-9]\d))/(.+)", "https://www.ijcai.org/proceedings/{0}/{1}"),
    ("ijcai", r"20(1[1-6])/(.+)", "https://www.ijcai.org/Abstract/{0}/{1:0>3}"),
    # Up to 2018 a second system numbered papers too, with numbers below 18000: those don't tell which page is meant.
    ("aaai", r"(1[89]\d{3}|[2-9]\d{4}|\d{6,})", "https://ojs.aaai.org/index.php/AAAI/article/view/{0}"),
    ("aaai", r"(papers/\d+-.+)", "https://aaai.org/{0}/"),
    ("aaai", r"(Papers/.+)", "https://www.aaai.org/{0}.pdf"),
    ("jmlr", "(.+)", "https://jmlr.org/papers/{0}.html"),
    ("usenix", "(.+?)/(.+)", "https://www.usenix.org/conference/{0}/presentation/{1}"),
    ("isca", r"interspeech_(\d{4})/(\d+)", "https://www.isca-speech.org/archive/Interspeech_{0}/abstracts/{1}.html"),
    ("isca", r"(\w+/[a-z]\d\d_\d+)", "https://www.isca-speech.org/archive/{0}.html"),
    ("isca", r"(\w+/[a-z]+\d\d[a-z]*_[a-z]+)", "https://www.isca-archive.org/{0}.html"),
    ("s2", "(CorpusID.+)", "https://api.semanticscholar.org/{0}"),
    ("s2", "(.+)", "https://www.semanticscholar.org/paper/{0}"),
    ("pii", "(.+)", "https://www.sciencedirect.com/science/article/pii/{0}"),
    ("hal", "(.+)", "https://hal.science/{0}"),
    ("zenodo", "(.+)", "https://zenodo.org/records/{0}"),
    ("ssrn", "(.+)", "https://papers.ssrn.com/sol3/papers.cfm?abstract_id={0}"),
    ("pmid", "(.+)", "https://pubmed.ncbi.nlm.nih.gov/{0}/"),
    ("pmcid", "(.+)", "https://pmc.ncbi.nlm.nih.gov/articles/{0}/"),
    ("dblp", "(.+)", "https://dblp.org/rec/{0}"),
    ("openalex", "(.+)", "https://openalex.org/{0}"),
    ("github", "(.+)", "https://github.com/{0}"),
)
