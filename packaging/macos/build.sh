#!/bin/sh
# Builds "dist/Peer Ready.app". Not yet run: written beside the Linux build, which is.
# On a Mac, in the checkout, with Python 3.12 or 3.13 from python.org: sh packaging/macos/build.sh
set -eu
cd "$(dirname "$0")/../.."

python3 -m venv .venv
.venv/bin/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
.venv/bin/python packaging/build.py
.venv/bin/python packaging/smoke_test.py

version=$(.venv/bin/python -c 'import desktop_app; print(desktop_app.__version__)')
app="dist/Peer Ready.app"
mkdir -p "$app/Contents/Resources/licenses"
cp -R dist/peer-ready/licenses/ "$app/Contents/Resources/licenses/"
# Without a developer's certificate: signed by nobody in particular, which is what Apple silicon asks at the least.
codesign --force --deep --sign "${SIGN_AS:--}" "$app"
ditto -c -k --keepParent "$app" "dist/peer-ready-$version-macos.zip"
shasum -a 256 "dist/peer-ready-$version-macos.zip"
