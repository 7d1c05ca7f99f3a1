#!/bin/sh
# Installs what the run over the accessibility bus needs, as root or with a sudo that asks for no password; where it
# may not, it says the line to type and ends with 1. Nothing missing: silent and quick. Debian and Ubuntu.
set -u

PACKAGES='xvfb xauth dbus at-spi2-core matchbox-window-manager python3-gi gir1.2-atspi-2.0'

missing() {
    for package in $PACKAGES; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || printf '%s ' "$package"
    done
}

if ! command -v dpkg-query >/dev/null; then
    echo "This machine has no dpkg. The run needs what Debian calls: $PACKAGES" >&2
    exit 1
fi
wanted=$(missing)
[ -z "$wanted" ] && exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=''
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Some packages are missing. Type this line, then the same command again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $wanted" >&2
    exit 1
fi
echo "Installing $wanted"
# The lists of a fresh machine are empty or old: only then is the update worth its seconds.
install() {
    # shellcheck disable=SC2086 # several words on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $wanted </dev/null >/dev/null
}
install 2>/dev/null || { $as_root apt-get update -qq && install; } || {
    echo "apt could not install them; its message stands above. The packages are: $wanted" >&2
    exit 1
}
