"""TBX-Basic as it is written."""

from __future__ import annotations

from exchanged import build, from_native
from lxml import etree

from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats.tbx import read, write
from transcheck.model import Concept, Status, Term


def load(writing):
    return read(GlossaryFile("names.tbx", writing.content), Pair())


# Of TBX-Basic (DCA) what is written here, as RELAX NG in the order ISO 30042 asks for.


def element(name, *content, **attributes):
    given = "".join(
        f'<attribute name="{key.replace("_", ":")}">{value}</attribute>'
        for key, value in attributes.items()
    )
    return f'<element name="{name}">{given}{"".join(content) or "<empty/>"}</element>'


def choice(*values):
    return f"<choice>{''.join(f'<value>{value}</value>' for value in values)}</choice>"


def many(*content, least=0):
    kind = "oneOrMore" if least else "zeroOrMore"
    return f"<{kind}>{''.join(content)}</{kind}>"


TEXT, ID = "<text/>", '<data type="ID"/>'
STATUS = choice(
    *(f"{one}Term-admn-sts" for one in ("preferred", "admitted", "deprecated", "superseded"))
)
TERM_SEC = (
    '<element name="termSec"><optional><attribute name="id"><data type="ID"/></attribute>'
    "</optional>"
    + element("term", TEXT)
    + many(element("termNote", STATUS, type=choice("administrativeStatus")))
    + "</element>"
)
SCHEMA = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:iso:std:iso:30042:ed-2"'
    ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>'
    + element(
        "tbx",
        element("tbxHeader", element("fileDesc", element("sourceDesc", element("p", TEXT)))),
        element(
            "text",
            element(
                "body",
                many(
                    element(
                        "conceptEntry",
                        many(
                            "<choice>",
                            element("descrip", TEXT, type=choice("subjectField")),
                            element("admin", TEXT, type=choice("source")),
                            element("note", TEXT),
                            "</choice>",
                        ),
                        many(element("langSec", many(TERM_SEC, least=1), xml_lang=TEXT), least=1),
                        id=ID,
                    ),
                    least=1,
                ),
            ),
        ),
        type=choice("TBX-Basic"),
        style=choice("dca"),
        xml_lang=TEXT,
    )
    + "</start></grammar>"
)


def test_what_is_written_is_valid_tbx_basic():
    concepts = from_native(
        "Anna Lund,person,Ana Lund,Anna Lundt,sr:Ana Lund|mk:Ана Лунд|sr:Ana Lunt,,minister,Q1\n"
        "Lund & <Malm>,,,,,,,\n"
    )
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    document = etree.fromstring(write(concepts, Pair()).content)
    schema.assertValid(document)
    document.find(".//{*}term").tag = "word"
    assert not schema.validate(document)


def test_what_is_written():
    (concept,) = from_native("Lund,place,,Lundt,sr:Lund,,,\n")
    writing = write([concept], Pair())
    assert writing.losses == ()
    assert writing.content.decode().splitlines()[4:-2] == [
        '<conceptEntry id="c1">',
        '  <descrip type="subjectField">place</descrip>',
        '  <langSec xml:lang="en">',
        '    <termSec><term>Lund</term><termNote type="administrativeStatus">'
        "preferredTerm-admn-sts</termNote></termSec>",
        '    <termSec><term>Lundt</term><termNote type="administrativeStatus">'
        "deprecatedTerm-admn-sts</termNote></termSec>",
        "  </langSec>",
        '  <langSec xml:lang="sr">',
        "    <termSec><term>Lund</term></termSec>",
        "  </langSec>",
        "</conceptEntry>",
    ]


def test_only_the_source_language_asked_for_is_written():
    concepts = from_native("Lund,place,,,sr:Lund|mk:Лунд|sr-Latn:Lund,,,\n")
    writing = write(concepts, Pair("en", "sr"))
    (concept,) = load(writing).concepts
    assert concept.sources == (Term("Lund", "sr"), Term("Lund", "sr-Latn"))
    assert writing.losses == ("1 source form (mk): left out, as only sr was asked for",)


def test_a_superseded_form_is_written_as_such():
    terms = (Term("Kyiv", "en"), Term("Kiev", "en", Status.SUPERSEDED))
    text = write([Concept("x", "Kyiv", "", terms)], Pair()).content.decode()
    assert "supersededTerm-admn-sts" in text


def test_what_xml_cannot_hold_is_named():
    concept = build("Lu\x07nd", admitted=("A  B",), note="one\n  two\ufffe")
    writing = write([concept], Pair())
    assert writing.losses == (
        "2 characters (U+FFFE, U+0007): left out, as XML cannot hold such",
        "1 note: indented lines joined",
        "1 form: double blanks and line breaks written as one blank",
    )
    back = load(writing).concepts[0]
    assert (back.name, back.admitted, back.note) == ("Lund", ("A B",), "one two")


def test_the_lines_of_a_note_are_kept():
    writing = write([build("Lund", note="one\ntwo\r\nthree")], Pair())
    assert writing.losses == ()
    assert load(writing).concepts[0].note == "one\ntwo\r\nthree"


def test_a_source_form_that_is_not_to_be_used_says_so():
    terms = (Term("Kyiv", "en"), Term("Kijev", "sr"), Term("Kiev", "sr", Status.DEPRECATED))
    writing = write([Concept("x", "Kyiv", "", terms)], Pair())
    assert b"<term>Kijev</term></termSec>" in writing.content
    assert b"<term>Kiev</term><termNote" in writing.content
    assert "status not kept" in load(writing).losses[0]
