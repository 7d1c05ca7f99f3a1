"""A center's caseload: its clients as they are kept, what is due, and what the center's work comes to."""
