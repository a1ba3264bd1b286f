"""How a team's site is set up: ``team.toml`` in the home."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from lessonbook.domain import LessonbookError

FILE = "team.toml"
_Role = Literal["reader", "editor", "publisher", "administrator"]


class SingleSignOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An OpenID Connect provider at which people sign in.

    ``address`` is the issuer, without ``/.well-known/openid-configuration``. The client's secret is in a file or in an
    environment variable. ``roles`` says which groups of the provider have which role: the claim ``groups_claim`` names
    a person's groups. ``also_at`` are further origins that the provider sends a browser to while it signs somebody in.
    """

    name: str
    address: str
    client_id: str
    roles: dict[_Role, list[str]]
    secret_file: Path | None = None
    secret_variable: str = ""
    groups_claim: str = "groups"
    scopes: list[str] = msgspec.field(default_factory=lambda: ["openid", "profile"])
    also_at: list[str] = msgspec.field(default_factory=list)

    def secret(self) -> str:
        """The client's secret. Raises ``LessonbookError`` ``team-secret``."""
        try:
            found = self.secret_file.read_text(encoding="utf-8") if self.secret_file else ""
        except (OSError, UnicodeDecodeError) as error:
            raise LessonbookError(
                "team-secret", f"The secret in {self.secret_file} cannot be read: {error}."
            ) from error
        found = found.strip() or os.environ.get(self.secret_variable, "").strip()
        if not found:
            raise LessonbookError(
                "team-secret",
                f"The secret of {self.name} is missing: name a file that has it (secret_file), or an environment"
                " variable (secret_variable).",
            )
        return found

    def origins(self) -> list[str]:
        """Where a browser may be sent to sign in, as scheme and host."""
        parts = [urlsplit(one) for one in (self.address, *self.also_at)]
        return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


class Team(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a team's site is set up.

    ``hosts`` are the names it answers to beside this computer's own. ``behind_tls``: a proxy in front of it speaks
    HTTPS with browsers; ``trusted_proxy`` is that proxy's address, whose word on who asks is believed. A session ends
    after ``idle_minutes`` without a request, and ``longest_hours`` after the log-in in any case.
    """

    hosts: list[str] = msgspec.field(default_factory=list)
    behind_tls: bool = False
    trusted_proxy: str = "127.0.0.1"
    idle_minutes: int = 60
    longest_hours: int = 12
    single_sign_on: SingleSignOn | None = None


def current() -> Team:
    """How the site that is open is set up."""
    from django.conf import settings  # noqa: PLC0415 - the command line reads this file before Django is set up

    team: Team = settings.LESSONBOOK_TEAM
    return team


def read(home: Path) -> Team:
    """What ``team.toml`` in the home says; without the file, a site for this computer alone.

    Raises ``LessonbookError`` ``team-file`` for a file that cannot be read or says what cannot be.
    """
    file = home / FILE
    try:
        team = msgspec.toml.decode(file.read_bytes(), type=Team)
    except FileNotFoundError:
        return Team()
    except (OSError, msgspec.MsgspecError, ValueError) as error:  # a file that is no TOML is a ValueError
        raise _wrong(file, str(error)) from error
    for fault in _faults(team):
        raise _wrong(file, fault)
    return team


def _wrong(file: Path, fault: str) -> LessonbookError:
    return LessonbookError("team-file", f"The team's settings in {file} cannot be used: {fault.rstrip('.')}.")


def _faults(team: Team) -> list[str]:
    faults = [f"“{host}” in hosts is no host's name" for host in team.hosts if not host.strip() or "/" in host]
    if any(host.startswith(("*", ".")) for host in team.hosts):
        faults.append("hosts must be whole names, without * or a dot in front")
    if team.idle_minutes < 1 or team.longest_hours < 1:
        faults.append("idle_minutes and longest_hours must be 1 or more")
    try:
        ip_address(team.trusted_proxy)
    except ValueError:
        faults.append("trusted_proxy must be the proxy's IP address")
    return faults + (_sign_on_faults(team.single_sign_on) if team.single_sign_on else [])


def _sign_on_faults(provider: SingleSignOn) -> list[str]:
    faults = []
    for address in (provider.address, *provider.also_at):
        parts = urlsplit(address)
        if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_local(parts.hostname))):
            faults.append(f"“{address}” must be an address that begins with https://")
    if not provider.name.strip() or not provider.client_id.strip():
        faults.append("single_sign_on needs a name and a client_id")
    if not any(provider.roles.values()):
        faults.append("single_sign_on.roles must name a group for at least one role")
    if "openid" not in provider.scopes:
        faults.append("single_sign_on.scopes must have openid")
    return faults


def is_local(host: str) -> bool:
    """Whether only this computer reaches what listens on this host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
