/** Where the business of a reference such as `order:4379` is shown; a deposit has no page of its own, its list finds it. */
const resourceOf: Readonly<Record<string, string>> = {
  order: 'orders',
  batch: 'settlement-batches',
  'settlement-batch': 'settlement-batches',
  deposit: 'deposits',
  'fee-bill': 'fee-bills',
};

export interface ReferencePlace {
  resource: string;
  /** The business number, or the row's number where that is not known. */
  number: string;
  to: string | undefined;
}

/** The business behind a posting: what it is called and where it is shown. */
export function referencePlace(
  reference: string | null,
  number: string | null | undefined,
): ReferencePlace | undefined {
  const [kind = '', id = ''] = (reference ?? '').split(':');
  const resource = resourceOf[kind];
  if (resource === undefined || id === '') return undefined;
  if (resource !== 'deposits') return { resource, number: number ?? `#${id}`, to: `/${resource}/${id}/show` };
  const to = number == null ? undefined : `/deposits?filter=${encodeURIComponent(JSON.stringify({ q: number }))}`;
  return { resource, number: number ?? `#${id}`, to };
}

/** What a transaction booked, as a key of the words. */
export function postingKindKey(kind: string): string {
  return `choice.postingKind.${kind}`;
}
