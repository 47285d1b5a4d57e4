"""Intake: files of figures that localities send are parsed, checked and submitted to the store."""
