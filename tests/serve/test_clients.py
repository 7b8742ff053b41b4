"""A real client of LanguageTool against a real process, and what the command says."""

from __future__ import annotations

import errno
import http.client
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

TEXT = "General Mark Rutte met reporters. Rute said that Zvecan is near Zvečan."


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "transcheck", "serve", "--port", str(port)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    assert running.stderr
    said = running.stderr.readline().decode()
    assert f"http://localhost:{port}/v2" in said
    yield port
    running.send_signal(signal.SIGTERM)
    assert running.wait(60) == 0
    assert running.stderr.read() == b""


def test_language_tool_python_shows_and_applies_the_findings(port: int) -> None:
    client = pytest.importorskip("language_tool_python")
    tool = client.LanguageTool("en-US", remote_server=f"http://127.0.0.1:{port}")
    found = tool.check(TEXT)
    assert [(m.rule_id, m.offset, m.error_length, m.replacements) for m in found] == [
        ("name-respelt", TEXT.index("Rute"), 4, ["Rutte"]),
        ("name-diacritics", TEXT.index("Zvecan"), 6, ["Zvečan"]),
    ]
    assert tool.correct(TEXT) == TEXT.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")
    tool.disabled_rules = {"name-respelt"}
    assert [m.rule_id for m in tool.check(TEXT)] == ["name-diacritics"]


def test_a_page_that_rebinds_its_name_is_refused(port: int) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz")
    request.add_header("Host", "evil.example")
    with pytest.raises(urllib.error.HTTPError, match="421"):
        urllib.request.urlopen(request, timeout=30)


def test_a_request_that_is_too_large_is_told_so(port: int) -> None:
    for size in (5_000_001, 20_000_000):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/v2/check", b"a" * size)
        answer = connection.getresponse()
        assert (answer.status, b"5,000,000" in answer.read()) == (413, True)
        connection.close()


def test_a_client_that_takes_localhost_for_another_address_is_answered(port: int) -> None:
    try:
        connection = socket.create_connection(("::1", port), timeout=30)
    except OSError as error:
        if error.errno != errno.ECONNREFUSED:
            pytest.skip("this machine has no ::1")
        raise
    connection.sendall(f"GET /healthz HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n".encode())
    assert connection.recv(1_000).startswith(b"HTTP/1.1 200")
    connection.close()


def test_slow_clients_hold_nobody_up(port: int) -> None:
    head = f"POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 9\r\n"
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    for one in slow:
        one.sendall(head.encode())
    assert urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30).read() == b"OK"
    for one in slow:
        one.close()


def test_a_port_in_use_is_one_line_and_exit_2(port: int) -> None:
    command = [sys.executable, "-m", "transcheck", "serve", "--port", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == (
        f"transcheck: cannot listen on 127.0.0.1:{port}: address already in use. "
        "Name another with --port\n"
    )


def test_the_first_answer_takes_less_than_four_seconds_of_work() -> None:
    """Of the processor's, as a machine that does other things too lets anybody wait."""
    port, before = free_port(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "transcheck", "serve", "--port", str(port)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1_200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60).read()
                break
            except urllib.error.URLError:
                assert running.poll() is None
                time.sleep(0.05)
        else:
            pytest.fail("no answer within a minute")
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 4
