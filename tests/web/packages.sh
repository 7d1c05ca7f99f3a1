#!/bin/sh
# Installs the browser that web pages are looked at in, where that may be done; says what to type where it may not.
# Nothing missing: silent and quick. Debian and Ubuntu. npm is not installed here: where there is none, nothing is checked.
set -u
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The web page is looked at in Chromium. Type: sudo apt-get install --no-install-recommends chromium" >&2
    exit 0
fi
install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium </dev/null >/dev/null
}
install 2>/dev/null || { apt-get update -qq && install; }
