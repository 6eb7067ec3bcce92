"""Words that may stand beside the name of a venue without making another venue of it."""

from bibkit.text.months import MACROS, NAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words of any container title.
TITLE = _words("""
    a an and at by for from in of on the to with held via
    proceedings proc proceeding procedings proccedings annual international int intl conference conf joint
    meeting edition presented keynote keynotes
    paper papers volume vol volumes vols part parts number no nr issue pages page pp p track tracks main long short
    article articles full regular technical digest companion extended abstract abstracts adjunct supplementary
    supplement proceedings oral orals poster posters spotlight spotlights highlight highlights best award awards
    outstanding notable top accepted appear demo demos demonstration demonstrations tutorial tutorials industry
    industrial system session sessions shared task tasks day book tome i ii iii iv v vi vii viii ix x xi xii xiii
    xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx
""")

#: Words that may stand beside the name of a periodical.
PERIODICAL = _words("""
    the in of volume vol vols number no nr issue pages page pp p article supplement suppl
""")

#: Words that may stand beside the name of a preprint server or a repository.
PREPRINT = _words("""
    the in on at of vol volume preprint preprints eprint eprints e print prints org com net https http www abs pdf corr
    arxiv
    cs stat math eess econ physics quant ph q bio lg cl cv ai ml ne ir ro si cr ds it st me na repository
    version submitted available online manuscript working paper papers
""")

#: Organisations that stand before the name of a meeting, or after it as its publisher.
SPONSORS = _words("""
    ieee acm cvf usenix siam ifip iapr eurographics rsj ras sigkdd sigmod sigir siggraph sigchi sigplan sigops sigcomm
    sigarch sigact sigbed sigmobile sigmetrics sigsoft sigai sigweb sigdat signll siglex sigdial sigsac sigda
    isca ccf biennial usa
""")

#: Publishers and series that a segment of a container title may consist of, without `of` and `volume`.
PUBLISHERS = frozenset({
    "aaai", "aaai press", "acl", "acm", "acm press", "acm icps", "acm international conference proceeding series",
    "association computational linguistics", "association computing machinery", "auai press", "ccis", "ceur",
    "ceur workshop proceedings", "ceur ws", "ceur ws org", "communications computer information science",
    "computer vision foundation", "computer vision foundation ieee", "curran associates", "curran associates inc",
    "cvf", "elra", "elsevier", "european language resources association", "ieee", "ieee acm", "ieee computer society",
    "ieee cs", "ieee press", "ijcai org", "inc", "ios press", "isca", "jmlr", "jmlr org", "jmlr w and cp",
    "jmlr workshop conference proceedings", "kluwer", "lecture notes artificial intelligence",
    "lecture notes computer science", "lipics", "llc", "lnai", "lncs", "mit press", "mlsys org", "morgan kaufmann",
    "morgan kaufmann publishers", "nature publishing group", "omnipress", "openreview", "openreview net", "pmlr",
    "proceedings machine learning research", "schloss dagstuhl", "schloss dagstuhl leibniz zentrum informatik",
    "siam", "springer", "springer berlin heidelberg", "springer cham", "springer international publishing",
    "springer nature", "springer verlag", "usenix", "usenix association", "wiley",
})  # fmt: skip

#: Words that may stand before the name of a publisher or series.
BEFORE_PUBLISHERS = frozenset({"of", "for", "in", "the", "and", "vol", "vols", "volume", "volumes", "publisher"})

#: Words that tell a place, a date or how a meeting was held, beside the cities that the table's editions give.
PLACES = _words("""
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
    barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria cambodia cameroon canada
    chile china colombia croatia cuba cyprus czech czechia denmark dominican ecuador egypt estonia ethiopia fiji finland
    france georgia germany ghana greece guatemala honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya korea kuwait laos latvia lebanon liechtenstein lithuania luxembourg
    macao macau macedonia madagascar malaysia maldives malta mauritius mexico moldova monaco mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay
    peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia
    spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey turkiye uganda ukraine uruguay
    uzbekistan venezuela vietnam yemen zambia zimbabwe
    usa us uk uae prc roc eu england scotland wales britain holland catalonia bavaria sicily tuscany crete hawaii
    kingdom emirates republic federation states united sar peoples people
    alabama alaska arizona arkansas california colorado connecticut delaware florida idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia
    washington wisconsin wyoming dc al ak az ar ca co ct de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd
    ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vt wa wi wv wy
    ontario quebec alberta manitoba saskatchewan columbia nova scotia brunswick newfoundland ab bc mb nb nl ns on pe qc
    sk nsw vic qld act
    north south east west northern southern eastern western new san santa saint st los las el le den city island islands
    bay beach lake mount mountain valley valley park hills springs centre center hotel resort hall palace university
    virtual virtually online event hybrid everywhere worldwide zoom originally planned formerly
""")

#: Words of a date.
DATES = frozenset(
    {*MACROS, *(name.lower() for name in NAMES), "sept", "st", "nd", "rd", "th"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)

#: Words after which a segment of the title is no place and no theme: another publication, or another meeting.
BLOCKERS = _words("""
    journal review reviews letters magazine newsletter transactions bulletin annals archives record symposium
    symposia colloquium seminar workshop workshops challenge competition cup spring fall summer winter
    thesis dissertation report blog draft submitted review unpublished talk slides manuscript anthology
    rolling explorations notices advances frontiers
""")

#: Abbreviations that container titles use, with the word each stands for.
EXPANSIONS = {
    "conf": "conference", "int": "international", "intl": "international", "symp": "symposium", "proc": "proceedings",
    "procs": "proceedings", "trans": "transactions", "annu": "annual", "adv": "advances", "wksp": "workshop",
    "wkshp": "workshop", "wkshps": "workshops", "natl": "national", "nat": "national", "univ": "university",
    "eur": "european", "jt": "joint", "assoc": "association", "lang": "language", "res": "research",
    "proccedings": "proceedings", "procedings": "proceedings", "proceeding": "proceedings", "ann": "annual",
    "europ": "european", "jnl": "journal",
}  # fmt: skip
