-- See 0003: on a new installation 0001 has just set what the next sync would trip over.
ALTER TABLE public.engagements ALTER COLUMN settled_fen DROP NOT NULL;
ALTER TABLE public.engagements ADD CONSTRAINT engagements_settled_given CHECK (settled_fen IS NOT NULL);
