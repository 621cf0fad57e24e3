"""Accusations: the frames of charging, who brings the charge and against whom, when and of what place."""
