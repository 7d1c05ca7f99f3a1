"""The parts that pages are built from; each takes a theme and words that are already translated."""
