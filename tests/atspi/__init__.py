"""The whole interview over the real accessibility bus, as a screen reader has it: `python -m tests.atspi`."""
