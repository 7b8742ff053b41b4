"""Threats 1, 7 and 14: who may ask the review server, and what no request can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from review_desk import FERRY

Start = Callable[..., Any]
ORIGIN = "http://127.0.0.1:4711"
LARGE = b'{"decisions": ["' + b"x" * 6_000_000 + b'"]}'


@pytest.fixture
def review(start: Start) -> Any:
    return start()


def post(review: Any, path: str = "/decide", **how: Any) -> tuple[int, str]:
    headers = {"Origin": ORIGIN, "Content-Type": "application/json", **how.pop("headers", {})}
    headers = {name: value for name, value in headers.items() if value}
    answer = review.client().post(path, headers=headers, **{"content": b'{"decisions":[]}', **how})
    return answer.status_code, answer.text


def test_a_page_of_this_server_is_heard(review: Any) -> None:
    assert post(review) == (200, '{"acts":[],"refused":[]}')
    fetch = {"Sec-Fetch-Site": "same-origin"}
    assert post(review, headers=fetch)[0] == 200


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (421, {"Host": "evil.example"}),
        (421, {"Host": "evil.example:4711", "Origin": "http://evil.example:4711"}),
        (421, {"Host": "127.0.0.1:9999", "Origin": "http://127.0.0.1:9999"}),
        (421, {"Host": "127.0.0.1"}),
        (403, {"Origin": ""}),
        (403, {"Origin": "null"}),
        (403, {"Origin": "http://evil.example"}),
        (403, {"Origin": "http://127.0.0.1:9999"}),
        (403, {"Origin": "https://127.0.0.1:4711"}),
        (403, {"Origin": "http://localhost:4711"}),
        (403, {"Sec-Fetch-Site": "cross-site"}),
        (403, {"Sec-Fetch-Site": "same-site"}),
        (403, {"Sec-Fetch-Site": "none"}),
        (415, {"Content-Type": "application/x-www-form-urlencoded"}),
        (415, {"Content-Type": "multipart/form-data; boundary=x"}),
        (415, {"Content-Type": "text/plain"}),
        (415, {"Content-Type": ""}),
    ],
)
def test_another_page_is_refused(review: Any, status: int, headers: dict[str, str]) -> None:
    wishes = review.page().wish("Zvecan", "accept", form="Zvečan")
    body = json.dumps({"decisions": wishes}).encode()
    told = post(review, headers=headers, content=body)
    assert told[0] == status and told[1].count("\n") <= 1
    assert review.text() == FERRY


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(review: Any, method: str) -> None:
    answer = review.client().request(method, "/decide", headers={"Origin": ORIGIN})
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (413, LARGE),
        (400, b"decision=accept"),
        (400, b""),
        (400, b"[]"),
        (400, b'{"decisions": 1}'),
        (400, b'{"decisions": [], "path": "/etc/passwd"}'),
        (400, b'{"decisions": [{"article": "x"}]}'),
        (400, b"[" * 100_000),
        (400, b"\xff\xfe"),
    ],
    ids=["6 MB", "form", "empty", "list", "number", "unknown key", "short", "deep", "not UTF-8"],
)
def test_a_request_that_is_none_is_one_line(review: Any, status: int, body: bytes) -> None:
    told = post(review, content=body)
    assert told[0] == status and told[1].strip().count("\n") == 0


def test_a_body_larger_than_it_says_is_refused(review: Any) -> None:
    parts = (b"x" * 1_000_000 for _ in range(6))
    assert post(review, content=parts)[0] == 413


def test_a_stranger_sees_no_article(review: Any) -> None:
    stranger = review.stranger()
    first = stranger.get("/")
    assert first.status_code == 401 and "Zvecan" not in first.text
    assert "script-src 'sha256-" in first.headers["content-security-policy"]
    for path in ("/index.html", "/decide", "/enter", "/ferry-txt-0.html"):
        assert stranger.get(path).status_code == 401
    told = stranger.post("/decide", json={"decisions": []}, headers={"Origin": ORIGIN})
    assert told.status_code == 401
    stranger.cookies.set(review.keys.name, "guessed")
    assert stranger.get("/index.html").status_code == 401


def test_a_token_is_exchanged_once(review: Any) -> None:
    message, headers = {"token": review.keys.token}, {"Origin": ORIGIN}
    one, other = review.stranger(), review.stranger()
    assert one.post("/enter", json={"token": "guess"}, headers=headers).status_code == 403
    assert one.post("/enter", json=message).status_code == 403, "no Origin"
    answer = one.post("/enter", json=message, headers=headers)
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("transcheck-review-4711=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert review.keys.token not in cookie
    assert one.get("/").status_code == 200
    assert other.post("/enter", json=message, headers=headers).status_code == 403
    assert other.get("/index.html").status_code == 401


@pytest.mark.parametrize("asker", ["cross-site", "same-site"])
def test_no_other_site_may_even_look(review: Any, asker: str) -> None:
    answer = review.client().get("/", headers={"Sec-Fetch-Site": asker})
    assert answer.status_code == 403 and "Zvecan" not in answer.text


@pytest.mark.parametrize("path", ["/", "/index.html", "/nothing", "/decide"])
def test_answers_are_sealed(review: Any, path: str) -> None:
    sealed = review.client().get(path).headers
    assert sealed["x-content-type-options"] == "nosniff"
    assert sealed["cache-control"] == "no-store"
    assert sealed["x-frame-options"] == "DENY"
    policy = sealed["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not [name for name in sealed if name.startswith("access-control")]


def test_a_page_is_locked_as_a_report_and_asks_its_server_alone(review: Any) -> None:
    page = review.client().get("/")
    policy = page.headers["content-security-policy"].removesuffix("; frame-ancestors 'none'")
    assert policy.replace("'", "&#39;") in page.text
    kinds = [part.split(" ")[0] for part in policy.split("; ")]
    assert "connect-src 'self'" in policy and kinds[0] == "default-src"


@pytest.mark.parametrize(
    "path",
    [
        "/../ferry.txt", "/..%2fferry.txt", "/%2e%2e/%2e%2e/etc/passwd", "/ferry.txt",
        "//etc/passwd",
        "/..\\ferry.txt", "/transcheck-waivers.toml", "/static/", "/index.html/", "/%00",
        "/" + "a" * 5000,
    ],
)  # fmt: skip
def test_no_path_is_a_file(review: Any, path: str) -> None:
    answer = review.client().get(path)
    assert answer.status_code == 404
    assert answer.text == '{"error":"there is no such page in this review"}'


def test_hostile_texts_and_names_stay_text(start: Start) -> None:
    evil = "</script><script>alert(1)</script>"
    name = '"><img src=x onerror=alert(1)>.txt'
    review = start({name: FERRY.replace("waits", evil), "b.txt": FERRY, "\udcff.txt": FERRY})
    for page in (
        review.page(),
        *(review.page(one["href"]) for one in review.page().data["articles"]),
    ):
        assert "<script>alert" not in page.text and "<img src" not in page.text


def test_an_error_of_its_own_is_one_line(review: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review.sitting, "decide", lambda _: 1 / 0)
    status, told = post(review)
    assert status == 500 and "Zero" not in told and told.count("\n") == 0
    assert review.client().get("/").status_code == 200


def test_a_write_stays_in_the_files_of_the_review(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    wish = page.wish("Zvecan", "accept", form="Zvečan")[0]
    for key in ("../../etc/passwd", "ferry.txt", ""):
        told = page.send("decide", {"decisions": [wish | {"article": key}]})
        assert told.status_code == 409
        assert told.json()["error"] == "there is no such article in this review"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry.txt"]
