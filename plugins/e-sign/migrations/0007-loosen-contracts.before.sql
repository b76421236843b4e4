-- Strapi's sync takes a NOT NULL of ours off again whenever any content type changes (see 0003 of tasks): CHECKs say it instead (0008).
ALTER TABLE IF EXISTS public.contract_templates
  ALTER COLUMN code DROP NOT NULL, ALTER COLUMN template_version DROP NOT NULL, ALTER COLUMN kind DROP NOT NULL,
  ALTER COLUMN text_hash DROP NOT NULL, ALTER COLUMN state DROP NOT NULL;
ALTER TABLE IF EXISTS public.contracts
  ALTER COLUMN number DROP NOT NULL, ALTER COLUMN kind DROP NOT NULL, ALTER COLUMN template_id DROP NOT NULL,
  ALTER COLUMN valid_from DROP NOT NULL, ALTER COLUMN state DROP NOT NULL, ALTER COLUMN text_hash DROP NOT NULL;
