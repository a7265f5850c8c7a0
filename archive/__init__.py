"""What an article is: reading, cleaning, understanding and storing Vietnam's provincial press."""

__version__ = "0.1.0"
