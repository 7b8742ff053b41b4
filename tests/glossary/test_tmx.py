"""TMX: units as concepts, and what is kept as properties that other programs pass over."""

from __future__ import annotations

from io import StringIO

import pytest
from exchanged import build, from_native, show
from lxml import etree

from transcheck.errors import UsageError
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats.tmx import read, write

TMX = (
    '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    '<header creationtool="a" creationtoolversion="1" segtype="phrase" o-tmf="a" adminlang="en"'
    ' srclang="sr" datatype="plaintext"/><body>{}</body></tmx>'
)


def load(units, target="en"):
    return read(GlossaryFile("desk/names.tmx", TMX.format(units).encode()), Pair(target))


def unit(*variants, about=""):
    parts = [f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants]
    return f"<tu>{about}{''.join(parts)}</tu>"


def only(reading):
    (concept,) = reading.concepts
    return concept


def test_a_unit_becomes_a_concept():
    reading = load(
        unit(("sr", "Ana Lund"), ("en", "Anna Lund"), ("mk", "Ана Лунд"), ("en", "Ana Lund"))
    )
    assert show(only(reading)) == show(
        build("Anna Lund", admitted=("Ana Lund",), sources=(("sr", "Ana Lund"), ("mk", "Ана Лунд")))
    )
    assert reading.losses == ()


def test_our_properties_are_read():
    about = "".join(
        f'<prop type="x-transcheck-{kind}">{value}</prop>'
        for kind, value in [("kind", "person"), ("ref", "Q1"), ("rejected", "A"), ("rejected", "B")]
    )
    concept = only(load(unit(("en", "Lund"), about=f"<note>x</note>{about}")))
    assert show(concept) == show(
        build("Lund", kind="person", rejected=("A", "B"), note="x", ref="Q1")
    )


def test_inline_codes_are_left_out_and_counted():
    segment = '<bpt i="1">&lt;b></bpt>Anna <hi>Lund</hi><ept i="1">&lt;/b></ept><ph>x</ph>'
    reading = load(unit(("en", segment)))
    assert only(reading).name == "Anna Lund"
    assert reading.losses == ("3 inline codes: left out, only text is kept",)


def test_what_others_say_is_counted():
    about = '<note>one</note><note>two</note><prop type="client">z</prop>'
    text = f'<tu>{about}<tuv xml:lang="en"><note>n</note><seg>Lund</seg></tuv></tu>'
    reading = load(text)
    assert only(reading).note == "one; two"
    assert reading.losses == (
        "1 property element (client): no place in transcheck",
        "1 form detail (note): no place in transcheck",
    )


@pytest.mark.parametrize("lang", ['xml:lang="EN-us"', 'lang="en-US"'])
def test_languages_of_older_editions(lang):
    concept = only(load(f"<tu><tuv {lang}><seg>Lund</seg></tuv></tu>"))
    assert (concept.name, concept.lang) == ("Lund", "en")


def test_equal_units_are_kept():
    assert len(load(unit(("en", "Lund")) * 2).concepts) == 2


def test_another_root_is_refused():
    with pytest.raises(UsageError, match="is not TMX: its root is <tbx>"):
        read(GlossaryFile("a.tmx", b"<tbx/>"), Pair())


def test_what_is_written_is_valid_tmx():
    # TMX 1.4, the elements written here.
    dtd = etree.DTD(
        StringIO(
            "<!ELEMENT tmx (header, body)><!ATTLIST tmx version CDATA #REQUIRED>"
            "<!ELEMENT header (note|prop|ude)*>"
            "<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED"
            " segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED"
            " adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>"
            "<!ELEMENT body (tu*)><!ELEMENT tu ((note|prop)*, tuv+)>"
            "<!ELEMENT tuv ((note|prop)*, seg)><!ATTLIST tuv xml:lang CDATA #REQUIRED>"
            "<!ELEMENT seg (#PCDATA)><!ELEMENT note (#PCDATA)>"
            "<!ELEMENT prop (#PCDATA)><!ATTLIST prop type CDATA #REQUIRED>"
            "<!ELEMENT ude (#PCDATA)>"
        )
    )
    concepts = from_native('Lund & <x>,place,Lunde,Lundt,sr:Lund|mk:Лунд,,"a ""b""",Q1\n')
    document = etree.fromstring(write(concepts, Pair()).content)
    assert dtd.validate(document), dtd.error_log
    document.find(".//tuv").attrib.clear()
    assert not dtd.validate(document)


def test_rejected_forms_are_hidden_from_other_programs_and_named():
    concepts = from_native("Lund,place,Lunde,Lundt|Lunt,sr:Lund,,,\n")
    writing = write(concepts, Pair())
    assert writing.losses == (
        "1 admitted form: written as further translations, of which another program may take any",
        "2 rejected forms: TMX has no place for them: kept as x-transcheck-rejected,"
        " which other programs do not see",
    )
    assert b"<seg>Lundt" not in writing.content
    back = read(GlossaryFile("a.tmx", writing.content), Pair())
    assert show(only(back)) == show(concepts[0])


def test_a_row_of_another_target_language_keeps_it():
    concepts = from_native("Mailand,place,Milano,,en:Milan,de,,\n")
    back = read(GlossaryFile("a.tmx", write(concepts, Pair()).content), Pair())
    assert show(only(back)) == show(concepts[0])


@pytest.mark.parametrize(("source", "header"), [(None, "*all*"), ("sr", "sr")])
def test_the_header_names_the_source_language(source, header):
    content = write(from_native("Lund,,,,sr:Lund,,,\n"), Pair("en", source)).content
    assert etree.fromstring(content).find("header").get("srclang") == header
