"""How well quotations are judged: harmless changes must pass, harmful ones must not."""
