"""What the sources say: rule packs as data, and the facts they ask about."""

import os

# Before pydantic is first imported: nobody's plug-in is to run in here, and looking for some takes time and memory.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
