/** What a filter such as `enterpriseId` points at. */
const resources: Readonly<Record<string, string>> = {
  enterpriseId: 'enterprises',
  workerId: 'workers',
  taskId: 'tasks',
  batchId: 'settlement-batches',
  contractId: 'contracts',
  importId: 'risk-list-imports',
  engagementId: 'engagements',
  sourceId: 'ledger-accounts',
  destinationId: 'ledger-accounts',
};

export function relationOf(source: string): string | undefined {
  return resources[source];
}

/** Is the filter one of row numbers, which say nothing to a person? */
export function isRelation(source: string): boolean {
  return source === 'id' || source.endsWith('Id');
}

/** What people call a row: a company by its name, a task by its title, anything else by its number. */
export function nameOfRow(row: Readonly<Record<string, unknown>>): string | undefined {
  const names = 'uscc' in row ? ['name'] : ['title', 'number', 'itemNumber', 'identifier', 'code'];
  return names.map((name) => row[name]).find((value): value is string => typeof value === 'string' && value !== '');
}
