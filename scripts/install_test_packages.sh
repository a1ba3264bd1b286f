#!/usr/bin/env bash
# What the tests need from Debian: Chromium, for the pages as a reader sees them. Nothing that a user needs.
# Where it cannot be installed, the browser tests skip with a message and the rest goes on.
set -u
if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; then
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "No apt-get here: browser tests run only where Chromium is installed." >&2
  exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1 || ! sudo -n true 2>/dev/null; then
    echo "Not root and no sudo: browser tests run only where Chromium is installed." >&2
    exit 0
  fi
  as_root="sudo -n"
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ $as_root apt-get update -q && $as_root apt-get install -q -y --no-install-recommends chromium; } >"$log" 2>&1 || {
  tail -n 5 "$log" >&2
  echo "Chromium could not be installed: browser tests are skipped." >&2
}
exit 0
