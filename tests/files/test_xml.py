"""The safe XML reader: what is read, and what is refused in one line with its place."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from transcheck.errors import InputError
from transcheck.files import xml
from transcheck.files.xml import read_records

HEAD = b'<?xml version="1.0"?>\n'


def records(content, names=("item",)):
    return list(read_records(content, "a.xml", names))[1:]


def refuse(content, names=("item",)):
    with pytest.raises(InputError) as failure:
        records(content, names)
    assert failure.value.path == "a.xml"
    assert "\n" not in str(failure.value)
    return str(failure.value)


def test_records_have_text_attributes_lines_and_children():
    content = b'<list a="1">\n<item b="2">one <hi>two</hi><ph>x</ph></item>\n</list>'
    root, item = read_records(content, "a.xml", ("item",))
    assert (root.name, root.attributes, root.content) == ("list", {"a": "1"}, [])
    assert (item.name, item.attributes, item.line) == ("item", {"b": "2"}, 2)
    assert (item.text(), item.text(("ph",))) == ("one twox", "one two")
    assert [child.name for child in item.children()] == ["hi", "ph"]


def test_what_stands_outside_a_record_is_passed_over():
    assert [item.text() for item in records(b"<l>a<b>b</b><item>c</item>d</l>")] == ["c"]


def test_a_record_in_a_record_is_part_of_it():
    (item,) = records(b"<l><item>a<item>b</item></item></l>")
    assert item.text() == "ab"


def test_names_come_without_their_prefix():
    (item,) = records(b'<l xmlns:g="urn:g"><g:item/></l>')
    assert (item.name, item.namespace) == ("item", "urn:g")


def test_the_language_is_that_of_the_parents():
    content = (
        b'<l xml:lang="en"><item/><d xml:lang="sr"><item><a/></item></d>'
        b'<item xml:lang="mk"><a/></item><item/></l>'
    )
    items = records(content)
    assert [item.lang for item in items] == ["en", "sr", "mk", "en"]
    assert [part.lang for item in items for part in item.children()] == ["sr", "mk"]


def test_entities_of_xml_itself_and_references_are_read():
    assert records(b"<l><item>&lt;&amp;&#381;&#x17d;<![CDATA[<]]></item></l>")[0].text() == "<&ŽŽ<"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1250", "iso-8859-2"])
def test_the_declared_encoding_is_respected(encoding):
    text = (
        f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><l><item>Žitno</item></l>'
    )
    assert records(text.encode(encoding))[0].text() == "Žitno"


def test_a_byte_order_mark_wins_over_a_wrong_declaration():
    text = '<?xml version="1.0" encoding="windows-1250"?><l><item>Žitno</item></l>'
    assert records(text.encode("utf-8-sig"))[0].text() == "Žitno"


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        b'<!DOCTYPE tmx PUBLIC "-//LISA//DTD TMX" "http://127.0.0.1:9/tmx14.dtd">',
        b"<!DOCTYPE l [<!ELEMENT l (item)*> <!-- %a; --> <?x %b;?>]>",
    ],
)
def test_a_doctype_alone_is_allowed(doctype):
    assert len(records(HEAD + doctype + b"<l><item/></l>")) == 1


def test_a_doctype_adds_no_attributes():
    content = b'<!DOCTYPE l [<!ATTLIST item a CDATA "x">]><l><item/></l>'
    assert records(content)[0].attributes == {}


def doctype(inside, text=b""):
    return HEAD + b"<!DOCTYPE l [\n" + inside + b"]>\n<l><item>" + text + b"</item></l>"


LAUGHS = b'<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)
# What is refused, the words of the refusal, the line.
UNSAFE = {
    "billion laughs": (doctype(LAUGHS, b"&a11;"), "declares the entity “a0”", 3),
    "quadratic blowup": (
        doctype(b'<!ENTITY a "' + b"a" * 50_000 + b'">', b"&a;" * 50_000),
        "declares the entity “a”",
        3,
    ),
    "internal entity": (doctype(b'<!ENTITY a "b">'), "declares the entity “a”", 3),
    "external entity": (
        doctype(b'<!ENTITY a SYSTEM "file:///etc/hostname">', b"&a;"),
        "declares the entity “a”",
        3,
    ),
    "unparsed entity": (
        doctype(b'<!NOTATION n SYSTEM "n"><!ENTITY a SYSTEM "x" NDATA n>'),
        "declares the entity “a”",
        3,
    ),
    "parameter entity": (doctype(b'<!ENTITY % a "b">\n%a;'), "declares the entity “a”", 3),
    "external parameter entity": (
        doctype(b'<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">\n%a;'),
        "declares the entity “a”",
        3,
    ),
    "undeclared parameter entity": (doctype(b"%a;"), "uses %a;", 3),
    "undeclared entity": (b"<l>\n<item>&nbsp;</item></l>", "not declared", 2),
    "entity of a subset that is not read": (
        b'<!DOCTYPE l SYSTEM "l.dtd">\n<l>\n<item>&nbsp;</item></l>',
        "uses &nbsp;",
        3,
    ),
    "deep nesting": (b"<l>" + b"<a>" * 1_000_000, "200 deep", 1),
    "deep nesting in a record": (b"<l><item>" + b"<a>" * 1_000_000, "200 deep", 1),
    "a million attributes": (
        b"<l " + b" ".join(b'a%d=""' % n for n in range(1_000_000)) + b"/>",
        "longer than 4 MB",
        1,
    ),
    "many attributes": (
        b"<l " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>",
        "more than 200 attributes",
        1,
    ),
    "many attributes in the doctype": (
        doctype(b"".join(b'<!ATTLIST l a%d CDATA "x">' % n for n in range(50_000))),
        "declares more than 200 attributes",
        3,
    ),
    "an attribute of 100 MB": (b'<l a="' + b"x" * 100_000_000 + b'"/>', "longer than 4 MB", 1),
    "a comment of 100 MB": (b"<l><!--" + b"x" * 100_000_000 + b"--></l>", "longer than 4 MB", 1),
    "an entity of 100 MB": (
        doctype(b'<!ENTITY a "' + b"x" * 100_000_000 + b'">'),
        "longer than 4 MB",
        3,
    ),
    "a text of 10 MB": (
        b"<l><item>" + b"x" * 10_000_000 + b"</item></l>",
        "more than 4,000,000 characters",
        1,
    ),
    "an entry of a million elements": (
        b"<l><item>" + b"<a/>" * 1_000_000 + b"</item></l>",
        "more than 100,000 elements",
        1,
    ),
    "elements outside the entries": (
        b"<l>" + b"<a/>" * 2_000_000 + b"</l>",
        "outside the entries",
        1,
    ),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_not_safe_is_refused_at_once(name):
    content, words, line = UNSAFE[name]
    start = time.process_time()
    message = refuse(content)
    assert time.process_time() - start < 3
    assert message.startswith(f"a.xml:{line}: ")
    assert words in message
    assert "(column " in message


BROKEN = [
    (b"", "a.xml: is empty"),
    (b"name,kind\nLund,place\n", "a.xml:1: is no XML: syntax error (column 1)"),
    (b"<l>\n<item>", "a.xml:2: is no XML: the file ends too early (column 7)"),
    (b"<l>\n <item></l>", "a.xml:2: is no XML: mismatched tag (column 10)"),
    (b"<l>\xe8</l>", "a.xml:1: is no XML: a character or sign stands where none may (column 4)"),
    (b"<l>\0</l>", "a.xml:1: is no XML: a character or sign stands where none may (column 4)"),
    (b"<l/><l/>", "a.xml:1: is no XML: junk after document element (column 5)"),
    (b'<l a="1" a="2"/>', "a.xml:1: is no XML: duplicate attribute (column 10)"),
    (b"<g:l/>", "a.xml:1: is no XML: unbound prefix (column 1)"),
    (b'<?xml version="1.0" encoding="klingon"?><l/>', "declares the encoding “klingon”"),
    (b'<?xml version="1.0" encoding="rot13"?><l/>', "declares the encoding “rot13”"),
    (b'<?xml version="1.0" encoding="shift_jis"?><l/>', "Save it as UTF-8"),
    (b'<?xml version="1.0" encoding="utf-16"?><l/>', "encoding specified in XML declaration"),
]


@pytest.mark.parametrize(("content", "words"), BROKEN)
def test_what_is_no_xml_is_named_with_line_and_column(content, words):
    assert words in refuse(content)


def test_a_long_name_is_cut_in_the_message():
    assert len(refuse(doctype(b"<!ENTITY " + b"a" * 100_000 + b' "b">'))) < 200


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(xml, "MOST_BYTES", 2_000_000)
    assert "is over 2 MB (3 MB)" in refuse(b"<l>" + b" " * 3_000_000 + b"</l>")


def test_a_long_attribute_across_pieces_is_read():
    content = b'<l><item a="' + b"x" * 3_000_000 + b'"/></l>'
    assert len(records(content)[0].attributes["a"]) == 3_000_000


def test_records_come_one_by_one():
    content = b"<l>" + b"<item>x</item>" * 400_000 + b"<broken"
    items = read_records(content, "a.xml", ("item",))
    next(items)
    assert next(items).text() == "x"


AUDITED = """
import sys
seen = []
def watch(event, _):
    if event == "open" or event.startswith(("socket", "urllib", "subprocess", "os.")):
        seen.append(event)
from xml.parsers import expat
from transcheck.errors import InputError
from transcheck.files.xml import read_records
files = [open(path, "rb").read() for path in sys.argv[1:]]
sys.addaudithook(watch)
for content in files:
    try:
        list(read_records(content, "a.xml", ("item",)))
    except InputError:
        pass
assert not seen, seen
sys.addaudithook(lambda *_: None)
open(sys.argv[1]).close()
assert seen == ["open"], seen
"""


def test_no_file_is_opened_and_no_socket(tmp_path):
    paths = []
    outside = f'"{(tmp_path / "secret").as_uri()}"'.encode()
    (tmp_path / "secret").write_text("<!ENTITY b 'c'>")
    tries = [content for name, (content, *_) in UNSAFE.items() if len(content) < 10_000]
    tries += [
        HEAD + b"<!DOCTYPE l SYSTEM " + outside + b"><l><item/></l>",
        HEAD + b'<!DOCTYPE l PUBLIC "p" "http://127.0.0.1:9/l.dtd"><l><item/></l>',
        doctype(b"<!ENTITY a SYSTEM " + outside + b">", b"&a;"),
        doctype(b"<!ENTITY % a SYSTEM " + outside + b"> %a;", b"&b;"),
        b"<?xml-stylesheet href=" + outside + b"?><l><item/></l>",
        b'<l xmlns:xi="http://www.w3.org/2001/XInclude"><item><xi:include href='
        + outside
        + b"/></item></l>",
        b'<l xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation='
        + outside
        + b"><item/></l>",
    ]
    for number, content in enumerate(tries):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(content)
        paths.append(str(path))
    assert len(paths) > 10
    run = subprocess.run(
        [sys.executable, "-c", AUDITED, *paths], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
