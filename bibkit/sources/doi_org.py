"""doi.org: who registered a DOI, whether it exists at all, and its CSL-JSON from whichever agency has it."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from bibkit.errors import BadPayload
from bibkit.formats.published import VenueFinder
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query, Record
from bibkit.sources import citeproc
from bibkit.sources.base import Payload, Source, gather
from bibkit.sources.http import Http

BASE_URL = "https://doi.org"
CSL = "application/vnd.citationstyles.csl+json"
NO_SUCH_DOI = "DOI does not exist"


class DoiOrg(Source):
    """doi.org. Payload: CSL-JSON of one work, with `DOI` always there. A 404 here is the word that settles it."""

    name = "doi_org"
    schemes = frozenset({"doi"})
    interval = 0.25  # seconds; Crossref's limit for single works stands behind it

    def __init__(self, http: Http, *, base_url: str = BASE_URL, venues: VenueFinder | None = None) -> None:
        self.http, self.base_url, self.venues = http, base_url.rstrip("/"), venues
        self._agencies: dict[str, str] = {}

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the CSL-JSON of each DOI; None where doi.org itself says that there is no such DOI."""
        return gather([one for one in dict.fromkeys(identifiers) if one.scheme in self.schemes], self._csl)

    def search(self, query: Query) -> list[Payload]:
        """Return nothing: doi.org has no search."""
        return []

    def parse(self, payload: Payload) -> Record:
        """Return the Record of a CSL-JSON object; see `bibkit.sources.citeproc`."""
        return citeproc.record(self.name, payload, self.venues)

    def agency(self, doi: str) -> str:
        """Return who registered the DOI or prefix (Crossref, DataCite, mEDRA ...), or '' when it has no agency."""
        prefix = doi.partition("/")[0]
        if prefix not in self._agencies:
            self._agencies[prefix] = str(self._registered(prefix).get("RA", ""))
        return self._agencies[prefix]

    def exists(self, doi: str) -> bool:
        """Return whether the DOI is registered with any agency; says it without asking the agency."""
        return self._registered(doi).get("status") != NO_SUCH_DOI

    def _registered(self, name: str) -> dict[str, object]:
        url = f"{self.base_url}/doiRA/{quote(name, safe='/')}"
        answer = self.http.get(self.name, url, interval=self.interval).json()
        if not (isinstance(answer, list) and answer and isinstance(answer[0], dict)):
            raise BadPayload("doi_org did not say who registered the DOI")
        return answer[0]

    def _csl(self, identifier: Identifier) -> Payload | None:
        """Return what the DOI's agency says. Only doi.org's own 404 means that the DOI does not exist."""
        url = f"{self.base_url}/{quote(identifier.value, safe='/')}"
        answer = self.http.get(self.name, url, accept=CSL, interval=self.interval)
        if answer.status == 404 and urlsplit(answer.url).netloc == urlsplit(self.base_url).netloc:
            return None
        if answer.status != 200:
            raise BadPayload(f"doi_org: the agency of {identifier} answered {answer.status} and gave no CSL-JSON")
        csl = answer.json()
        if not isinstance(csl, dict) or str(csl.get("DOI", identifier.value)).lower() != identifier.value:
            raise BadPayload(f"doi_org answered another work than {identifier}")
        return {**csl, "DOI": identifier.value}
