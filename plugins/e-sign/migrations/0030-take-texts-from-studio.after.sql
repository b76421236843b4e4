-- The life of contract texts is that of their configuration in the Studio (template contracts.*): draft, checked, approved by a second
-- person, in force on a day, brought back. What stands here are copies of the versions that contracts were made of; they begin with their
-- first contract and never end, so state and days of their own are over.
DROP INDEX public.contract_templates_active_key;
ALTER TABLE public.contract_templates
  DROP CONSTRAINT contract_templates_state,
  DROP CONSTRAINT contract_templates_complete;
UPDATE public.contract_templates SET state = NULL, effective_from = NULL, effective_to = NULL;
ALTER TABLE public.contract_templates
  ADD CONSTRAINT contract_templates_complete CHECK (code IS NOT NULL AND template_version IS NOT NULL AND kind IS NOT NULL
    AND text_hash IS NOT NULL),
  ADD CONSTRAINT contract_templates_no_life CHECK (state IS NULL AND effective_from IS NULL AND effective_to IS NULL);
CREATE UNIQUE INDEX contract_templates_studio_version_key ON public.contract_templates (studio_version);

-- Which version a copy was taken from is said once; the copies of before say it when the first version is used again.
CREATE OR REPLACE FUNCTION e_sign.keep_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.code, NEW.template_version, NEW.kind, NEW.title_zh, NEW.title_en, NEW.clauses, NEW.variables, NEW.text_hash)
     IS DISTINCT FROM
     (OLD.code, OLD.template_version, OLD.kind, OLD.title_zh, OLD.title_en, OLD.clauses, OLD.variables, OLD.text_hash)
     OR (OLD.studio_version IS NOT NULL AND NEW.studio_version IS DISTINCT FROM OLD.studio_version) THEN
    RAISE EXCEPTION 'a kept contract text is never changed (合同模板不可更改): put another version in force'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
