"""The wall screen of a meeting room: one view at a time, in the order of an agenda, by keyboard or clicker."""
