"""Whether a place is on another computer: a file there is worked on by a copy on this one."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

OVER_A_NETWORK = (
    "nfs", "cifs", "smb", "afs", "ncp", "9p", "ceph", "gluster", "lustre", "davfs", "webdav",
    "fuse.sshfs", "fuse.gvfsd", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.ceph", "sshfs",
)  # fmt: skip
"""How the names of such file systems begin, as the systems call them."""


def work_folder(place: Path) -> Path | None:
    """The folder of this computer to work in, for a file on another one; None for a file that is here."""
    if not is_far(place):
        return None
    here = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(here) / "open" if here else None


def is_far(place: Path, platform: str = sys.platform) -> bool:
    if platform == "win32" and place.drive.startswith("\\\\"):
        return True
    storage = QStorageInfo(str(place.parent))
    return storage.isValid() and is_of_a_network(
        bytes(storage.fileSystemType().data()).decode("ascii", "replace")
    )


def is_of_a_network(file_system: str) -> bool:
    return file_system.lower().startswith(OVER_A_NETWORK)
