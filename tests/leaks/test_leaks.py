"""What a person says stands in no file that was not asked for and in no clear, and nothing leaves the computer."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest

from tests.leaks.watch import CALLS, Tree, can, to_a_network, traced, travelled, written_elsewhere

JOURNEYS = ("terminal", "assess", "casefile", "window")
ASKED_FOR = {"out/mine.pdf", "out/paper.pdf"}
STRACE = pytest.mark.skipif(
    not can("strace", "-f", "-o", "/dev/null", "true"), reason="strace is not here, or may not watch"
)
OWN_NETWORK = ("unshare", "-n") if can("unshare", "-n", "true") else ("unshare", "-r", "-n")
UNSHARE = pytest.mark.skipif(not can(*OWN_NETWORK, "true"), reason="no network namespace may be made here")


@pytest.fixture
def tree(tmp_path) -> Tree:
    return Tree.at(tmp_path / "tree")


# ------------------------------------------------------------ files


@pytest.mark.parametrize("name", JOURNEYS)
def test_no_file_tells_an_answer_before_during_or_after_a_sitting(tree, name) -> None:
    moments = 0
    for moment in travelled(tree, name):
        moments += 1
        assert set(tree.told()) <= ASKED_FOR, f"at: {moment}"
    assert moment == "0"
    assert moments >= (1 if name == "window" else 3)


def test_of_a_terminal_interview_and_of_judging_nothing_at_all_is_written(tree) -> None:
    for name in ("terminal", "assess"):
        for _ in travelled(tree, name):
            files = {
                file.relative_to(tree.whole).as_posix() for file in tree.whole.rglob("*") if file.is_file()
            }
            assert files <= ASKED_FOR


def test_control_a_temporary_file_is_found(tree) -> None:
    found = [tree.told() for _ in travelled(tree, "careless_file")]
    assert found[0]


@STRACE
@pytest.mark.parametrize("name", JOURNEYS)
def test_nothing_is_written_outside_the_folders_that_were_looked_through(tree, tmp_path, name) -> None:
    code, calls = traced(tree, name, CALLS, tmp_path / "calls")
    assert code == "0"
    assert calls
    assert written_elsewhere(calls, tree) == []


@STRACE
def test_control_a_file_elsewhere_is_seen(tree, tmp_path) -> None:
    _, calls = traced(tree, "careless_elsewhere", CALLS, tmp_path / "calls")
    assert written_elsewhere(calls, tree)


# ------------------------------------------------------------ network


@STRACE
@pytest.mark.parametrize("name", JOURNEYS)
def test_no_socket_to_any_network_is_made(tree, tmp_path, name) -> None:
    code, calls = traced(tree, name, "%network", tmp_path / "calls")
    assert code == "0"
    assert to_a_network(calls) == []


@STRACE
@pytest.mark.parametrize("name", ["careless_request", "careless_qt"])
def test_control_a_socket_is_seen(tree, tmp_path, name) -> None:
    _, calls = traced(tree, name, "%network", tmp_path / "calls")
    assert to_a_network(calls)


@UNSHARE
@pytest.mark.parametrize("name", JOURNEYS)
def test_everything_works_where_there_is_no_network(tree, name) -> None:
    *_, code = travelled(tree, name, OWN_NETWORK)
    assert code == "0"


@pytest.fixture
def server() -> Iterator[dict[str, str]]:
    """Something to reach on this computer."""
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield {"PORT": str(listening.server_address[1])}
        listening.shutdown()
        thread.join()


@UNSHARE
@pytest.mark.parametrize("name", ["careless_request", "careless_qt"])
def test_control_what_needs_a_network_finds_none_there(tree, server, name) -> None:
    *_, without = travelled(tree, name, OWN_NETWORK, server)
    *_, with_it = travelled(tree, name, more=server)
    assert (with_it, without) == ("0", "4")
