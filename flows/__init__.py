"""The conversation: flows, understanding, matching, texts. Pure: no clock, no network, no database, no await."""
