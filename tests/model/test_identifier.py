"""Normal forms of identifiers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.model.identifier import FORMS, Identifier, comparable, make, normal, parse, read

READ = [
    pytest.param("doi:10.1145/3530811", "doi:10.1145/3530811", id="a DOI with its label"),
    pytest.param("DOI: 10.1145/3530811.", "doi:10.1145/3530811", id="a label in capitals, a full stop"),
    pytest.param("https://doi.org/10.1145/3530811", "doi:10.1145/3530811", id="the resolver's address"),
    pytest.param("http://dx.doi.org/10.1145/3530811", "doi:10.1145/3530811", id="the old resolver"),
    pytest.param("dx.doi.org/10.1145/3530811", "doi:10.1145/3530811", id="the resolver without a protocol"),
    pytest.param("https://doi.org/doi:10.1145/3530811", "doi:10.1145/3530811", id="resolver and label"),
    pytest.param("info:doi/10.1145/3530811", "doi:10.1145/3530811", id="an info URI"),
    pytest.param("10.1137/19M1246468", "doi:10.1137/19m1246468", id="DOIs are in lower case"),
    pytest.param("10.1007%2F978-3-030-01237-3_14", "doi:10.1007/978-3-030-01237-3_14", id="percent-encoded"),
    pytest.param(r"10.1007/978-3-030-01237-3\_14", "doi:10.1007/978-3-030-01237-3_14", id="an underscore of LaTeX"),
    pytest.param("10.1007/978–3–030–01237–3_14", "doi:10.1007/978-3-030-01237-3_14", id="dashes of a word processor"),
    pytest.param("10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5", id="brackets that belong"),
    pytest.param("(10.1016/0004-3702(94)90041-8).", "doi:10.1016/0004-3702(94)90041-8", id="brackets that do not"),
    pytest.param("10.3389/fnins.2018.00331/full", "doi:10.3389/fnins.2018.00331", id="the full text's address"),
    pytest.param("10.1007/s10994-009-5152-4.pdf", "doi:10.1007/s10994-009-5152-4", id="the file's address"),
    pytest.param("10.1145/3530811?casa_token=x", "doi:10.1145/3530811", id="a query"),
    pytest.param(
        "10.1002/(SICI)1097-4571(199410)45:9&lt;656::AID-ASI3&gt;3.0.CO;2-1",
        "doi:10.1002/(sici)1097-4571(199410)45:9<656::aid-asi3>3.0.co;2-1",
        id="angle brackets of the nineties, escaped",
    ),
    pytest.param("10.1037//0033-295X.100.2.163", "doi:10.1037//0033-295x.100.2.163", id="a DOI that begins with /"),
    pytest.param("10.48550/arXiv.1706.03762v7", "arxiv:1706.03762", id="arXiv's DOI is the arXiv id"),
    pytest.param("arXiv:1706.03762v5", "arxiv:1706.03762", id="the version goes"),
    pytest.param("arXiv preprint arXiv:1706.03762", "arxiv:1706.03762", id="as BibTeX of the wild has it"),
    pytest.param("1706.03762 [cs.CL]", "arxiv:1706.03762", id="with its class"),
    pytest.param("[1706.03762]", "arxiv:1706.03762", id="in brackets"),
    pytest.param("abs/1706.03762", "arxiv:1706.03762", id="DBLP's volume"),
    pytest.param("1412.6553", "arxiv:1412.6553", id="four digits until 2014"),
    pytest.param("0704.0001", "arxiv:0704.0001", id="the first of the new scheme"),
    pytest.param("math.GT/0309136", "arxiv:math/0309136", id="an old id loses its subject class"),
    pytest.param("hep-th/9901001v2", "arxiv:hep-th/9901001", id="an old id with a version"),
    pytest.param("P19-1355", "acl:P19-1355", id="an old id of the Anthology"),
    pytest.param("2020.ACL-main.246", "acl:2020.acl-main.246", id="a new one"),
    pytest.param("acl:p19-1355v2.pdf", "acl:P19-1355", id="its file and version"),
    pytest.param("ISBN 0-262-03561-8", "isbn:9780262035613", id="ten digits become thirteen"),
    pytest.param("ISBN-10: 080442957X", "isbn:9780804429573", id="the check sign X"),
    pytest.param("978-0-262-03561-3", "isbn:9780262035613", id="thirteen digits without a label"),
    pytest.param("PMID: 29424689", "pmid:29424689", id="PubMed"),
    pytest.param("PMC5832410", "pmcid:PMC5832410", id="PubMed Central"),
    pytest.param("CorpusID:0259224568", "s2:CorpusID:259224568", id="Semantic Scholar's number"),
    pytest.param("pii:S0140-6736(20)30183-5", "pii:S0140673620301835", id="Elsevier's number"),
    pytest.param("ieee:00248452", "ieee:248452", id="leading zeros go"),
    pytest.param(
        "cvf:Zhang_Efficient_and_Accurate_2015_CVPR_paper.pdf",
        "cvf:Zhang_Efficient_and_Accurate_CVPR_2015",
        id="CVF's two orders are one",
    ),
    pytest.param("github:MIT-HAN-LAB/ProxylessNAS.git", "github:mit-han-lab/proxylessnas", id="GitHub has no capitals"),
]

MALFORMED = [
    pytest.param("1809.1085", "five digits", id="four digits in 2018"),
    pytest.param("1412.12345", "four digits", id="five digits in 2014"),
    pytest.param("1713.00001", "year and month", id="month 13"),
    pytest.param("1700.00001", "year and month", id="month 0"),
    pytest.param("0703.0001", "year and month", id="the new scheme began in April 2007"),
    pytest.param("9901.00001", "year and month", id="a year to come"),
    pytest.param("1706.00000", "from 1", id="number 0"),
    pytest.param("hep-th/9913001", "year and month", id="month 13 of old"),
    pytest.param("foo-th/9901001", "no archive", id="no such archive"),
    pytest.param("10.5555/3618408.3619703", "placeholder", id="ACM's placeholder"),
    pytest.param("10.1.1.308.2766", "CiteSeerX", id="CiteSeerX's number"),
    pytest.param("10/fm29v6", "short DOI", id="a short DOI"),
    pytest.param("10.1016/0004-3702(94", "cut at a bracket", id="Markdown cut it"),
    pytest.param("doi:11.1145/3530811", "not a DOI", id="a directory that is none"),
    pytest.param("ISBN 0-262-03561-9", "check digit", id="a wrong check digit"),
    pytest.param("9780262035614", "check digit", id="a wrong check digit of thirteen"),
    pytest.param("acl:2020.acl-main", "ACL Anthology", id="a volume is no paper"),
    pytest.param("pmid:PMC123", "PubMed", id="a number of another scheme"),
    pytest.param("neurips:1850/" + "0" * 32, "NeurIPS", id="an impossible year"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read(text: str, expected: str) -> None:
    assert str(read(text)) == expected
    assert str(parse(text)) == expected


@pytest.mark.parametrize(("text", "reason"), MALFORMED)
def test_malformed_is_named(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        read(text)
    assert parse(text) is None


@pytest.mark.parametrize("text", ["", "  ", "Attention Is All You Need", "2017", "3.14", "doing well", "v1.2.3"])
def test_what_is_no_identifier(text: str) -> None:
    assert read(text) is None


def test_unknown_scheme_is_named() -> None:
    with pytest.raises(ValueError, match="known: doi, arxiv"):
        normal("orcid", "0000-0002-1825-0097")


#: one real value of every scheme, in normal form
VALUES = {
    "doi": "10.1016/s0140-6736(20)30183-5",
    "arxiv": "1706.03762",
    "isbn": "9780262035613",
    "isbn10": "0262035618",
    "pii": "S0140673620301835",
    "acl": "2020.acl-main.246",
    "cvf": "Zhang_Learning_Deep_CNN_CVPR_2017",
    "openreview": "BJ_wN01C-",
    "pmlr": "v97/gong19a",
    "neurips": "1989/6c9882bbac1c7093bd25041881277658",
    "mlsys": "2022/1ff8a7b5dc7a7d1f0ed65aaa29c04b1e",
    "iclr": "2024/1ff8a7b5dc7a7d1f0ed65aaa29c04b1e",
    "ieee": "248452",
    "ijcai": "2018/292",
    "aaai": "21408",
    "jmlr": "v21/20-312",
    "usenix": "osdi22/yu",
    "isca": "interspeech_2014/i14_1058",
    "s2": "3f081a7d2dbdcd10d71d0340721e4857a73ed7ee",
    "hal": "hal-00650905",
    "zenodo": "1314289",
    "ssrn": "3247865",
    "github": "mit-han-lab/pvcnn",
    "pmid": "29424689",
    "pmcid": "PMC5832410",
    "dblp": "conf/icml/AlamROH22",
    "openalex": "W4383533372",
}


def test_every_scheme_has_a_value() -> None:
    assert set(VALUES) == set(FORMS)


@pytest.mark.parametrize("scheme", FORMS)
def test_normal_form_stays(scheme: str) -> None:
    assert normal(scheme, VALUES[scheme]) == VALUES[scheme]
    if scheme != "isbn10":  # an ISBN-10 that is read becomes an ISBN-13
        assert parse(f"{scheme}:{VALUES[scheme]}") == Identifier(scheme, VALUES[scheme])


DOI_LIKE = st.from_regex(r"10\.\d{4,5}/[A-Za-z0-9.()/<>;:_%?&=\\\u2013é-]{1,25}", fullmatch=True)
ID_LIKE = st.one_of(
    DOI_LIKE,
    st.from_regex(r"(arXiv:)?\d{4}\.\d{4,5}(v\d)?", fullmatch=True),
    st.from_regex(r"[A-Za-z0-9_/.():-]{1,40}", fullmatch=True),
    st.text(max_size=60),
)


@given(st.sampled_from(sorted(FORMS)), ID_LIKE)
def test_normal_forms_are_idempotent(scheme: str, text: str) -> None:
    try:
        once = normal(scheme, text)
    except ValueError:
        return
    assert normal(scheme, once) == once


@given(ID_LIKE)
def test_what_is_read_is_read_again_from_its_own_text(text: str) -> None:
    identifier = parse(text)
    assert identifier is None or parse(str(identifier)) == identifier


@given(DOI_LIKE)
def test_dois_are_idempotent(text: str) -> None:
    try:
        once = make("doi", text)
    except ValueError:
        return
    assert make(once.scheme, once.value) == once


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("arxiv:1706.03762", "arxiv:1810.04805", True, id="one scheme, one way"),
        pytest.param("arxiv:1706.03762", "acl:P19-1355", False, id="two schemes"),
        pytest.param(f"neurips:2015/{'a' * 32}", f"neurips:2016/{'a' * 32}", True, id="two hashes"),
        pytest.param(f"neurips:2015/{'a' * 32}", "neurips:5784-learning-both", False, id="a hash and an old number"),
        pytest.param(f"neurips:2014/{'a' * 32}", f"neurips:2014/{'b' * 32}", False, id="2014 has two hashes a paper"),
        pytest.param("aaai:21408", "aaai:16450", False, id="perhaps two systems of AAAI"),
        pytest.param("aaai:21408", "aaai:25267", True, id="one system of AAAI"),
        pytest.param(f"s2:{'a' * 40}", "s2:CorpusID:1", False, id="a hash and a number"),
    ],
)
def test_comparable(one: str, other: str, expected: bool) -> None:
    first, second = parse(one), parse(other)
    assert first is not None
    assert second is not None
    assert comparable(first, second) is expected
    assert comparable(second, first) is expected
