import type { ListEntryDetail, ListImportAnswer, SnoozeAnswer } from '@linggong/risk/api';
import type { Wire } from '../parts/wire';

/** An entry of a list with where its subject was met. */
export type EntryRecord = Wire<ListEntryDetail>;

/** A row of `/api/console/risk-list-entries`. */
export interface EntryRow extends Pick<
  EntryRecord,
  'id' | 'number' | 'kind' | 'subjectKind' | 'value' | 'rules' | 'source' | 'reason' | 'endsOn' | 'state'
> {
  importNumber: string | null;
  createdAt: string;
  createdName: string;
}

export type ListImportRecord = Wire<ListImportAnswer>;

/** A row of `/api/console/risk-list-imports`. */
export type ListImportRow = Pick<
  ListImportRecord,
  'id' | 'number' | 'state' | 'rowsRead' | 'rowsGood' | 'rowsRefused' | 'createdAt' | 'createdName'
>;

/** A row of `/api/console/risk-snoozes`. */
export type SnoozeRow = Pick<
  Wire<SnoozeAnswer>,
  | 'id'
  | 'number'
  | 'rule'
  | 'subjectKind'
  | 'subjectId'
  | 'subjectLabel'
  | 'reason'
  | 'startsOn'
  | 'endsOn'
  | 'state'
  | 'createdAt'
  | 'createdName'
> & {
  /** Not a fact of the row: the place of its button. */
  end?: never;
};
