"""Links and texts to identifiers: a case for every row of the table, and what no row may do."""

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bibkit.cli import app
from bibkit.model.identifier import Identifier, parse
from bibkit.resolve import identify
from bibkit.resolve.address import split
from bibkit.resolve.links import ANYWHERE, ROWS
from bibkit.resolve.pages import CANONICAL, DERIVED
from bibkit.resolve.sites import Compiled, anywhere, rows
from tests.model.test_identifier import VALUES

HASH = "6c9882bbac1c7093bd25041881277658"
HEX = "3f081a7d2dbdcd10d71d0340721e4857a73ed7ee"

LINKS = [
    # arXiv and its mirrors
    ("https://arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
    ("http://www.arxiv.org/pdf/1706.03762v5.pdf", "arxiv:1706.03762"),
    ("https://arxiv.org/html/2309.10400v2#S3", "arxiv:2309.10400"),
    ("https://export.arxiv.org/abs/cs.LG/0309136v1", "arxiv:cs/0309136"),
    ("https://arxiv.org/pdf/hep-th/9901001.pdf", "arxiv:hep-th/9901001"),
    ("https://arxiv.org/ftp/arxiv/papers/1706/1706.03762.pdf", "arxiv:1706.03762"),
    ("arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
    ("https://arxiv.org/abs//2306.07967", "arxiv:2306.07967"),
    ("https://arxiv.org/abs/arXiv:2306.07967", "arxiv:2306.07967"),
    ("https://arxiv.org/pdf/1810.04805.pdf&usg=ALkJrhhzxlCL6yT", "arxiv:1810.04805"),
    ("https://arxiv.org/pdf/1909.11942.pdf%3E,", "arxiv:1909.11942"),
    ("https://arxiv.org/pdf/2310.06825.pdf]]%3E", "arxiv:2310.06825"),
    ("https://arxiv.org/pdf/2304.11062.pdf??ref=eiai.info", "arxiv:2304.11062"),
    ("https://ar5iv.org/abs/2006.11477", "arxiv:2006.11477"),
    ("https://ar5iv.labs.arxiv.org/html/2309.10400", "arxiv:2309.10400"),
    ("https://www.alphaxiv.org/abs/2309.10400v1", "arxiv:2309.10400"),
    ("http://128.84.21.203/pdf/2110.13981", "arxiv:2110.13981"),
    ("https://huggingface.co/papers/2309.10400", "arxiv:2309.10400"),
    ("https://www.semanticscholar.org/arxiv/1706.03762", "arxiv:1706.03762"),
    ("https://api.semanticscholar.org/arXiv:1706.03762", "arxiv:1706.03762"),
    ("https://doi.org/10.48550/arXiv.2208.07339", "arxiv:2208.07339"),
    ("https://dblp.org/rec/journals/corr/abs-1706-03762", "dblp:journals/corr/abs-1706-03762"),
    # other preprints and repositories
    ("https://www.biorxiv.org/content/10.1101/2020.07.20.500902v2.full.pdf", "doi:10.1101/2020.07.20.500902"),
    ("https://www.medrxiv.org/content/10.1101/2020.07.20.20157016v1", "doi:10.1101/2020.07.20.20157016"),
    ("https://www.biorxiv.org/content/early/2018/06/28/357087", "doi:10.1101/357087"),
    (
        "https://www.biorxiv.org/content/biorxiv/early/2022/10/31/2022.07.20.500902.full.pdf",
        "doi:10.1101/2022.07.20.500902",
    ),
    ("https://www.researchsquare.com/article/rs-3830911/v1", "doi:10.21203/rs.3.rs-3830911/v1"),
    ("https://inria.hal.science/hal-00650905v2/document", "hal:hal-00650905"),
    ("https://tel.archives-ouvertes.fr/tel-04081360", "hal:tel-04081360"),
    ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3247865&download=yes", "ssrn:3247865"),
    ("https://ssrn.com/abstract=3247865", "ssrn:3247865"),
    ("https://zenodo.org/records/1314290/files/x.pdf", "zenodo:1314290"),
    # proceedings
    ("https://aclanthology.org/2020.acl-main.246/", "acl:2020.acl-main.246"),
    ("https://aclanthology.org/2021.emnlp-main.191v2.pdf", "acl:2021.emnlp-main.191"),
    ("https://aclanthology.org/2023.conll-babylm.24.bib", "acl:2023.conll-babylm.24"),
    ("https://www.aclweb.org/anthology/P19-1355.pdf", "acl:P19-1355"),
    ("http://aclweb.org/anthology/D/D18/D18-1045", "acl:D18-1045"),
    ("https://aclanthology.info/papers/P18-1031/p18-1031", "acl:P18-1031"),
    ("https://openreview.net/forum?id=BJ_wN01C-&noteId=BJ_wN01C-", "openreview:BJ_wN01C-"),
    ("https://openreview.net/forum?noteId=rkwxPE67M&id=rypT3fb0b", "openreview:rypT3fb0b"),
    ("http://openreview.net/pdf?id=rytNfI1AZ", "openreview:rytNfI1AZ"),
    ("http://proceedings.mlr.press/v97/gong19a/gong19a.pdf", "pmlr:v97/gong19a"),
    ("https://proceedings.mlr.press/v97/jeong19c.html", "pmlr:v97/jeong19c"),
    ("http://proceedings.mlr.press/v37/chenc15.pdf", "pmlr:v37/chenc15"),
    ("http://jmlr.org/proceedings/papers/v28/wan13.html", "pmlr:v28/wan13"),
    ("https://raw.githubusercontent.com/mlresearch/v235/main/assets/x24a/x24a.pdf", "pmlr:v235/x24a"),
    (f"https://papers.nips.cc/paper/1989/hash/{HASH}-Abstract.html", f"neurips:1989/{HASH}"),
    (f"https://proceedings.neurips.cc/paper_files/paper/2022/file/{HASH}-Paper-Conference.pdf", f"neurips:2022/{HASH}"),
    (
        f"https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/{HASH}-Abstract-round2.html",
        f"neurips:2021-round2/{HASH}",
    ),
    ("http://papers.nips.cc/paper/5965-bayesian-dark-knowledge.pdf", "neurips:5965-bayesian-dark-knowledge"),
    (f"https://proceedings.mlsys.org/paper_files/paper/2023/file/{HASH}-Paper-mlsys2023.pdf", f"mlsys:2023/{HASH}"),
    ("https://proceedings.mlsys.org/book/312.pdf", "mlsys:book/312"),
    (f"https://proceedings.iclr.cc/paper_files/paper/2024/hash/{HASH}-Abstract-Conference.html", f"iclr:2024/{HASH}"),
    (
        "http://openaccess.thecvf.com/content_cvpr_2017/html/Zhang_Learning_Deep_CNN_CVPR_2017_paper.html",
        "cvf:Zhang_Learning_Deep_CNN_CVPR_2017",
    ),
    (
        "https://www.cv-foundation.org/openaccess/content_cvpr_2015/papers/Zhang_Efficient_and_2015_CVPR_paper.pdf",
        "cvf:Zhang_Efficient_and_CVPR_2015",
    ),
    (
        "https://openaccess.thecvf.com/content/CVPR2021/supplemental/Jia_A_Title_CVPR_2021_supplemental.pdf",
        "cvf:Jia_A_Title_CVPR_2021",
    ),
    (
        "http://openaccess.thecvf.com/content_CVPRW_2019/html/EVW/Gao_DupNet_Towards_CVPRW_2019_paper.html",
        "cvf:Gao_DupNet_Towards_CVPRW_2019",
    ),
    (
        "http://openaccess.thecvf.com/content_cvpr_2018_workshops/w33/html/Gholami_SqueezeNext_CVPR_2018_paper.html",
        "cvf:Gholami_SqueezeNext_CVPRW_2018",
    ),
    (
        "http://www.cv-foundation.org/openaccess/content_cvpr_workshops_2015/W15/papers/Su_A_Title_2015_CVPR_paper.pdf",
        "cvf:Su_A_Title_CVPRW_2015",
    ),
    (
        "https://www.ecva.net/papers/eccv_2018/papers_ECCV/html/Yihui_He_AMC_Automated_Model_ECCV_2018_paper.php",
        "cvf:Yihui_He_AMC_Automated_Model_ECCV_2018",
    ),
    ("https://www.ijcai.org/proceedings/2018/0292.pdf", "ijcai:2018/292"),
    ("http://ijcai.org/Abstract/15/045", "ijcai:2015/45"),
    ("https://www.ijcai.org/papers13/Abstracts/IJCAI13-123.html", "ijcai:2013/123"),
    ("https://ojs.aaai.org/index.php/AAAI/article/view/25267/25039", "aaai:25267"),
    ("https://aaai.org/ojs/index.php/AAAI/article/view/5927", "aaai:5927"),
    ("https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/viewFile/16291/16575", "aaai:16291"),
    ("https://cdn.aaai.org/ojs/19922/19922-13-23935-1-2-20220628.pdf", "aaai:19922"),
    ("https://aaai.org/papers/10710-block-skim-efficient/", "aaai:papers/10710-block-skim-efficient"),
    ("https://www.aaai.org/Papers/AAAI/2020GB/AAAI-LiP.697.pdf", "aaai:Papers/AAAI/2020GB/AAAI-LiP.697"),
    ("https://www.jmlr.org/papers/volume21/20-074/20-074.pdf", "jmlr:v21/20-074"),
    ("http://www.jmlr.org/papers/v11/baehrens10a.html", "jmlr:v11/baehrens10a"),
    ("https://www.usenix.org/system/files/nsdi22-paper-weng.pdf", "usenix:nsdi22/weng"),
    ("https://www.usenix.org/system/files/conference/osdi16/osdi16-abadi.pdf", "usenix:osdi16/abadi"),
    ("https://www.usenix.org/system/files/sec21-carlini-extracting.pdf", "usenix:usenixsecurity21/carlini-extracting"),
    ("https://www.usenix.org/conference/osdi22/presentation/yu", "usenix:osdi22/yu"),
    ("https://www.isca-speech.org/archive/interspeech_2014/i14_1058.html", "isca:interspeech_2014/i14_1058"),
    ("http://www.isca-speech.org/archive/Interspeech_2017/abstracts/0166.html", "isca:interspeech_2017/0166"),
    # publishers
    ("https://doi.org/10.1145/3530811.", "doi:10.1145/3530811"),
    ("https://doi.org/10.1037//0033-295X.100.2.163", "doi:10.1037//0033-295x.100.2.163"),
    (
        "https://doi.org/10.1002/(SICI)1097-4571(199410)45:9%3C656::AID-ASI3%3E3.0.CO;2-1",
        "doi:10.1002/(sici)1097-4571(199410)45:9<656::aid-asi3>3.0.co;2-1",
    ),
    ("http://doi.ieeecomputersociety.org/10.1109/CVPR.2017.430", "doi:10.1109/cvpr.2017.430"),
    ("https://ieeexplore.ieee.org/abstract/document/00248452?casa_token=eJan5", "ieee:248452"),
    ("https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=7723730", "ieee:7723730"),
    ("https://ieeexplore.ieee.org/iel7/10094559/10094560/10095356.pdf", "ieee:10095356"),
    ("https://ieeexplore.ieee.org/ielaam/6570655/8271883/8264702-aam.pdf", "ieee:8264702"),
    ("https://dl.acm.org/doi/10.1145/3530811", "doi:10.1145/3530811"),
    ("https://dl.acm.org/doi/fullHtml/10.1145/3492321.3519584", "doi:10.1145/3492321.3519584"),
    ("https://dl.acm.org/doi/pdf/10.14778/3561261.3561265?download=true", "doi:10.14778/3561261.3561265"),
    ("https://link.springer.com/content/pdf/10.1007%2F978-3-030-01237-3_14.pdf", "doi:10.1007/978-3-030-01237-3_14"),
    ("https://link.springer.com/article/10.1631/FITEE.1700789#Sec1", "doi:10.1631/fitee.1700789"),
    ("https://epubs.siam.org/doi/abs/10.1137/19M1246468", "doi:10.1137/19m1246468"),
    ("http://onlinelibrary.wiley.com/wol1/doi/10.1002/nme.4950/fullpdf", "doi:10.1002/nme.4950"),
    ("https://www.frontiersin.org/articles/10.3389/fnins.2018.00331/full", "doi:10.3389/fnins.2018.00331"),
    ("https://www.nature.com/articles/s41558-022-01377-7", "doi:10.1038/s41558-022-01377-7"),
    ("https://www.nature.com/articles/nature14539.pdf", "doi:10.1038/nature14539"),
    ("https://www.nature.com/articles/nature20149", "doi:10.1038/nature20149"),
    ("https://www.nature.com/articles/nmeth.2089", "doi:10.1038/nmeth.2089"),
    ("https://www.nature.com/articles/323533a0", "doi:10.1038/323533a0"),
    ("https://www.nature.com/articles/hdy201326", "doi:10.1038/hdy.2013.26"),
    ("https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html", "doi:10.1038/nature14539"),
    ("https://elifesciences.org/articles/55167", "doi:10.7554/elife.55167"),
    (
        "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0130140&type=printable",
        "doi:10.1371/journal.pone.0130140",
    ),
    (
        "https://academic.oup.com/bib/article/doi/10.1093/bioinformatics/btz682/5566507",
        "doi:10.1093/bioinformatics/btz682",
    ),
    ("https://www.sciencedirect.com/science/article/abs/pii/S0031320319300640", "pii:S0031320319300640"),
    ("https://linkinghub.elsevier.com/retrieve/pii/S0893-6080(97)00027-0", "pii:S0893608097000270"),
    ("https://api.elsevier.com/content/article/PII:0047259X78900271?httpAccept=text/xml", "pii:0047259X78900271"),
    ("https://www.cell.com/neuron/fulltext/S0896-6273(17)30509-3", "pii:S0896627317305093"),
    ("https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext", "pii:S0140673620301835"),
    # libraries and indexes
    (f"https://pdfs.semanticscholar.org/{HEX[:4]}/{HEX[4:]}.pdf", f"s2:{HEX}"),
    (f"https://www.semanticscholar.org/paper/Some-Title/{HEX}", f"s2:{HEX}"),
    ("https://api.semanticscholar.org/CorpusID:259224568", "s2:CorpusID:259224568"),
    ("https://pubmed.ncbi.nlm.nih.gov/29424689/", "pmid:29424689"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/29424689", "pmid:29424689"),
    ("https://europepmc.org/article/MED/29424689", "pmid:29424689"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5832410/", "pmcid:PMC5832410"),
    ("https://dblp.org/rec/conf/icml/AlamROH22.html", "dblp:conf/icml/AlamROH22"),
    ("https://api.openalex.org/works/W4383533372", "openalex:W4383533372"),
    ("https://www.amazon.com/Deep-Learning/dp/0262035618", "isbn:9780262035613"),
    ("https://openlibrary.org/isbn/9780262035613", "isbn:9780262035613"),
    ("https://github.com/SNU-ARC/flashneuron.git", "github:snu-arc/flashneuron"),
    ("https://github.com/apple/ml-cvnets.\n", "github:apple/ml-cvnets"),
    # any site
    ("https://arxiv.example.cn/pdf/1706.03762.pdf", "arxiv:1706.03762"),
    ("https://www.tandfonline.com/doi/full/10.1080/02664763.2021.2023118", "doi:10.1080/02664763.2021.2023118"),
    ("https://www.scitepress.org/Link.aspx?doi=10.5220/0001369101920196", "doi:10.5220/0001369101920196"),
    ("https://unb.on.worldcat.org/link?rft_id=info:doi/10.1109%2FTIT.2017.27&rft.aulast=A", "doi:10.1109/tit.2017.27"),
    ("https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.ESA.2016.24", "doi:10.4230/lipics.esa.2016.24"),
    # ways around
    ("https://dl-acm-org.proxy.lib.example.edu/doi/10.1145/3530811", "doi:10.1145/3530811"),
    ("https://ieeexplore.ieee.org.proxy.example.edu/document/7723730", "ieee:7723730"),
    ("https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762&sa=D&usg=x", "arxiv:1706.03762"),
    ("https://link.zhihu.com/?target=https%3A//arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
    ("https://web.archive.org/web/2019/https://arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
]


@pytest.mark.parametrize(("link", "expected"), LINKS, ids=[link for link, _ in LINKS])
def test_link(link: str, expected: str) -> None:
    found = identify.url(link)
    assert [str(identifier) for identifier in found.identifiers] == [expected]
    assert found.url == link
    assert not found.problems


def test_every_row_has_a_case() -> None:
    met = {row.row for link, _ in [*LINKS, *((one, None) for one in ODD)] for row in _rows_that_match(link)}
    assert [row.pattern for row in (*ROWS, *ANYWHERE) if row not in met] == []


def _rows_that_match(link: str) -> list[Compiled]:
    address = split(link)
    if address is None:
        return []
    here = [row for row in rows(address.host) if row.match(address.target)]
    return here[:1] or [row for row in anywhere() if row.match(address.host + address.target)][:1]


#: links without an identifier -> a word of what is said of them ('' if nothing is)
ODD = {
    "https://arxiv.org/abs/1809.1085": "five digits",
    "https://arxiv.org/abs/1713.00001": "year and month",
    "http://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.308.2766": "CiteSeerX",
    "https://dl.acm.org/doi/pdf/10.5555/3433701.3433727": "placeholder",
    "https://dl.acm.org/citation.cfm?id=1150464": "end of a DOI",
    "https://dl.acm.org/citation.cfm?id=1150402.1150464": "guess",
    "https://doi.org/10/fm29v6": "short DOI",
    "https://doi.org/10.1016/0004-3702(94": "bracket",
    "https://openreview.net/references/pdf?id=rkwxPE67M": "revision",
    "https://openreview.net/attachment?id=rkwxPE67M&name=pdf": "revision",
    f"https://openreview.net/pdf/{HEX}.pdf": "revision",
    "https://www.amazon.com/dp/0262035619": "check digit",
    "https://arxiv.org/list/cs.LG/2306": "",
    "https://arxiv.org/a/vaswani_a_1": "",
    "https://aclanthology.org/volumes/2020.acl-main/": "",
    "https://aclanthology.org/events/acl-2020/": "",
    "https://openreview.net/group?id=ICML.cc/2018/ECA": "",
    "https://proceedings.mlr.press/v97/": "",
    "https://jmlr.org/papers/v21/": "",
    "https://www.ijcai.org/proceedings/2018/": "",
    "https://www.nature.com/articles/4813738.pdf": "",
    "https://hdl.handle.net/1721.1/63261": "",
    "https://oxfordre.com/view/10.1093/acrefore/978019.001.0001/acrefore-e-545": "",
    "https://nips.cc/Conferences/2019/Schedule?showEvent=13598": "",
    "https://github.com/": "",
    "https://github.com/topics/deep-learning": "",
    "https://docs.github.com/en/actions": "",
    "https://openai.com/blog/sparse-gpu-kernels/": "",
    "https://paperswithcode.com/paper/kola-carefully-benchmarking": "",
    "https://www.researchgate.net/publication/308277663_Accelerating_Networks": "",
    "#Section": "",
    "figs/example.png": "",
    "mailto:a@example.org": "",
}


@pytest.mark.parametrize(("link", "said"), ODD.items(), ids=list(ODD))
def test_link_without_identifier(link: str, said: str) -> None:
    found = identify.url(link)
    assert found.identifiers == ()
    assert bool(found.problems) == bool(said)
    assert said in "".join(found.problems)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://arxiv.org/abs/1706.03762", "doi:10.48550/arxiv.1706.03762"),
        ("https://doi.org/10.48550/arXiv.1706.03762", "doi:10.48550/arxiv.1706.03762"),
        ("https://www.ijcai.org/proceedings/2018/0292.pdf", "doi:10.24963/ijcai.2018/292"),
        ("https://www.ijcai.org/proceedings/2024/0702.pdf", ""),
        ("http://ijcai.org/Abstract/15/045", ""),
        ("https://doi.org/10.24963/ijcai.2023/483", "ijcai:2023/483"),
        ("https://zenodo.org/record/1314290", "doi:10.5281/zenodo.1314290"),
        ("https://doi.org/10.5281/zenodo.1314290", "zenodo:1314290"),
        ("https://ssrn.com/abstract=3247865", "doi:10.2139/ssrn.3247865"),
        ("https://doi.org/10.2139/ssrn.3247865", "ssrn:3247865"),
        ("isbn:9780262035613", "isbn10:0262035618"),
        ("https://dblp.org/rec/journals/corr/abs-1706-03762", "arxiv:1706.03762"),
        ("https://doi.org/10.18653/v1/p19-1355", "acl:P19-1355"),
        ("https://doi.org/10.18653/v1/2020.acl-main.246", "acl:2020.acl-main.246"),
        ("https://aclanthology.org/2020.acl-main.246/", ""),
        ("https://doi.org/10.1609/aaai.v36i9.21242", "aaai:21242"),
        ("https://doi.org/10.1609/aaai.v33i01.33016196", ""),
        ("https://doi.org/10.1016/S0893-6080(97)00027-0", "pii:S0893608097000270"),
        ("https://linkinghub.elsevier.com/retrieve/pii/089360809190009T", "doi:10.1016/0893-6080(91)90009-t"),
        ("https://linkinghub.elsevier.com/retrieve/pii/S0893608097000270", ""),
        ("https://dl.acm.org/citation.cfm?id=1150402.1150464", "doi:10.1145/1150402.1150464"),
    ],
)
def test_derived(link: str, expected: str) -> None:
    assert " ".join(map(str, identify.url(link).derived)) == expected


def test_every_derivation_has_a_case() -> None:
    schemes = {step.scheme for step in DERIVED}
    assert schemes == {"arxiv", "ijcai", "pii", "zenodo", "ssrn", "isbn", "dblp", "doi"}


@pytest.mark.parametrize(
    ("link", "clean"),
    [
        ("https://arxiv.org/abs//2306.07967", "https://arxiv.org/abs/2306.07967"),
        ("https://arxiv.org/abs/1909.12579?context=cs.CV", "https://arxiv.org/abs/1909.12579"),
        ("https://arxiv.org/pdf/1810.04805.pdf&usg=ALkJrhhz", "https://arxiv.org/pdf/1810.04805.pdf"),
        ("https://arxiv.org/pdf/1909.11942.pdf%3E,", "https://arxiv.org/pdf/1909.11942.pdf"),
        ("https://arxiv.org/pdf/2303.16199.pdf%20%C3%A2%3Ex%3C/a%3E,", "https://arxiv.org/pdf/2303.16199.pdf"),
        ("https://arxiv.org/pdf/2310.06825.pdf]]%3E", "https://arxiv.org/pdf/2310.06825.pdf"),
        ("https://arxiv.org/pdf/2304.11062.pdf??ref=eiai.info", "https://arxiv.org/pdf/2304.11062.pdf"),
        ("https://openreview.net/forum?id=BJ_wN01C-&noteId=x", "https://openreview.net/forum?id=BJ_wN01C-"),
        (
            "https://ieeexplore.ieee.org/abstract/document/248452?casa_token=eJa:chz9",
            "https://ieeexplore.ieee.org/abstract/document/248452",
        ),
        (
            "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=7723730",
            "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=7723730",
        ),
        (
            "https://nips.cc/Conferences/2019/Schedule?showEvent=13598&utm_source=x",
            "https://nips.cc/Conferences/2019/Schedule?showEvent=13598",
        ),
        ("https://www.youtube.com/watch?v=abc&list=d&feature=share", "https://www.youtube.com/watch?v=abc&list=d"),
        ("https://dl.acm.org/citation.cfm?id=1150464&dl=ACM", "https://dl.acm.org/citation.cfm?id=1150464"),
        ("HTTP://GitHub.com/OpenAI/CLIP.\n ", "http://github.com/OpenAI/CLIP"),
        ("https://github.com/a/b?tab=readme-ov-file", "https://github.com/a/b?tab=readme-ov-file"),
        ("https://example.org/a-\n  b.html", "https://example.org/a-b.html"),
        ("https://example.org/My Paper.pdf", "https://example.org/My%20Paper.pdf"),
        ("https://example.org/a?b=1&amp;c=2#d", "https://example.org/a?b=1&c=2#d"),
        (r"https://example.org/a\_b?c=1\&d=2\#e", "https://example.org/a_b?c=1&d=2#e"),
        ("https://example.org/a#:~:text=b", "https://example.org/a"),
        ("https://en.wikipedia.org/wiki/A_(b))", "https://en.wikipedia.org/wiki/A_(b)"),
        (
            "https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762&sa=D",
            "https://arxiv.org/abs/1706.03762",
        ),
        ("https://web.archive.org/web/2019/https://a.org/b", "https://web.archive.org/web/2019/https://a.org/b"),
        ("arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03762"),
        ("doi:10.1145/3530811", ""),
        ("#Section", "#Section"),
    ],
)
def test_clean(link: str, clean: str) -> None:
    assert identify.url(link).clean == clean
    if clean:
        assert identify.url(clean).clean == clean


@pytest.mark.parametrize(
    ("link", "version", "hint"),
    [
        ("https://arxiv.org/pdf/1706.03762V5.pdf", "v5", ""),
        ("arXiv:1706.03762v5", "v5", ""),
        ("https://doi.org/10.48550/arXiv.1706.03762v5", "v5", ""),
        ("https://www.biorxiv.org/content/10.1101/357087v2", "v2", ""),
        ("https://hal.science/hal-00650905v3", "v3", ""),
        ("http://papers.nips.cc/paper/5965-bayesian-dark-knowledge.pdf", "", "bayesian dark knowledge"),
        (
            "http://openaccess.thecvf.com/content_ICCV_2019/html/Heo_A_Comprehensive_Overhaul_ICCV_2019_paper.html",
            "",
            "A Comprehensive Overhaul",
        ),
        (
            "http://openaccess.thecvf.com/content_ECCV_2018/html/Yihui_He_AMC_Automated_Model_ECCV_2018_paper.html",
            "",
            "AMC Automated Model",
        ),
        ("https://paperswithcode.com/paper/kola-carefully-benchmarking#code", "", "kola carefully benchmarking"),
        ("https://www.researchgate.net/publication/308277663_Accelerating_Networks", "", "Accelerating Networks"),
        (f"https://www.semanticscholar.org/paper/Some-Title/{HEX}", "", "Some Title"),
    ],
)
def test_version_and_hint(link: str, version: str, hint: str) -> None:
    found = identify.url(link)
    assert (found.version, found.hint) == (version, hint)


TEXT = """Vaswani et al., arXiv:1706.03762v5 [cs.CL] ([Paper](https://arxiv.org/abs/1706.03762)),
doi:10.1016/0004-3702(94)90041-8, (https://doi.org/10.1145/3530811). See also [1810.04805] and 1234.56789,
ISBN 0-262-03561-8 2016, PMID: 29424689, PMC5832410; <https://openreview.net/forum?id=BJ_wN01C->;
www.example.org/a_(b). 10.1002/(SICI)1097-4571(199410)45:9<656::AID-ASI3>3.0.CO;2-1 arXiv preprint arXiv:1809.1085"""


def test_text_gives_each_once_in_order() -> None:
    found = identify.text(TEXT)
    assert [str(one.identifiers[0]) if one.identifiers else one.clean or one.problems[0][:9] for one in found] == [
        "arxiv:1706.03762",
        "doi:10.1016/0004-3702(94)90041-8",
        "doi:10.1145/3530811",
        "arxiv:1810.04805",
        "isbn:9780262035613",
        "pmid:29424689",
        "pmcid:PMC5832410",
        "openreview:BJ_wN01C-",
        "https://www.example.org/a_(b)",
        "doi:10.1002/(sici)1097-4571(199410)45:9<656::aid-asi3>3.0.co;2-1",
        "1809.1085",
    ]
    assert found[0].version == "v5"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("it costs 1706.03762 dollars", id="a bare number"),
        pytest.param("see (1234.56789)", id="a number in brackets that is no id"),
        pytest.param("[1999.1234]", id="month 99"),
        pytest.param("9780262035613", id="a number without the label ISBN"),
        pytest.param("version 10.4 of 10.15/11", id="a version"),
        pytest.param("see 10.1016/0004-3702(94", id="a DOI that was cut at a bracket"),
    ],
)
def test_text_takes_no_number_for_an_identifier(text: str) -> None:
    assert identify.text(text) == ()


def test_text_does_not_shorten_an_address_that_was_cut() -> None:
    (found,) = identify.text("at https://doi.org/10.1016/0004-3702(94 there")
    assert found.identifiers == ()
    assert found.problems


@pytest.mark.parametrize("scheme", VALUES)
def test_canonical_address_leads_back(scheme: str) -> None:
    identifier = Identifier(scheme, VALUES[scheme])
    address = identify.canonical_url(identifier)
    assert bool(address) == (scheme not in {"isbn", "isbn10"})
    if address:
        assert identify.url(address).identifiers == (identifier,)
        assert identify.url(address).clean == address


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (
            f"neurips:2022/{HASH}",
            f"https://proceedings.neurips.cc/paper_files/paper/2022/hash/{HASH}-Abstract-Conference.html",
        ),
        (
            f"neurips:2021-round1/{HASH}",
            f"https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/{HASH}-Abstract-round1.html",
        ),
        ("neurips:5965-bayesian-dark-knowledge", "https://papers.nips.cc/paper/5965-bayesian-dark-knowledge"),
        ("mlsys:book/312", "https://proceedings.mlsys.org/book/312.pdf"),
        (
            f"mlsys:2023/{HASH}",
            f"https://proceedings.mlsys.org/paper_files/paper/2023/hash/{HASH}-Abstract-mlsys2023.html",
        ),
        (
            f"mlsys:2024/{HASH}",
            f"https://proceedings.mlsys.org/paper_files/paper/2024/hash/{HASH}-Abstract-Conference.html",
        ),
        ("cvf:A_B_C_CVPR_2015", "https://openaccess.thecvf.com/content_cvpr_2015/html/A_B_C_2015_CVPR_paper.html"),
        ("cvf:A_B_C_CVPR_2016", "https://openaccess.thecvf.com/content_cvpr_2016/html/A_B_C_CVPR_2016_paper.html"),
        ("cvf:A_B_C_ICCV_2013", "https://openaccess.thecvf.com/content_iccv_2013/html/A_B_C_2013_ICCV_paper.html"),
        ("cvf:A_B_C_ICCV_2017", "https://openaccess.thecvf.com/content_iccv_2017/html/A_B_C_ICCV_2017_paper.html"),
        ("cvf:A_B_C_D_ECCV_2018", "https://openaccess.thecvf.com/content_ECCV_2018/html/A_B_C_D_ECCV_2018_paper.html"),
        ("cvf:A_B_C_CVPR_2020", "https://openaccess.thecvf.com/content_CVPR_2020/html/A_B_C_CVPR_2020_paper.html"),
        ("cvf:A_B_C_WACV_2023", "https://openaccess.thecvf.com/content/WACV2023/html/A_B_C_WACV_2023_paper.html"),
        ("cvf:A_B_C_CVPRW_2019", ""),
        ("ijcai:2015/45", "https://www.ijcai.org/Abstract/15/045"),
        ("ijcai:2005/45", ""),
        ("aaai:16450", ""),
        ("aaai:papers/10710-block-skim", "https://aaai.org/papers/10710-block-skim/"),
        ("aaai:Papers/AAAI/2020GB/AAAI-LiP.697", "https://www.aaai.org/Papers/AAAI/2020GB/AAAI-LiP.697.pdf"),
        ("isca:interspeech_2017/0166", "https://www.isca-speech.org/archive/Interspeech_2017/abstracts/0166.html"),
        ("isca:slate_2015/12", ""),
        (
            "isca:interspeech_2023/mandke23_interspeech",
            "https://www.isca-archive.org/interspeech_2023/mandke23_interspeech.html",
        ),
        ("s2:CorpusID:259224568", "https://api.semanticscholar.org/CorpusID:259224568"),
        (
            "doi:10.1002/(sici)1097-4571(199410)45:9<656::aid-asi3>3.0.co;2-1",
            "https://doi.org/10.1002/(sici)1097-4571(199410)45:9%3C656::aid-asi3%3E3.0.co;2-1",
        ),
    ],
)
def test_canonical_address_by_year_and_kind(value: str, address: str) -> None:
    identifier = parse(value)
    assert identifier is not None
    assert identify.canonical_url(identifier) == address
    if address:
        assert identify.url(address).identifiers == (identifier,)


def test_every_row_of_pages_is_for_a_scheme() -> None:
    assert {scheme for scheme, *_ in CANONICAL} == set(VALUES) - {"doi", "isbn", "isbn10"}


_PIECES = """https:// http:/ arxiv.org doi.org openreview.net /abs/ 10.1145/ ?id= & % %3E # ( ) [ ] 1706.03762 forum v2
    google.com/url?q= \\_ é .pdf // P19-1355 PMC123456 ISBN doi: <"""
PIECES = st.sampled_from([*_PIECES.split(), " ", "\n", "\x00", "\u2013"])


@given(st.one_of(st.text(), st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)))
def test_no_text_is_too_odd(text: str) -> None:
    for one in (identify.url(text), *identify.text(text)):
        assert one.clean == identify.url(one.clean).clean or not one.clean
        for identifier in (*one.identifiers, *one.derived):
            if identifier.scheme != "isbn10":
                assert parse(str(identifier)) in (identifier, *identify.derived(identifier))
            address = identify.canonical_url(identifier)
            assert not address or identifier in (*identify.url(address).identifiers, *identify.url(address).derived)


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "https://a.org/" + "a/" * 50_000, "10.1145/" + ").," * 30_000, "arxiv " * 50_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    identify.url(text)
    identify.text(text)
    assert time.process_time() - start < 1


@pytest.fixture(scope="module")
def papers(shared: Path) -> list[dict[str, object]]:
    """Return the papers of the shared lists that have a link."""
    files = sorted(map(str, (shared / "seeds").glob("*.md")))
    result = CliRunner().invoke(app(["import"]), ["import", *files, "--dry-run", "--format", "jsonl"])
    items = [json.loads(line) for line in result.stdout.splitlines()]
    return [item for item in items if item["kind"] == "paper" and item["url"]]


@pytest.mark.shared
def test_most_links_of_real_lists_give_an_identifier(papers: list[dict[str, object]]) -> None:
    without = [str(item["url"]) for item in papers if not identify.url(str(item["url"])).identifiers]
    assert len(papers) > 1300
    assert 1 - len(without) / len(papers) >= 0.96, "\n".join(without)


@pytest.mark.shared
def test_links_of_real_records_agree_with_their_identifiers(shared: Path) -> None:
    checked = 0
    packed = (shared / "records" / "pool.jsonl.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        record = json.loads(line)
        found = identify.url(record.get("url") or "")
        given = {one.scheme: one for text in ("doi", "arxiv") if (one := parse(f"{text}:{record.get(text) or ''}"))}
        for identifier in (*found.identifiers, *found.derived):
            if identifier.scheme in given:
                assert identifier == given[identifier.scheme], record["url"]
                checked += 1
    assert checked > 5000
