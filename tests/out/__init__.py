"""What leaves the house is checked as another program reads it."""
