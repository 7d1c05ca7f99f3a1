"""What a person takes away: what the results say, and how they are printed."""
