import type { Command, Tx } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { DepositImportAnswer } from '../../api';
import { rowsRefused, type DepositFile, type RowFault } from './deposit-rows';
import { recordDeposit, type DepositTools } from './record-deposit';

/**
 * Records every receipt of a file, or none of them: a row of another enterprise's account, or a serial that stands for
 * another receipt, refuses the file with every such row named. A receipt that was recorded before counts as repeated.
 * @param enterpriseId whose file it is; undefined where the rows may be of any
 * @throws Problem 422 `deposit-rows-refused`
 */
export async function importDeposits(
  tools: DepositTools,
  tx: Tx,
  command: Command,
  { rows }: Pick<DepositFile, 'rows'>,
  enterpriseId: number | undefined,
): Promise<DepositImportAnswer> {
  const faults: RowFault[] = [];
  const ids = new Map<number, boolean>();
  // By account: two files lock the deposits of enterprises in one order.
  const ordered = [...rows].sort((left, right) => (account(left) < account(right) ? -1 : 1));
  for (const { rowNo, request } of ordered) {
    try {
      const owner = enterpriseId === undefined ? {} : { enterpriseId };
      const { id, isNew } = await recordDeposit(tools, tx, command, { ...request, ...owner });
      ids.set(id, isNew || ids.get(id) === true);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push({ rowNo, code: error.code, text: error.text });
    }
  }
  if (faults.length > 0) throw rowsRefused(faults.sort((left, right) => left.rowNo - right.rowNo));
  const recorded = [...ids.values()].filter(Boolean).length;
  return { recorded, repeated: rows.length - recorded, depositIds: [...ids.keys()] };
}

const account = ({ request }: DepositFile['rows'][number]): string => request.subAccountNumber ?? '';
