#!/bin/sh
# Finds the system libraries that the window needs and this machine lacks, and installs them where it may.
#
#   system-libraries.sh [PYTHON]     PYTHON: also make sure that it can create a virtual environment
#
# As root or with a sudo that asks for no password, apt installs what is missing; otherwise the exact line to type is
# printed and the exit code is 1. Where there is no apt, it only names the libraries. Nothing missing: silent and quick.
set -u
PATH=$PATH:/usr/sbin:/sbin

# library, and the Debian package that has it: the first six for Qt itself, the rest for Qt on a screen, X or Wayland
WANTED='
libglib-2.0.so.0       libglib2.0-0
libGL.so.1             libgl1
libEGL.so.1            libegl1
libxkbcommon.so.0      libxkbcommon0
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
libxcb-xkb.so.1        libxcb-xkb1
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libwayland-cursor.so.0 libwayland-cursor0
'

missing_libraries() {
    known=$(ldconfig -p)
    echo "$WANTED" | while read -r library package; do
        [ -z "$library" ] && continue
        case "$known" in *"$library "*) ;; *) echo "$library $package" ;; esac
    done
}

missing_venv() { # prints the package without which PYTHON cannot create a virtual environment
    [ -n "$1" ] || return 0
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return 0
    "$1" -c 'import sys; print("venv python%d.%d-venv" % sys.version_info[:2])'
}

[ "$(uname -s)" = Linux ] && command -v ldconfig >/dev/null || exit 0
missing=$(missing_libraries; missing_venv "${1:-}")
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Peer Ready needs these, which this machine does not seem to have; install them with its own package tool:" >&2
    echo "$missing" | sed 's/ .*//; s/^/  /' >&2
    exit 0
fi

packages=$(echo "$missing" | sed 's/.* //' | tr '\n' ' ' | sed 's/ $//')
if [ "$(id -u)" = 0 ]; then
    as_root=''
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Some system libraries are missing. Type this line, then the same command again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
fi
echo "Installing system libraries: $packages"
# The lists of a fresh machine are empty or old: only then is the update worth its seconds.
install() {
    # shellcheck disable=SC2086 # several words on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages </dev/null >/dev/null
}
install 2>/dev/null || { $as_root apt-get update -qq && install; } || {
    echo "apt could not install them; its message stands above. The packages are: $packages" >&2
    exit 1
}
$as_root ldconfig
