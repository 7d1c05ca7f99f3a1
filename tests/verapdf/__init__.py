"""veraPDF over our own reports: make check-report."""
