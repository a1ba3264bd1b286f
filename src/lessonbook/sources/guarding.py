"""Connections to public places only.

A server that fetches what its users name can be made to fetch from inside its own network (OWASP, Server-Side Request
Forgery). So names are looked up here, every place that a name stands for must be public, and the connection is made to
a place that was looked at: a second look-up could give another.
"""

import os
import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError
from urllib3.util.connection import create_connection

from lessonbook.domain import LessonbookError

INSIDE = "LESSONBOOK_FETCH_INSIDE"
_TRANSLATED = ip_network("64:ff9b::/96")  # IPv4 addresses as IPv6 networks reach them (RFC 6052)


def manager_for(address: str) -> PoolManager:
    """What opens connections for an address, through the proxy of this computer where it has one.

    Certificates are judged as the operating system judges them, so a council's own authority counts. Raises
    ``LessonbookError`` ``address-not-public``.
    """
    parts = urlsplit(address)
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.hostname or ""):
        _check_behind_proxy(parts.hostname or "")
        return ProxyManager(proxy, ssl_context=context)
    manager = PoolManager(ssl_context=context)
    manager.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return manager


def is_public(place: IPv4Address | IPv6Address) -> bool:
    """Whether an address of the network is one of the open internet, also where it stands inside another."""
    if isinstance(place, IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour
        if inner is None and place in _TRANSLATED:
            inner = IPv4Address(int(place) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return place.is_global and not place.is_multicast


def _check_behind_proxy(host: str) -> None:
    """Only the proxy knows all names; those that this computer knows must be public."""
    try:
        places = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return
    _check(host, places)


def _check(host: str, places: set[str | int]) -> None:
    if os.environ.get(INSIDE) == "on":
        return
    if not all(is_public(ip_address(str(place))) for place in places):
        raise LessonbookError(
            "address-not-public",
            f"{host} is inside a network of its own: download the file and take that in, or set {INSIDE}=on.",
        )


def _connected(connection: HTTPConnection) -> socket.socket:
    host = connection.host.strip("[]")
    try:
        found = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise NameResolutionError(host, connection, socket.gaierror(str(error))) from error
    places = list(dict.fromkeys(entry[4][0] for entry in found))
    _check(host, set(places))
    for at, place in enumerate(places, start=1):
        try:
            return create_connection(
                (str(place), connection.port), connection.timeout, socket_options=connection.socket_options
            )
        except OSError:
            if at == len(places):
                raise
    raise NameResolutionError(host, connection, socket.gaierror("no place"))


class _PublicConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connected(self)


class _PublicSecureConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connected(self)


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection
