import type { ImportAnswer } from '@linggong/studio/api';
import type { Wire } from '../../parts/wire';

/** A row of `/api/console/configuration-imports`. */
export interface ImportRow {
  id: number;
  fileName: string;
  keyName: string | null;
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

/** A fingerprint in groups of four, as people read one to each other on the telephone. */
export const grouped = (fingerprint: string): string =>
  fingerprint
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';
