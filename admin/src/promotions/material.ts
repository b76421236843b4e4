import type { MaterialAnswer } from '@linggong/risk/api';
import type { Wire } from '../parts/wire';

/** A material with its findings, files and reviews. */
export type MaterialRecord = Wire<MaterialAnswer>;

export type MaterialFinding = MaterialRecord['findings'][number];
export type MaterialFile = MaterialRecord['files'][number];

/** A row of `/api/console/promotional-materials`. */
export interface MaterialListRow extends Pick<
  MaterialRecord,
  | 'id'
  | 'number'
  | 'kind'
  | 'title'
  | 'place'
  | 'owner'
  | 'publishedOn'
  | 'state'
  | 'reviewBy'
  | 'registeredBy'
  | 'registeredAt'
> {
  openFindings: number;
  dueOn: string | null;
}
