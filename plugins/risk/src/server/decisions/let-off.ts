import type { DecisionTable } from '@linggong/studio/domain';
import type { Facts } from './decide';
import { tableWithout } from './table-without';

/** Beside the facts of a decision: the rows that its subject was let off, by their ids. */
export const LET_OFF = 'rulesLetOff';

/** The table as it stood for one decision, less the rows that its subject was let off then. */
export function tableThen(table: DecisionTable, input: Facts): DecisionTable {
  const letOff = input[LET_OFF];
  return typeof letOff === 'string' ? tableWithout(table, letOff.split(' ')) : table;
}
