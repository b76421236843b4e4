-- Which papers of a worker are there, for the review of real-name verification (R8.3): that an address is kept, not which one. A function, so that
-- no column of a content type is held fast.
CREATE FUNCTION parties.document_rows() RETURNS TABLE (worker_id integer, has_address boolean)
LANGUAGE sql STABLE AS $$ SELECT w.id, w.address_masked IS NOT NULL FROM public.workers w $$;
CREATE VIEW parties.published_documents AS SELECT * FROM parties.document_rows();
GRANT SELECT ON parties.published_documents TO linggong_app;
