import type { ImportAnswer } from '@linggong/studio/api';
import type { Wire } from '../../parts/wire';

/** A row of `/api/console/configuration-imports`. */
export interface ImportRow {
  id: number;
  fileName: string;
  /** None of this platform's own key, and of one that nobody has accepted. */
  keyName: string | null;
  fingerprint: string;
  itemCount: number;
  takenCount: number;
  exportedAt: string;
  createdBy: string;
  createdAt: string;
}

/** `GET /api/v1/configuration-imports/{id}`. */
export type ImportRecord = Wire<ImportAnswer>;
export type ImportItem = ImportRecord['items'][number];

/** What may become a draft. */
export const isTakeable = ({ state }: ImportItem): boolean => state === 'new' || state === 'changed';

/** What is to be looked at stands first; what is the same as here, of a whole platform nearly all, last. */
const order: readonly ImportItem['state'][] = ['changed', 'new', 'open', 'unreadable', 'taken', 'same'];

/** Items in the order in which a reader needs them; within a state as the file has them. */
export const inOrder = (items: readonly ImportItem[]): ImportItem[] =>
  [...items].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.place - other.place);

/** How many items there are of each state, in the same order; none that does not occur. */
export const countsOf = (items: readonly ImportItem[]): readonly { state: ImportItem['state']; count: number }[] =>
  order
    .map((state) => ({ state, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0);

/** A fingerprint in groups of four, as people read one to each other on the telephone. */
export const grouped = (fingerprint: string): string =>
  fingerprint
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';
