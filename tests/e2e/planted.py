"""A title that nobody else would write, to be looked for afterwards in every file."""

PLANTED = "Zebrafinch Quillwort Navigator"
