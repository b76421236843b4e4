import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { plainArray } from './literals';

/**
 * Opens the ledger accounts of enterprises by the chart in force (开立分户). What is open already stays as it is, so it
 * may be called again, and after a new chart.
 * @returns how many accounts were opened now
 */
export async function ensureEnterpriseAccounts(
  tx: Queryable,
  command: Command,
  enterpriseIds: number | readonly number[],
): Promise<number> {
  const ids = typeof enterpriseIds === 'number' ? [enterpriseIds] : enterpriseIds;
  const { opened } = await tx.one<{ opened: number }>(
    'SELECT ledger.open_enterprise_accounts($1::int[], $2) AS opened',
    [plainArray(ids), command.at],
  );
  if (opened > 0) {
    await record(tx, command, {
      action: 'ledger.open-accounts',
      subject: { kind: 'enterprise', id: ids[0] ?? 0 },
      count: opened,
    });
  }
  return opened;
}
