"""The sockets of a server: a port on 127.0.0.1, and the same on ::1 where the machine has it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from transcheck.errors import UsageError
from transcheck.serve.serving import listen_beside, take_port


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with take_port("127.0.0.1", 0) as one:
        yield one


@pytest.mark.parametrize("reason", [errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL, errno.EPERM])
def test_a_machine_without_ipv6_is_served_without(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def refuse(*_: Any) -> socket.socket:
        raise OSError(reason, "no")

    monkeypatch.setattr(socket, "socket", refuse)
    assert listen_beside(listener) == []


def test_a_port_that_another_has_there_is_refused(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    try:
        other = take_port("::1", port)
    except UsageError:
        pytest.skip("this machine has no ::1")
    with other, pytest.raises(UsageError, match=f"cannot listen on ::1:{port}: .*--port"):
        listen_beside(listener)


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("192.0.2.1", "cannot listen on 192.0.2.1:0: .*Try --host 127.0.0.1"),
        ("nowhere.invalid", 'no address "nowhere.invalid". Try --host 127.0.0.1'),
    ],
)
def test_a_host_that_is_none_of_this_machine_is_said(host: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        take_port(host, 0)
