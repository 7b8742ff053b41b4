"""Requests as the sources of clients that cannot be run here send them, byte by byte."""

from __future__ import annotations

import json
from urllib.parse import quote, quote_plus, urlencode

import pytest
from starlette.testclient import TestClient

TEXT = "🎉 General Mark Rutte met R&D reporters. Rute said that Zvecan is near Zvečan."
FORM = {"content-type": "application/x-www-form-urlencoded"}
PIECES = {
    "annotation": [
        {"markup": "# ", "interpretAs": "", "offset": {"start": 0, "end": 2}},
        {"text": TEXT, "offset": {"start": 2, "end": 2 + len(TEXT)}},
    ]
}
MARKED = urlencode({"language": "en-US", "level": "picky", "data": json.dumps(PIECES)})
PLAIN = f"language=en-US&text={quote_plus(TEXT)}"
JAVA = f"text={quote_plus(TEXT)}&motherTongue=sr-RS&language=en-US&disabledRules=X&ruleValues=Y%3A1"

ASKED = {
    "LTeX": ("/v2/check", MARKED, {"content-type": "application/json"}, 2),
    "LanguageTool Linter of VS Code": (
        "/v2/check",
        MARKED,
        {"content-type": "application/x-www-form-urlencoded;charset=UTF-8"},
        2,
    ),
    "languagetool.el of Emacs": ("/v2/check", PLAIN, {}, 0),
    "LanguageTool's extension of LibreOffice": (
        "/v2/check",
        f"{JAVA}&mode=allButTextLevelOnly&useragent=java-http-client",
        {**FORM, "charset": "utf-8"},
        0,
    ),
    "LibreOffice 7.4": ("/v2/check", f"text={TEXT}&language=en-US", FORM, 0),
    "LibreOffice 24": ("/v2/check", f"text={quote(TEXT, safe='')}&language=en-US", FORM, 0),
    "an add-on that sends a string": (
        "/v2/check?c=1&v=1",
        PLAIN,
        {"content-type": "text/plain;charset=UTF-8"},
        0,
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_client_is_answered_as_it_asks(client: TestClient, name: str) -> None:
    path, body, headers, before = ASKED[name]
    answer = client.post(path, content=body.encode(), headers=headers)
    assert answer.status_code == 200, answer.text
    found = [
        (match["offset"], match["replacements"][0]["value"]) for match in answer.json()["matches"]
    ]
    wide = before + 1  # the emoji counts two
    assert found == [(wide + TEXT.index("Rute"), "Rutte"), (wide + TEXT.index("Zvecan"), "Zvečan")]


def test_what_the_extension_of_libreoffice_asks_first(client: TestClient) -> None:
    rules = client.post("/v2/configinfo", content=b"language=en-US", headers=FORM).json()["rules"]
    assert all(int(rule["minToCheckParagraph"]) == -1 for rule in rules)
    assert client.post("/v2/maxtextlength", content=b"\0", headers=FORM).text == "200000"
    only = ",".join(rule["ruleId"] for rule in rules)
    body = f"{JAVA}&enabledRules={only}&enabledOnly=yes&mode=textLevelOnly"
    assert client.post("/v2/check", content=body.encode(), headers=FORM).json()["matches"] == []
