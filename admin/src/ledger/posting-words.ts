/** Where the business of a reference such as `order:4379` is shown; a deposit has no page of its own, its list finds it. */
const resourceOf: Readonly<Record<string, string>> = {
  order: 'orders',
  batch: 'settlement-batches',
  'settlement-batch': 'settlement-batches',
  deposit: 'deposits',
  'fee-bill': 'fee-bills',
};

export interface ReferencePlace {
  /** Key of the word for what it is. */
  word: string;
  resource?: string;
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
  if (id === '') return undefined;
  // What a void restated has no page: it is named by what it is.
  if (kind === 'tax-adjustment') return { word: postingKindKey('tax-adjusted'), number: `#${id}`, to: undefined };
  if (resource === undefined) return undefined;
  const word = `resources.${resource}.name`;
  if (resource !== 'deposits') return { word, resource, number: number ?? `#${id}`, to: `/${resource}/${id}/show` };
  const to = number == null ? undefined : `/deposits?filter=${encodeURIComponent(JSON.stringify({ q: number }))}`;
  return { word, resource, number: number ?? `#${id}`, to };
}

/** What a transaction booked, as a key of the words. */
export function postingKindKey(kind: string): string {
  return `choice.postingKind.${kind}`;
}
