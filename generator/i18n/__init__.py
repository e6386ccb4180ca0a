"""Words, dates, numbers and amounts in Korean and English."""
