"""What the dashboard uses of other programs although they do not promise it: one module a thing.

Each module says what it leans on, what happens without it, and which test fails when an upgrade takes it away. A
module imports only the library it is about, and nothing of ours, so that every layer may use it.
"""
