-- Strapi's sync takes a NOT NULL of ours off again whenever any content type changes, by altering the column – which a view on it
-- (tasks.published_engagement_facts) refuses, so that an installation with data would not start after an upgrade. What must be there
-- is said by a CHECK of our own instead (0004), which the sync leaves alone.
ALTER TABLE IF EXISTS public.engagements ALTER COLUMN settled_fen DROP NOT NULL;
