"""`transcheck review` as processes of their own: the address, the port, and many at once."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from review_desk import KINDS, article, read_written, right_of, want_written

NAMES = 8


class Running:
    """One process that serves a folder, and a browser that was let in."""

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-m", "transcheck", "review", "--no-glossaries", *words]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stderr=pipe, text=True, cwd=folder)
        self.host, self.cookie = "", ""

    def enter(self) -> None:
        """Read the printed address, and exchange its token for the cookie."""
        assert self.process.stderr
        line = self.process.stderr.readline()
        found = re.search(r"http://(127\.0\.0\.1:\d+)/#token=([\w-]+)", line)
        assert found, line
        self.host = found[1]
        status, headers, _ = self.ask("POST", "/enter", {"token": found[2]})
        assert status == 204
        self.cookie = headers["set-cookie"].partition(";")[0]

    def ask(self, method: str, path: str, message: Any = None) -> tuple[int, dict[str, str], str]:
        connection = HTTPConnection(self.host, timeout=120)
        headers = {"Origin": f"http://{self.host}", "Cookie": self.cookie}
        headers["Content-Type"] = "application/json"
        connection.request(method, path, json.dumps(message).encode(), headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, text

    def data(self) -> Any:
        text = self.ask("GET", "/")[2]
        found = re.search(r'id="data">(.*?)</script>', text, re.DOTALL)
        assert found
        return json.loads(found[1])

    def stop(self) -> str:
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate(timeout=60)[1]


def test_a_port_in_use_is_one_line_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1), "utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = Running(tmp_path, "--port", str(port), "a.txt")
        told = running.process.communicate(timeout=60)[1]
    assert running.process.returncode == 2
    assert told == (
        f"transcheck: cannot listen on 127.0.0.1:{port}: address already in use. "
        "Name another with --port\n"
    )


@pytest.mark.long
def test_a_request_that_never_ends_does_not_hold_up_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1), "utf-8")
    running = Running(tmp_path, "a.txt")
    running.enter()
    host, port = running.host.split(":")
    with socket.create_connection((host, int(port))) as half:
        head = f"POST /decide HTTP/1.1\r\nHost: {running.host}\r\nContent-Length: 9\r\n\r\n{{"
        half.sendall(head.encode())
        time.sleep(0.2)
        assert running.stop() == ""


@pytest.mark.long
def test_twenty_writers_through_five_processes_lose_nothing(tmp_path: Path) -> None:
    texts = {f"a{number}.txt": article(number) for number in range(10)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    servers = [Running(tmp_path, ".", "--into", "names.csv") for _ in range(5)]
    try:
        for server in servers:
            server.enter()
        data = servers[0].data()
        forms = sorted({group["text"] for one in data["articles"] for group in one["groups"]})
        assert len(forms) == NAMES
        jobs = []
        for at, text in enumerate(forms):
            kind = KINDS[at % 3]
            more = {"reason": "Quoted"} if at % 3 == 1 else {"form": right_of(data, text)}
            for one in data["articles"]:
                (group,) = (group for group in one["groups"] if group["text"] == text)
                wish = {"article": one["key"], "seen": 0, "decision": kind, **more}
                wishes = [wish | {"fingerprint": place["print"]} for place in group["places"]]
                jobs.append((servers[len(jobs) % 5], {"decisions": wishes}))
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(lambda job: job[0].ask("POST", "/decide", job[1]), jobs))
        assert [answer[2] for answer in answers if answer[0] != 200] == []
        left = [one["groups"] for server in servers for one in server.data()["articles"]]
        assert not any(left)
    finally:
        told = [server.stop() for server in servers]
    assert told == [""] * 5
    assert read_written(tmp_path, forms, texts) == want_written(data, forms, texts)
