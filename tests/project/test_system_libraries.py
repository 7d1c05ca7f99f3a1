"""A machine that lacks libraries gets them, or the line to type; one that has them waits for nothing."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "system-libraries.sh"
LIBRARIES = re.findall(r"^(lib\S+\.so\.\d+) +lib", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="about Linux machines")


class Machine:
    """A machine of stand-ins: each program in it notes how it was called, and does what it is told here."""

    def __init__(self, folder: Path) -> None:
        self.programs, self.notes = folder / "bin", folder / "calls"
        self.programs.mkdir()
        for tool in ("sh", "sed", "tr", "env"):
            (self.programs / tool).symlink_to(str(shutil.which(tool)))
        self.has("uname", "echo Linux")
        self.has_libraries("libGL.so.1")

    def has(self, name: str, does: str) -> None:
        program = self.programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.notes}"\n{does}\n', encoding="utf-8")
        program.chmod(0o755)

    def has_libraries(self, *names: str) -> None:
        self.has("ldconfig", "\n".join(f"echo '  {name} (libc6,x86-64) => /lib/{name}'" for name in names))

    def set_up(self) -> subprocess.CompletedProcess[str]:
        script = SCRIPT.read_text(encoding="utf-8").replace("PATH=$PATH:/usr/sbin:/sbin\n", "")
        return subprocess.run(
            [str(self.programs / "sh"), "-s"],
            input=script,
            env={"PATH": str(self.programs)},
            capture_output=True,
            text=True,
        )

    def calls(self, program: str) -> list[str]:
        noted = self.notes.read_text(encoding="utf-8").splitlines()
        return [call for call in noted if call.split()[0] == program]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_root_installs_what_is_missing_and_only_that(machine):
    machine.has("id", "echo 0")
    machine.has("apt-get", "exit 0")
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    [installing] = machine.calls("apt-get")
    assert "libxcb-cursor0" in installing
    assert "libgl1" not in installing


def test_a_fresh_machine_first_gets_the_lists(machine, tmp_path):
    machine.has("id", "echo 0")
    lists = tmp_path / "lists"
    machine.has("apt-get", f'case "$*" in *update*) : > "{lists}" ;; *) [ -e "{lists}" ] ;; esac')
    assert machine.set_up().returncode == 0
    assert ["update" in call for call in machine.calls("apt-get")] == [False, True, False]


def test_someone_without_rights_gets_the_line_to_type(machine):
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    machine.has("apt-get", "exit 0")
    done = machine.set_up()
    assert done.returncode == 1
    line = "sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0 libegl1"
    assert line in done.stderr
    assert machine.calls("apt-get") == []


def test_sudo_that_asks_for_no_password_is_used(machine):
    machine.has("id", "echo 1000")
    machine.has("sudo", '[ "$1" = -n ] && shift; "$@"')
    machine.has("true", "exit 0")
    machine.has("apt-get", "exit 0")
    assert machine.set_up().returncode == 0
    assert len(machine.calls("apt-get")) == 1


def test_another_linux_gets_the_names_and_goes_on(machine):
    machine.has("id", "echo 1000")
    done = machine.set_up()
    assert done.returncode == 0
    assert "libxcb-cursor.so.0" in done.stderr


def test_where_nothing_is_missing_nothing_is_said_or_done(machine):
    machine.has_libraries(*LIBRARIES)
    machine.has("id", "echo 0")
    machine.has("apt-get", "exit 1")
    done = machine.set_up()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.calls("apt-get") == []
