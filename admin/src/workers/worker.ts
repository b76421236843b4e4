import type { CardAnswer, WorkerAnswer } from '@linggong/parties/api';
import type { Wire } from '../parts/wire';

/** A row of the list: names and numbers masked by the server. */
export type WorkerRow = Pick<
  Wire<WorkerAnswer>,
  | 'id'
  | 'number'
  | 'name'
  | 'identityKind'
  | 'identity'
  | 'phone'
  | 'state'
  | 'realNameState'
  | 'realNameCheckedAt'
  | 'vatRole'
  | 'agencyTo'
  | 'source'
  | 'registeredAt'
>;

export type WorkerRecord = Wire<WorkerAnswer> & {
  /** Absent where the role sees none. */
  cards?: Wire<CardAnswer>[];
};
