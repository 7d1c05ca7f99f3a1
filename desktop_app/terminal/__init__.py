"""The same interview without a screen: plain lines in and out, for any terminal and any screen reader."""

from desktop_app.terminal.changes import print_changes, print_what_if
from desktop_app.terminal.interview import run_interview
from desktop_app.terminal.plans import print_plans
from desktop_app.terminal.reasons import print_reasons
from desktop_app.terminal.results import print_results

__all__ = [
    "print_changes",
    "print_plans",
    "print_reasons",
    "print_results",
    "print_what_if",
    "run_interview",
]
