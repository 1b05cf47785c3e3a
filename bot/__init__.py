"""The hotline at work: channels, intake, effects, duty queue, delivery, timers."""
