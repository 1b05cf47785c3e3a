"""The tppo commands, one a file, imported only when called."""
