"""Takes the pictures of the documents from the program itself."""
