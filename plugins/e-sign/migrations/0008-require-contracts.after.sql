-- See 0007: on a new installation 0002 has just set what the next sync would take off.
ALTER TABLE public.contract_templates
  ALTER COLUMN code DROP NOT NULL, ALTER COLUMN template_version DROP NOT NULL, ALTER COLUMN kind DROP NOT NULL,
  ALTER COLUMN text_hash DROP NOT NULL, ALTER COLUMN state DROP NOT NULL,
  ADD CONSTRAINT contract_templates_complete CHECK (code IS NOT NULL AND template_version IS NOT NULL AND kind IS NOT NULL
    AND text_hash IS NOT NULL AND state IS NOT NULL);
ALTER TABLE public.contracts
  ALTER COLUMN number DROP NOT NULL, ALTER COLUMN kind DROP NOT NULL, ALTER COLUMN template_id DROP NOT NULL,
  ALTER COLUMN valid_from DROP NOT NULL, ALTER COLUMN state DROP NOT NULL, ALTER COLUMN text_hash DROP NOT NULL,
  ADD CONSTRAINT contracts_complete CHECK (number IS NOT NULL AND kind IS NOT NULL AND template_id IS NOT NULL
    AND valid_from IS NOT NULL AND state IS NOT NULL AND text_hash IS NOT NULL);
