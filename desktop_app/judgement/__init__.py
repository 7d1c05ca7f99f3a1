"""What follows from the answers: pure, without a clock and without input or output."""
