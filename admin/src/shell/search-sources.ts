import type { RaRecord } from 'react-admin';
import { bareNumber, isSerial, mayBePersonal, personalKind } from '../parts/personal-number';

export interface Source {
  resource: string;
  /** How its business numbers begin. */
  prefix?: string;
  /** Asked only for a number of its own. */
  numbersOnly?: boolean;
  filter: (text: string) => Record<string, string>;
  title: (row: RaRecord) => string;
  note?: (row: RaRecord) => string | undefined;
  /** Its page; the show page where not given. */
  to?: (row: RaRecord) => string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const worker = (row: RaRecord): string => `${textOf(row['name'])} ${textOf(row['number'])}`.trim();

const recordPage = (id: number): string => `/form-records/${id.toString()}/show`;

/** Numbers are written in capitals. */
const byItsNumber: Source['filter'] = (text) => ({ number: text.toUpperCase() });

/** For what has no page of its own: its list shows all there is of it. */
const listOf = (resource: string, q: string): string =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify({ q }))}`;

const deposits: Source = {
  resource: 'deposits',
  prefix: 'DP',
  numbersOnly: true,
  filter: (q) => ({ q }),
  title: (row) => textOf(row['number']),
  note: (row) => textOf(row['enterpriseName']),
  to: (row) => listOf('deposits', textOf(row['number'])),
};

/** Where a text is looked for. Personal numbers go by POST (the data provider sees to it) and match exactly, by blind index. */
const sources: readonly Source[] = [
  {
    resource: 'enterprises',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['name']),
    note: (row) => textOf(row['number']),
  },
  {
    resource: 'settlement-batches',
    prefix: 'PB',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['enterpriseName']),
  },
  {
    resource: 'orders',
    prefix: 'OR',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['workerNameMasked']),
  },
  {
    resource: 'tasks',
    prefix: 'TK',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['title']),
  },
  { resource: 'workers', prefix: 'W', filter: (q) => ({ q }), title: worker },
  {
    // Of a worker's number; each opens how its tax was computed.
    resource: 'tax-records',
    prefix: 'W',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['workerNumber']),
    note: (row) => textOf(row['taxMonth']),
  },
  {
    resource: 'risk-cases',
    prefix: 'RC',
    numbersOnly: true,
    filter: byItsNumber,
    title: (row) => textOf(row['number']),
    // What means nobody has the name of a part of the platform there, which is no number.
    note: (row) => (row['subjectKind'] === 'platform' ? undefined : textOf(row['subjectLabel'])),
  },
  {
    resource: 'complaints',
    prefix: 'FR',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    // Its page is that of the record in which it was told.
    to: (row) => (typeof row['recordId'] === 'number' ? recordPage(row['recordId']) : '/complaints'),
  },
  {
    resource: 'form-records',
    prefix: 'FR',
    numbersOnly: true,
    filter: byItsNumber,
    title: (row) => textOf(row['number']),
  },
  {
    resource: 'contracts',
    prefix: 'HT',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['enterpriseName']),
  },
  {
    resource: 'engagements',
    prefix: 'EN',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['taskTitle']),
  },
  deposits,
  {
    resource: 'fee-bills',
    prefix: 'FB',
    numbersOnly: true,
    filter: byItsNumber,
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['enterpriseName']),
  },
  {
    resource: 'fee-plans',
    prefix: 'FP',
    numbersOnly: true,
    filter: byItsNumber,
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['enterpriseName']),
  },
  {
    resource: 'payouts',
    prefix: 'PO',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    to: (row) => listOf('payouts', textOf(row['number'])),
  },
  {
    resource: 'payout-files',
    prefix: 'PF',
    numbersOnly: true,
    filter: (q) => ({ q }),
    title: (row) => textOf(row['messageId']),
    to: (row) => listOf('payout-files', textOf(row['messageId'])),
  },
];

/** Where the text is to be looked for: nowhere while it may become somebody's number, but is not a whole one. */
export function sourcesFor(text: string): readonly Source[] {
  const bare = bareNumber(text);
  if (isSerial(bare)) return [{ ...deposits, filter: () => ({ bankSerial: bare }) }];
  const kind = personalKind(text);
  if (kind === undefined) return mayBePersonal(text) ? [] : byNumber(text);
  const byKind = (name: string): Source => ({ resource: 'workers', filter: () => ({ [name]: bare }), title: worker });
  // Eighteen digits may be a card as well as an identity number.
  return kind === 'identityNumber' && /^\d+$/.test(bare)
    ? [byKind('identityNumber'), byKind('cardNumber')]
    : [byKind(kind)];
}

/** A business number names its kind in its prefix, so only that kind is asked. */
function byNumber(text: string): readonly Source[] {
  const prefix = /^([a-z]{1,2})-/i.exec(text)?.[1]?.toUpperCase();
  const own = sources.filter((source) => prefix !== undefined && source.prefix === prefix);
  return own.length > 0 ? own : sources.filter(({ numbersOnly }) => numbersOnly !== true);
}

/** Might it be the name of a person? Workers are not found by name: names are stored encrypted. */
export function isName(text: string): boolean {
  return /^[\p{Script=Han}·]{2,15}$/u.test(text);
}
