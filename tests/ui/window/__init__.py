"""The whole window, with the pages of the interview in it."""
