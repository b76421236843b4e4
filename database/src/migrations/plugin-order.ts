/**
 * Plugins in the order of the design's table: each may stand on those before it, so its tables are made after theirs.
 * A plugin that is not in this list has its migrations refused rather than skipped.
 */
export const pluginOrder = [
  'core',
  'jobs',
  'audit',
  'vault',
  'access',
  'studio',
  'parties',
  'real-name',
  'e-sign',
  'tasks',
  'ledger',
  'channels',
  'tax',
  'billing',
  'risk',
  'settlement',
  'reconciliation',
  'four-flow',
  'archives',
  'customer-care',
  'institution',
  'partner',
  'continuity',
] as const;
