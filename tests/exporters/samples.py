"""A small catalog with one work of every kind that is exported in a way of its own, and its venues."""

from bibkit.exporters.base import Options
from bibkit.formats.fields import Dialect
from bibkit.model.catalog import Catalog, Entry, ListedLink, Listing, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.venue import Edition, Period, Venue
from bibkit.model.work import Work

ACL = "Association for Computational Linguistics"


def venue(id_: str, name: str, type_: str = "conference", *, publisher: str = "", parent: str = "",
          editions: tuple[Edition, ...] = ()) -> Venue:  # fmt: skip
    """Return a venue with one name for all years."""
    entry_type = {"journal": "article", "preprint": "misc", "repository": "misc"}.get(type_, "inproceedings")
    return Venue(
        id_, id_.upper(), type_, names=(Period(name),), publisher=publisher, entry_type=entry_type, parent=parent,
        editions={edition.year: edition for edition in editions},
    )  # fmt: skip


class Table:
    """A venue table of the venues given."""

    def __init__(self, *venues: Venue) -> None:
        self._venues = {one.id: one for one in venues}

    def get(self, venue_id: str, /) -> Venue | None:
        """Return the venue of that id, or None."""
        return self._venues.get(venue_id)


VENUES = Table(
    venue("neurips", "Advances in Neural Information Processing Systems", publisher="Curran Associates, Inc.",
          editions=(Edition(2017, volume="30", month="dec", location="Long Beach, CA, USA", source="dblp"),)),
    venue("icml", "Proceedings of the International Conference on Machine Learning", publisher="PMLR",
          editions=(Edition(2019, volume="97", series="Proceedings of Machine Learning Research", source="pmlr"),)),
    venue("iclr", "International Conference on Learning Representations", publisher="OpenReview.net",
          editions=(Edition(2015, month="may", location="San Diego", source="dblp"),)),
    venue("acl", "Proceedings of the Annual Meeting of the Association for Computational Linguistics", publisher=ACL,
          editions=(Edition(2019, month="jul", location="Florence, Italy", source="general"),)),
    venue("cvpr", "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition", publisher="IEEE",
          editions=(Edition(2016, month="jun", location="Las Vegas, NV, USA", source="dblp"),)),
    venue("jmlr", "Journal of Machine Learning Research", "journal", publisher="JMLR.org"),
    venue("icml-w", "ICML Workshop", "workshop", parent="icml"),
    venue("arxiv", "arXiv", "preprint"),
    venue("biorxiv", "bioRxiv", "preprint"),
)  # fmt: skip


def link(identifier: Identifier) -> str:
    """Return an address for the schemes of the sample."""
    sites = {"openreview": "https://openreview.net/forum?id=", "arxiv": "https://arxiv.org/abs/"}
    return sites[identifier.scheme] + identifier.value if identifier.scheme in sites else ""


def options(dialect: Dialect = "bibtex", *, preprint_url: bool = False) -> Options:
    """Return options with the sample's addresses."""
    return Options(dialect, link, preprint_url)


def ids(**schemes: str) -> tuple[Identifier, ...]:
    """Return identifiers by scheme."""
    return tuple(Identifier(scheme, value) for scheme, value in sorted(schemes.items()))


def people(*names: tuple[str, str]) -> tuple[Creator, ...]:
    """Return persons by family and given name."""
    return tuple(Creator(*name) for name in names)


WORKS: dict[str, Work] = {
    "vaswani2017attention": Work(
        "inproceedings", "Attention is All you Need", people(("Vaswani", "Ashish"), ("Shazeer", "Noam")), True,
        date="2017", venue="neurips", pages="5998-6008", identifiers=ids(arxiv="1706.03762"),
        url="https://arxiv.org/abs/1706.03762v5",
    ),
    "tan2019efficientnet": Work(
        "inproceedings", "EfficientNet: Rethinking Model Scaling for $L_2$ CNNs", people(("Tan", "Mingxing")),
        date="2019", venue="icml", container="Proceedings of the 36th International Conference on Machine Learning",
        pages="6105-6114", url="http://proceedings.mlr.press/v97/tan19a.html",
    ),
    "kingma2015adam": Work(
        "inproceedings", "Adam: A Method for Stochastic Optimization", people(("Kingma", "D.P."), ("Ba", "Jimmy")),
        date="2015", venue="iclr", publisher="OpenReview.net", identifiers=ids(arxiv="1412.6980", openreview="8gmWwj"),
    ),
    "müller2019acl": Work(
        "inproceedings", "Über Äpfel & Öl: 100% BERT", people(("Müller", "Jörg"), ("Ortega y Gasset", "José")),
        date="2019-07", venue="acl", container="Proceedings of the 57th Annual Meeting of the Association for "
        "Computational Linguistics (Volume 1: Long Papers)", publisher=f"{ACL} (ACL)",
        pages="1-10", identifiers=ids(doi="10.18653/v1/p19-1001"), url="https://aclanthology.org/P19-1001",
    ),
    "he2016deep": Work(
        "inproceedings", "Deep Residual Learning for Image Recognition", people(("He", "Kaiming")), date="2016",
        venue="cvpr", container="2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)",
        publisher="Institute of Electrical and Electronics Engineers (IEEE)", pages="770-778",
        identifiers=ids(doi="10.1109/cvpr.2016.90"), url="https://doi.org/10.1109/cvpr.2016.90",
    ),
    "blei2003latent": Work(
        "article", "Latent Dirichlet Allocation", people(("Blei", "David M.")), date="2003", venue="jmlr",
        volume="3", pages="993-1022", publisher="JMLR.org",
    ),
    "doe2020workshop": Work(
        "inproceedings", "A Workshop Paper", people(("Doe", "Jane")), date="2020", venue="icml-w",
        container="ICML 2020 Workshop on Something Small, ICMLW 2020, Vienna, Austria, July 18, 2020",
    ),
    "openai2023gpt4": Work(
        "misc", "GPT-4 Technical Report", (Creator(literal="OpenAI and Friends"),), date="2023-03", venue="arxiv",
        container="CoRR", volume="abs/2303.08774", identifiers=ids(arxiv="2303.08774", doi="10.48550/arxiv.2303.08774"),
    ),
    "roe2021bio": Work(
        "misc", "A Preprint of Biology", people(("Roe", "Richard")), date="2021", venue="biorxiv",
        identifiers=ids(doi="10.1101/2021.01.01.425001"),
    ),
    "goodfellow2016deep": Work(
        "book", "Deep Learning", (Creator("Goodfellow", "Ian"), Creator("Berg", "Jan", "van den", "Jr.")), date="2016",
        publisher="MIT Press", edition="2", identifiers=ids(isbn="9780262035613"), url="http://deeplearningbook.org/",
    ),
    "poe2018thesis": Work("phdthesis", "On Ravens", people(("Poe", "Edgar")), date="2018", institution="ETH Zürich"),
    "odd2021": Work("misc", "An Odd_Thing with #1 & {braces}: β", date="2021", venue="icml", url="https://x.org/a_b"),
    "lost": Work("misc", "A Lost Paper", container="HPC'21", url="https://x.org/lost%20paper"),
}  # fmt: skip

WAITING = {"odd2021": "ambiguous", "lost": "unresolved"}

CATALOG = Catalog(
    {
        key: Entry(key, work, WAITING.get(key, "resolved"), aliases=("he15",) if key == "he2016deep" else ())  # type: ignore[arg-type]
        for key, work in WORKS.items()
    },
    {
        "readings": SurveyList(
            "readings", "Readings", "readings.md",
            (Listing("lost", url="https://x.org/lost%20paper", flags=("best-paper",),
                     links=(ListedLink("code", "https://github.com/a/b#readme"),), note="see [this](https://x.org/c)"),),
            (
                Section("Models & Méthodes", (Listing("vaswani2017attention"), Listing("kingma2015adam")), (
                    Section(
                        "2019", (Listing("tan2019efficientnet"), Listing("müller2019acl"), Listing("kingma2015adam"))
                    ),
                    Section("2016/17", (Listing("he2016deep"), Listing("odd2021"))),
                )),
                Section("models méthodes!", (Listing("blei2003latent"), Listing(resource="A blog", url="https://b.org"))),
                Section("Only resources", (Listing(resource="A course", url="https://c.org"),)),
                Section("文献", (Listing("doe2020workshop"), Listing("openai2023gpt4"), Listing("roe2021bio"))),
            ),
        ),
        "all": SurveyList("all", listings=(Listing("goodfellow2016deep"), Listing("poe2018thesis"))),
    },
)  # fmt: skip
