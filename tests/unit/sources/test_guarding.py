"""What is public, and that nothing else is connected to."""

import socket
from ipaddress import ip_address

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.sources import Fetcher, guarding

INSIDE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"),
    *("::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1"),
]


@pytest.mark.parametrize("place", INSIDE)
def test_a_place_inside_is_not_public(place):
    assert not guarding.is_public(ip_address(place))


@pytest.mark.parametrize("place", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_a_place_of_the_internet_is_public(place):
    assert guarding.is_public(ip_address(place))


@pytest.mark.enable_socket  # this machine's own names are looked up
@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "0x7f000001", "2130706433", "localhost"])
def test_no_connection_is_made_to_this_machine(host):
    with pytest.raises(LessonbookError) as caught:
        Fetcher().fetch(f"http://{host}:1/x")
    assert caught.value.code in {"address-not-public", "address-failed"}  # some systems do not know odd spellings


def test_one_place_inside_among_those_of_a_name_is_enough(monkeypatch):
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 80)) for place in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(guarding.socket, "getaddrinfo", lambda *_, **__: places)
    with pytest.raises(LessonbookError, match="inside a network of its own"):
        Fetcher().fetch("http://reports.example/x")


def test_behind_a_proxy_names_that_are_known_inside_are_refused_too(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setattr(
        guarding.socket, "getaddrinfo", lambda *_, **__: [(socket.AF_INET, 1, 6, "", ("192.168.0.9", 80))]
    )
    with pytest.raises(LessonbookError, match="inside a network of its own"):
        guarding.manager_for("http://intranet/x")


def test_a_proxy_is_used_where_the_computer_has_one(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setattr(guarding, "_check_behind_proxy", lambda _: None)
    assert guarding.manager_for("https://reports.example/x").proxy.host == "proxy.example"
