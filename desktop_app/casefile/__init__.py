"""What is kept: one encrypted file that a person places, the copies beside it, and who has it open."""
