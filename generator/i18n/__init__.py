"""The words of strings/, and dates, numbers and amounts, in Korean and English."""
