/**
 * Tables of the public schema from which the application may DELETE rows. Everything else is kept for ever: business
 * rows are closed, never removed (R5.2), and a relation deleted by mistake would blank foreign keys (Strapi makes them
 * ON DELETE SET NULL). All of these are bookkeeping of Strapi itself, sessions or public guide texts.
 */
export const deletableTables = [
  // Sign-in and the panel
  'strapi_sessions',
  'admin_permissions',
  'admin_roles',
  'admin_users',
  'strapi_api_tokens',
  'strapi_api_token_permissions',
  'strapi_transfer_tokens',
  'strapi_transfer_token_permissions',
  // users-permissions: rebuilt from the routes at every boot
  'up_permissions',
  'up_roles',
  // Strapi's own bookkeeping
  'strapi_core_store_settings',
  'strapi_webhooks',
  'strapi_history_versions',
  'strapi_workflows',
  'strapi_workflows_stages',
  'strapi_releases',
  'strapi_release_actions',
  'i18n_locale',
  'files',
  'upload_folders',
  // Public texts, edited in the panel
  'guides',
  'notices',
  'help_articles',
] as const;

/** Strapi's link tables (`…_lnk`, `…_cmps`, `…_mph`) hold relations, not business facts. */
export const deletableSuffixes = ['_lnk', '_cmps', '_mph'] as const;
