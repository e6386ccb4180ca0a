"""The whole addresses that files for other programs name, from where pages have them too."""

from generator.pages.addresses import file_address, page_address, permanent_address, root_address

__all__ = ["file_address", "page_address", "permanent_address", "root_address"]
