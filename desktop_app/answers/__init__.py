"""What the person said: the answer sheet and the jobs and volunteering on it."""
