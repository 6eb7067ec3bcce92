"""House practice as tables: what each venue prints of its edition, publishers' names, sites that need no `http:`."""

from dataclasses import dataclass

EVERYTHING = ("series", "volume", "publisher", "month", "place")
CONTRIBUTIONS = frozenset({"article", "inproceedings", "incollection", "inbook", "misc"})


@dataclass(frozen=True, slots=True)
class Practice:
    """What a venue prints of its edition, and what it leaves out even where a record has it."""

    takes: tuple[str, ...] = EVERYTHING
    omits: tuple[str, ...] = ()
    volume_base: int = 0  #: the volume is the year minus this, where it is not 0

    def volume(self, year: int | None) -> str:
        """Return the volume of a year where the practice counts them, else ''."""
        return str(year - self.volume_base) if self.volume_base and year else ""


#: By venue id, else by publisher, else EVERYTHING. Following the venues' own .bib files.
PRACTICES: dict[str, Practice] = {
    "neurips": Practice(("volume", "publisher"), omits=("series",), volume_base=1987),
    "iclr": Practice((), omits=("series", "volume", "number", "publisher", "pages")),
    "cvpr": Practice(("month",), omits=("series", "volume", "number")),
    "iccv": Practice(("month",), omits=("series", "volume", "number")),
    "aaai": Practice(("volume", "publisher")),
    "OpenReview.net": Practice((), omits=("publisher",)),
    "PMLR": Practice(("series", "volume", "publisher")),
    "Association for Computational Linguistics": Practice(("publisher", "month", "place"), omits=("series", "volume")),
}

#: What registrars write -> the publisher's name as its own .bib files have it.
PUBLISHERS: dict[str, str] = {
    "Institute of Electrical and Electronics Engineers (IEEE)": "IEEE",
    "Institute of Electrical and Electronics Engineers": "IEEE",
    "IEEE Computer Society": "IEEE",
    "Computer Vision Foundation / IEEE": "IEEE",
    "Association for Computing Machinery (ACM)": "ACM",
    "Association for Computing Machinery": "ACM",
    "ACL": "Association for Computational Linguistics",
    "Association for Computational Linguistics (ACL)": "Association for Computational Linguistics",
    "The Association for Computational Linguistics": "Association for Computational Linguistics",
    "The Association for Computer Linguistics": "Association for Computational Linguistics",
    "Springer International Publishing": "Springer",
    "Springer Berlin Heidelberg": "Springer",
    "Springer Science and Business Media LLC": "Springer",
    "Springer Nature Switzerland": "Springer",
    "Springer Singapore": "Springer",
    "Springer Nature Singapore": "Springer",
    "Springer US": "Springer",
    "Curran Associates": "Curran Associates, Inc.",
}

ANTHOLOGY = "Association for Computational Linguistics"
ANTHOLOGY_SITE = "aclanthology.org"

ARXIV_DOIS = "10.48550/"
NOT_OF_PREPRINTS = ("volume", "number", "pages", "publisher")
#: Schemes whose address shows the paper itself, best first. Catalogues (dblp, openalex, s2, pmid) are no place to read.
LINKED = (
    "acl", "pmlr", "neurips", "cvf", "openreview", "iclr", "mlsys", "ijcai", "aaai", "isca", "jmlr", "usenix", "ieee",
    "pii", "pmcid", "hal", "zenodo", "ssrn",
)  # fmt: skip
#: Sites that are still cited without encryption and have it.
SECURE = (
    "proceedings.mlr.press/",
    "papers.nips.cc/",
    "jmlr.org/",
    "www.jmlr.org/",
    "openaccess.thecvf.com/",
    ANTHOLOGY_SITE,
)
