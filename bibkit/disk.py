"""Read and write files; the only place that does, beside the sources."""
