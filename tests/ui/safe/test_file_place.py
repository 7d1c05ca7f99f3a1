"""Which places are on another computer."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from desktop_app.ui.file_place import is_far, is_of_a_network, work_folder


@pytest.mark.parametrize("name", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "CIFS"])
def test_network_file_systems_are_known(name) -> None:
    assert is_of_a_network(name)


@pytest.mark.parametrize(
    "name", ["ext4", "btrfs", "vfat", "exfat", "ntfs", "NTFS", "apfs", "tmpfs", "fuseblk", "overlay"]
)
def test_those_of_this_computer_are_not(name) -> None:
    assert not is_of_a_network(name)


def test_a_place_by_the_name_of_a_computer_is_far_on_windows() -> None:
    assert is_far(cast(Path, PureWindowsPath(r"\\center\clients\mine.peerready")), "win32")


def test_a_folder_of_this_computer_needs_no_other(tmp_path) -> None:
    assert work_folder(tmp_path / "mine.peerready") is None
