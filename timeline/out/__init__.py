"""What leaves the house: rows, CSV and GeoJSON."""
