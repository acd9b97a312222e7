"""The world -> RawDocument or Rejected: files, archives, tables and streams."""
