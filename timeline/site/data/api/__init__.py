"""The record as static JSON below ``api/v1/``: what programs may rely on, declared once as shapes."""
