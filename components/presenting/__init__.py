"""The meeting room: one view on the wall at a time, by an agenda, walked with a clicker."""
