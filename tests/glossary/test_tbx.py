"""TBX as it is read: both editions, both styles, and what has no place here."""

from __future__ import annotations

import pytest
from exchanged import build, show
from tbx_text import MARTIF, dca, entry, load, only, section

from transcheck.errors import UsageError


def test_an_entry_becomes_a_concept():
    reading = dca(
        "\n"
        + entry(
            section("sr", "Ana Lund"),
            section(
                "en",
                ("Anna Lundt", "deprecatedTerm-admn-sts"),
                ("Ana Lund", "admittedTerm-admn-sts"),
                ("Anna Lund", "preferredTerm-admn-sts"),
            ),
            section("mk", "Ана Лунд"),
            about='<descrip type="subjectField">person</descrip>'
            '<admin type="source">Q1</admin><note>minister</note>',
        )
    )
    concept = only(reading)
    assert show(concept) == show(
        build(
            "Anna Lund",
            kind="person",
            admitted=("Ana Lund",),
            rejected=("Anna Lundt",),
            sources=(("sr", "Ana Lund"), ("mk", "Ана Лунд")),
            note="minister",
            ref="Q1",
        )
    )
    assert (concept.id, concept.file, concept.row) == ("person:anna-lund", "names.tbx", 2)
    assert reading.losses == ()


DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1">
<basic:subjectField>place</basic:subjectField>
<langSec xml:lang="en">
<descripGrp><basic:definition>a capital</basic:definition>
<basic:source>x</basic:source></descripGrp>
<termSec><term>Kyiv</term><min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Kiev</term>
<basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus></termSec>
</langSec>
<langSec xml:lang="sr"><termSec><term>Kijev</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
TIG = MARTIF.format(
    own="en",
    body='<termEntry id="c1"><descripGrp><descrip type="subjectField">place</descrip>'
    '<descrip type="definition">a capital</descrip><admin type="source">x</admin></descripGrp>'
    '<langSet xml:lang="en"><tig><term>Kiev</term>'
    '<termNote type="normativeAuthorization">supersededTerm</termNote></tig>'
    '<tig><term>Kyiv</term><termNote type="partOfSpeech">noun</termNote>'
    '<termNote type="normativeAuthorization">standardizedTerm</termNote></tig></langSet>'
    '<langSet xml:lang="sr"><tig><term>Kijev</term></tig></langSet></termEntry>',
)
NTIG = MARTIF.format(
    own="en",
    body='<termEntry id="c1"><descrip type="subjectField">place</descrip>'
    '<langSet xml:lang="en"><descripGrp><descrip type="definition">a capital</descrip>'
    '<admin type="source">x</admin></descripGrp><ntig><termGrp><term>Kyiv</term>'
    '<termNote type="partOfSpeech">noun</termNote></termGrp></ntig>'
    "<ntig><termGrp><term>Kiev</term><termNoteGrp>"
    '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp>'
    "</termGrp></ntig></langSet>"
    '<langSet xml:lang="sr"><ntig><termGrp><term>Kijev</term></termGrp></ntig></langSet>'
    "</termEntry>",
)
LOST = (
    "1 text source: no place in transcheck",
    "1 grammar field: no place in transcheck",
    "1 superseded form: rejected from now on, as transcheck keeps no history",
)


@pytest.mark.parametrize("text", [DCT, TIG, NTIG], ids=["dct", "tig", "ntig"])
def test_styles_and_editions_say_the_same(text):
    reading = load(text)
    assert show(only(reading)) == show(
        build(
            "Kyiv",
            kind="place",
            rejected=("Kiev",),
            sources=(("sr", "Kijev"),),
            note="a capital",
        )
    )
    assert sorted(reading.losses) == sorted(LOST)


def test_tbx_min_of_2013():
    text = (
        '<TBX dialect="TBX-Min"><header><id>x</id></header><body><entry id="1">'
        "<subjectField>place</subjectField>"
        '<langGroup xml:lang="en"><termGroup><term>Kyiv</term><termStatus>preferred</termStatus>'
        "</termGroup><termGroup><term>Kiev</term><termStatus>notRecommended</termStatus>"
        "</termGroup></langGroup></entry></body></TBX>"
    )
    assert show(only(load(text))) == show(build("Kyiv", kind="place", rejected=("Kiev",)))


def test_what_has_no_place_is_counted_and_named():
    reading = dca(
        entry(
            '<langSec xml:lang="en"><descripGrp><descrip type="definition">one</descrip>'
            '<admin type="source">x</admin></descripGrp><termSec><term>Lund</term>'
            '<termNote type="partOfSpeech">noun</termNote><termNote type="termType">variant'
            '</termNote><descrip type="context">in Lund</descrip><note>y</note></termSec>'
            "</langSec>",
            section("sr", ("Lund", "deprecatedTerm-admn-sts")),
            about="<transacGrp><transac type='transactionType'>origination</transac>"
            "<date>2026-01-01</date></transacGrp><note>kept</note><note>too</note>"
            "<xref type='xGraphic' target='http://example.org/a.png'>a</xref>"
            "<xref type='externalCrossReference' target='http://example.org/l'>l</xref>"
            "<ref type='crossReference' target='c2'>Malm</ref>"
            "<admin type='customerSubset'>z</admin>",
        )
    )
    concept = only(reading)
    assert (concept.note, concept.ref) == ("kept; too", "http://example.org/l")
    assert reading.losses == (
        "1 transaction: no place in transcheck",
        "1 picture: no place in transcheck",
        "1 cross-reference: no place in transcheck",
        "1 other field (customerSubset): no place in transcheck",
        "1 text source: no place in transcheck",
        "2 grammar fields: no place in transcheck",
        "1 context: no place in transcheck",
        "1 form note: no place in transcheck",
        "1 definition: no place in transcheck",
        "1 source form: status not kept: transcheck has one for the target language only",
    )


def test_the_definition_of_the_target_language_is_the_note_of_a_concept_without_one():
    def described(lang, text, form):
        return section(lang, form).replace(
            "<termSec>", f'<descrip type="definition">{text}</descrip><termSec>', 1
        )

    reading = dca(entry(described("sr", "grad", "Lund"), described("en", "a town", "Lund")))
    assert only(reading).note == "a town"
    assert reading.losses == ("1 definition: no place in transcheck",)


def test_a_description_without_a_type_is_a_definition():
    body = "<termEntry>{}<descrip>a town</descrip></termEntry>".format(
        '<langSet xml:lang="en"><tig><term>Lund</term></tig></langSet>'
    )
    assert only(load(MARTIF.format(own="en", body=body))).note == "a town"


def test_concepts_that_cannot_be_used_are_left_out_and_named():
    reading = dca(
        entry(section("en", ("A", "deprecatedTerm-admn-sts")))
        + entry(section("en", " "))
        + "<conceptEntry/>"
        + entry(section("en", "B"))
    )
    assert [concept.name for concept in reading.concepts] == ["B"]
    assert reading.losses == (
        "1 concept (A): left out, as no form may be used in en",
        "1 form: left out, being empty",
        "2 concepts: left out, having no form",
    )


def test_equal_concepts_are_kept_with_ids_of_their_own():
    reading = dca(entry(section("en", "Lund")) * 3)
    assert [concept.id for concept in reading.concepts] == [
        "name:lund",
        "name:lund-2",
        "name:lund-3",
    ]


def test_controls_in_an_example_are_shown():
    body = entry(section("en", "A")) + entry(about="<admin type='&#x202e;'>z</admin>")
    assert "<U+202E>" in "".join(dca(body).losses)


REFUSED = [
    ("<html/>", "desk/names.tbx:1: is not TBX: its root is <html>"),
    ("<tbx><text>", "desk/names.tbx:1: is no XML"),
    ("", "desk/names.tbx: is empty"),
    ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', "declares the entity “a”"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_is_no_tbx_is_a_usage_error(text, words):
    with pytest.raises(UsageError) as failure:
        load(text)
    assert words in str(failure.value)
