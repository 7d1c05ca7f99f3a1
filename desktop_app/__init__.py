"""Peer Ready: see where you stand as a peer support specialist, and what to do next."""

__version__ = "0.1.0"
