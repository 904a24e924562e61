"""Writes Python from the core's JSON Schemas."""
