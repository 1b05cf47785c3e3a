"""The world comes in: public face, duty desk, settings, wiring, the tppo command."""
