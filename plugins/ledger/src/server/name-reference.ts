import type { Queryable } from '@linggong/core';

/**
 * Tells the number by which people call what is booked under a reference such as `fee-bill:4`, once: it never changes. For business whose
 * rows the ledger does not read.
 */
export async function nameReference(tx: Queryable, reference: string, number: string): Promise<void> {
  await tx.query(
    'INSERT INTO ledger.reference_numbers (reference, number) VALUES ($1, $2) ON CONFLICT (reference) DO NOTHING',
    [reference, number],
  );
}
