"""What the sources say: rule packs as data, and the facts they ask about."""
