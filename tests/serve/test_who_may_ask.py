"""Who may ask the server, in which words, and what it says to the others."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

TEXT = "🎉 General Mark Rutte met reporters.\nRute said that Zvecan is near Zvečan."

REFUSED = {
    "no language": (400, {"data": {"text": "a"}}, "language"),
    "an unknown language": (400, {"data": {"text": "a", "language": "tlh"}}, "en-US"),
    "no text": (400, {"data": {"language": "en"}}, "text"),
    "text and data": (400, {"data": {"text": "a", "data": "{}", "language": "en"}}, "one of"),
    "data that is no JSON": (400, {"data": {"data": "{", "language": "en"}}, "annotat"),
    "a piece that is neither": (
        400,
        {"json": {"data": {"annotation": [{}]}, "language": "en"}},
        "",
    ),
    "JSON that is none": (
        400,
        {"content": b"{", "headers": {"content-type": "application/json"}},
        "not JSON",
    ),
    "JSON that is a list": (400, {"json": []}, "object"),
    "a field of another type": (400, {"json": {"text": 1, "language": "en"}}, "string"),
    "bytes that are no UTF-8": (400, {"content": b"text=%ff&language=en"}, "UTF-8"),
    "a long text": (413, {"data": {"text": "a" * 200_001, "language": "en"}}, "200,000"),
    "a large request": (413, {"content": b"a" * 5_000_001}, "larger"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_request_is_told_what_is_wrong(client: TestClient, case: str) -> None:
    status, request, words = REFUSED[case]
    answer = client.post("/v2/check", **request)
    assert answer.status_code == status
    assert answer.text.startswith("Error: ") and words in answer.text
    assert "\n" not in answer.text.rstrip("\n")


def test_a_body_without_an_end_is_cut_off(client: TestClient) -> None:
    parts = (b"a" * 100_000 for _ in range(60))
    assert client.post("/v2/check", content=parts).status_code == 413


def test_another_host_is_refused_before_anything_is_read(client: TestClient) -> None:
    for host in ("evil.example", "testserver.evil.example", "127.0.0.1.evil.example:8081", ""):
        answer = client.post("/v2/check", data={"text": TEXT}, headers={"host": host})
        assert answer.status_code == 421


def test_a_page_of_another_site_may_ask_when_it_is_named(client: TestClient) -> None:
    def allowed(origin: str) -> str | None:
        answer = client.get("/v2/languages", headers={"origin": origin})
        return answer.headers.get("access-control-allow-origin")

    assert allowed("https://cms.example") == "https://cms.example"
    assert allowed("https://evil.example") is None


def test_what_is_not_there_is_said_with_its_status(client: TestClient) -> None:
    assert client.get("/v2/words").status_code == 404
    assert client.put("/v2/check").status_code == 405


ADDON = {
    "data": json.dumps({"text": TEXT}),
    "textSessionId": "50132:1",
    "enableHiddenRules": "true",
    "motherTongue": "sr",
    "level": "picky",
    "language": "auto",
    "noopLanguages": "sr,en",
    "preferredVariants": "en-GB,de-DE",
    "disabledRules": "WHITESPACE_RULE",
    "useragent": "webextension-chrome-ng",
    "mode": "allButTextLevelOnly",
    "allowIncompleteResults": "true",
}
EXTENSIONS = (
    "chrome-extension://oldceeleldhonbafppcapldpdifcinji",
    "moz-extension://62b5d4ad-6f57-4e42-951b-d6b5e6cf9e55",
    "safari-web-extension://AB12CD34-0000-4000-8000-000000000000",
)
QUERY = {"c": "1", "instanceId": "50132:1700000000000", "v": "8.11.2"}


def test_the_browser_add_on_is_answered(client: TestClient) -> None:
    answer = client.post("/v2/check", params=QUERY, data=ADDON, headers={"origin": EXTENSIONS[0]})
    assert answer.headers["access-control-allow-origin"] == EXTENSIONS[0]
    assert [match["rule"]["id"] for match in answer.json()["matches"]] == [
        "name-respelt",
        "name-diacritics",
    ]
    assert answer.json()["language"]["code"] == "en-GB"


@pytest.mark.parametrize("origin", EXTENSIONS)
def test_an_extension_may_ask_before_it_asks(client: TestClient, origin: str) -> None:
    answer = client.options(
        "/v2/check",
        headers={
            "origin": origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
            "access-control-request-private-network": "true",
        },
    )
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == origin
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"]
    assert answer.headers["access-control-allow-private-network"] == "true"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"origin": "https://cms.example.evil.example"},
        {"origin": "https://evil.example/chrome-extension://abc"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    ],
    ids=str,
)
def test_a_page_of_another_site_is_turned_away(client: TestClient, headers: dict[str, str]) -> None:
    fields = {"text": TEXT, "language": "en-US"}
    for answer in (
        client.post("/v2/check", data=fields, headers=headers),
        client.get("/v2/check", params=fields, headers=headers),
    ):
        assert answer.status_code == 403 and "Rut" not in answer.text
        assert "access-control-allow-origin" not in answer.headers


def test_a_page_that_is_named_may_send_json(client: TestClient) -> None:
    headers = {"origin": "https://cms.example", "access-control-request-method": "POST"}
    asked = headers | {"access-control-request-headers": "content-type"}
    assert client.options("/v2/check", headers=asked).status_code == 204
    answer = client.post("/v2/check", json={"text": TEXT, "language": "en"}, headers=headers)
    assert answer.json()["matches"]
    assert answer.headers["access-control-allow-origin"] == "https://cms.example"
