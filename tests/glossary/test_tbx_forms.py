"""The forms of a TBX entry: their status, their language, their letters."""

from __future__ import annotations

import pytest
from exchanged import build, show
from tbx_text import DCA, MARTIF, dca, entry, load, only, section

# The statuses of three forms A, B, C; then the name, admitted, rejected, words of a loss.
STATUSES = [
    (("", "", ""), "A", ("B", "C"), (), ""),
    (("", "preferredTerm-admn-sts", ""), "B", ("A", "C"), (), ""),
    (("preferred", "admitted", "deprecated"), "A", ("B",), ("C",), ""),
    (("preferredTerm", "forbidden", "notRecommended"), "A", (), ("B", "C"), ""),
    (("legalTerm", "regulatedTerm-admn-sts", "Deprecated"), "A", ("B",), ("C",), "further pref"),
    (("admittedTerm", "admittedTerm", ""), "C", ("A", "B"), (), ""),
    (("deprecatedTerm", "admittedTerm", "admittedTerm"), "B", ("C",), ("A",), ""),
    (("supersededTerm", "obsolete", ""), "C", (), ("A", "B"), "2 superseded forms"),
    (("proposed", "", ""), "A", ("B", "C"), (), "1 unknown status (proposed)"),
]


@pytest.mark.parametrize(("statuses", "name", "admitted", "rejected", "loss"), STATUSES)
def test_statuses(statuses, name, admitted, rejected, loss):
    reading = dca(entry(section("en", *zip("ABC", statuses, strict=True))))
    assert show(only(reading)) == show(build(name, admitted=admitted, rejected=rejected))
    assert loss in "".join(reading.losses)
    assert bool(reading.losses) == bool(loss)


def test_an_administrative_status_goes_before_an_authority():
    text = (
        '<termEntry><langSet xml:lang="en"><tig><term>A</term>'
        '<termNote type="normativeAuthorization">preferredTerm</termNote>'
        '<termNote type="administrativeStatus">deprecatedTerm</termNote></tig>'
        "<tig><term>B</term></tig></langSet></termEntry>"
    )
    concept = only(load(MARTIF.format(own="en", body=text)))
    assert (concept.name, concept.rejected) == ("B", ("A",))


# The languages of forms A, B, C; the target and the file's own language; then the concept's.
LANGUAGES = [
    (("en", "sr", "mk"), "en", "en", ("A", "en", (("sr", "B"), ("mk", "C")))),
    (("sr", "en", "mk"), "sr", "en", ("A", "sr", (("en", "B"), ("mk", "C")))),
    (("de", "sr", "mk"), "en", "sr", ("B", "sr", (("de", "A"), ("mk", "C")))),
    (("de", "sr", "mk"), "en", "en", ("A", "de", (("sr", "B"), ("mk", "C")))),
    (("EN", "SR-latn", "mk_MK"), "en", "en", ("A", "en", (("sr-Latn", "B"), ("mk-MK", "C")))),
    (
        ("sr-Cyrl", "sr-Latn", "mk"),
        "sr-Latn",
        "en",
        ("B", "sr-Latn", (("sr-Cyrl", "A"), ("mk", "C"))),
    ),
    (("en-US", "sr", "en-AU"), "en-AU", "en", ("C", "en-AU", (("en-US", "A"), ("sr", "B")))),
]


@pytest.mark.parametrize(("langs", "target", "own", "expected"), LANGUAGES)
def test_the_target_language_gives_the_name(langs, target, own, expected):
    sections = [section(lang, form) for lang, form in zip(langs, "ABC", strict=True)]
    name, lang, sources = expected
    concept = only(dca(entry(*sections), target, own))
    assert show(concept) == show(build(name, lang=lang, sources=sources))


def test_regions_of_the_target_language_count_as_target():
    reading = dca(
        entry(
            section("en-US", "Color", "Paint"), section("en", "Colour"), section("en-GB", "Paint")
        )
    )
    assert show(only(reading)) == show(build("Colour", admitted=("Color", "Paint")))
    assert reading.losses == ("3 forms (en-US, en-GB): counted as en",)


def test_a_missing_language_is_that_of_the_parents():
    body = "<conceptEntry><langSec><termSec><term>Lund</term></termSec></langSec></conceptEntry>"
    assert only(dca(body, own="sv")).lang == "sv"
    assert only(load(DCA.format(own="", body=body))).lang == "und"


UNTIDY = [
    ("  Anna\n\t\tLund ", "Anna Lund"),
    ("Anna  Lund", "Anna Lund"),
    ("Anna\u00a0Lund", "Anna\u00a0Lund"),
    ("Z\u030citno", "Žitno"),
    ("Anna <hi type='bold'>Lund</hi> <foreign xml:lang='sr'>Ž<hi>i</hi></foreign>", "Anna Lund Ži"),
    ("Anna<ph>&lt;b></ph> Lund<ec/>", "Anna Lund"),
    ("<!-- a -->Anna<?x y?> <![CDATA[<Lund>]]>", "Anna <Lund>"),
    ("<Text>\n Anna\n </Text>", "Anna"),
    ("a|b\\c", "a|b\\c"),
    ("x" * 100_000, "x" * 100_000),
]


@pytest.mark.parametrize(("written", "form"), UNTIDY)
def test_forms_are_tidied(written, form):
    assert only(dca(entry(section("en", written)))).name == form


def test_a_form_may_stand_in_its_language_without_a_section():
    body = '<termEntry><langSet xml:lang="en"><term>Lund</term></langSet></termEntry>'
    assert only(load(MARTIF.format(own="en", body=body))).name == "Lund"
