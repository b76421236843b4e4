/** Kinds of things, as approvals and the audit log name them, and the pages that show their rows. */
const pages: Readonly<Record<string, string>> = {
  account: 'accounts',
  approval: 'approvals',
  configuration: 'configurations',
  'configuration-import': 'configuration-imports',
  'configuration-version': 'configuration-versions',
  contract: 'contracts',
  'data-request': 'data-requests',
  elevation: 'elevations',
  'credit-check': 'credit-checks',
  engagement: 'engagements',
  enterprise: 'enterprises',
  'fee-bill': 'fee-bills',
  'fee-plan': 'fee-plans',
  finding: 'findings',
  'form-record': 'form-records',
  inspection: 'inspections',
  'inspection-item': 'inspection-items',
  order: 'orders',
  'risk-case': 'risk-cases',
  'operation-review': 'operation-reviews',
  'promotional-material': 'promotional-materials',
  'real-name-review': 'real-name-reviews',
  'risk-explanation': 'risk-explanations',
  'risk-offboarding': 'risk-offboardings',
  'risk-list-entry': 'risk-list-entries',
  'risk-list-import': 'risk-list-imports',
  'settlement-batch': 'settlement-batches',
  task: 'tasks',
  'tax-period': 'tax-periods',
  'tax-record': 'tax-records',
  worker: 'workers',
};

/** The page of a kind of thing; undefined for what has none. */
export function pageOfKind(kind: string): string | undefined {
  return pages[kind];
}

/** The kind of thing that a list of the console shows. */
export function kindOfList(list: string): string | undefined {
  return Object.keys(pages).find((kind) => pages[kind] === list);
}

/** Is it a row number, by which rows are asked for together? Others are names of their own. */
export function isRowNumber(id: string): boolean {
  return /^[1-9]\d{0,9}$/.test(id);
}
