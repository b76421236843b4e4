-- A look at a clear value under an elevation names the field, so that who granted it sees what was seen, and not only whose it was.
ALTER TABLE access.elevation_looks
  ADD COLUMN clear_field text CHECK (length(clear_field) <= 40);
