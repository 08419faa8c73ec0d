"""What counts as space, as one mark, as a paragraph; without models."""
