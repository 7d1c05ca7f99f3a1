#!/bin/sh
# Prints the first Python on this machine that Peer Ready supports (3.11 to 3.14); says what to do when there is none.
for candidate in python3 python3.11 python3.12 python3.13 python3.14 python; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
echo "Peer Ready needs Python 3.11, 3.12, 3.13 or 3.14, and none was found." >&2
echo "On Debian or Ubuntu: sudo apt-get install python3 python3-venv. Elsewhere: https://www.python.org/downloads/" >&2
echo "Is it in an unusual place? Say where: make setup PYTHON=/path/to/python3" >&2
exit 1
