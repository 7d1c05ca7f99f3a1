"""What is asked next, whatever shows it: no screen, no clock, no files."""
