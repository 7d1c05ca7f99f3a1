"""The program from one end to the other, as people use it."""
