"""The pages: one folder a page, one question of the committee each; no page imports another."""
