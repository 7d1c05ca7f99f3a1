"""What is seen: the window, its pages and their parts; the only room that knows Qt."""
