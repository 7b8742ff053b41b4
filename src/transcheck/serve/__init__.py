"""Servers on this machine: what transcheck finds, where editors already write."""
