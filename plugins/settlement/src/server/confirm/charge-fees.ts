import type { Command, Tx } from '@linggong/core';
import { accountOf, ensureEnterpriseAccounts, post } from '@linggong/ledger';
import type { BatchRow } from '../batch-rows';

/**
 * Charges the fees of a batch whose plan says before (事前): out of the deposit, into what is received in advance; each paid
 * order earns its part. A plan that bills after the trade has its accounts opened here, before its orders are booked.
 */
export async function chargeFees(tx: Tx, command: Command, batch: BatchRow): Promise<void> {
  const { id, enterpriseId, feeTiming } = batch;
  const feeFen = batch.feeFen ?? 0n;
  if (feeTiming === null || feeTiming === 'with-payment' || feeFen === 0n) return;
  await ensureEnterpriseAccounts(tx, command, enterpriseId);
  if (feeTiming === 'after') return;
  await post(tx, command, [
    {
      key: `fee-before:${id}`,
      kind: 'fee-before',
      occurredAt: command.at,
      reference: `settlement-batch:${id}`,
      postings: [
        {
          source: accountOf('fee-prepaid', enterpriseId),
          destination: accountOf('deposit', enterpriseId),
          amountFen: feeFen,
        },
      ],
    },
  ]);
}
