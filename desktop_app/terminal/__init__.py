"""The same interview without a screen: plain lines in and out, for any terminal and any screen reader."""

from desktop_app.terminal.interview import run_interview
from desktop_app.terminal.results import print_results

__all__ = ["print_results", "run_interview"]
