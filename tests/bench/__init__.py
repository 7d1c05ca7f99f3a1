"""Measures the speed, as ratios in one run; a timing is never a test."""
