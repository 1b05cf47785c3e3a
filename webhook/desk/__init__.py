"""The duty desk: the pages where officers see, take and answer tickets."""
