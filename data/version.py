"""The version of the project; ``pyproject.toml`` and the screen read it here."""

VERSION = "0.2.0"
