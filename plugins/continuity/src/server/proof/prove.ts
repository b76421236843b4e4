import { createAudit } from '@linggong/audit';
import type { Database } from '@linggong/core';
import { verifyBooks } from '@linggong/ledger';
import { verifyTaxTotals } from '@linggong/tax';

export interface ProofCheck {
  readonly name: 'ledger' | 'taxes' | 'audit-log';
  /** Rows that were read. */
  readonly compared: number;
  readonly broken: number;
}

/** What a restored database proves of itself (恢复后的自证). */
export interface Proof {
  readonly checks: readonly ProofCheck[];
  readonly rows: number;
  readonly seconds: number;
  /** Sealed until then; the end of the chain, to be compared with what was noted elsewhere. */
  readonly sealedUntil: string | null;
  readonly head: string | null;
}

/**
 * Recomputes every ledger balance, every worker's tax totals and the chain of the audit log, from nothing but the rows themselves.
 * @param db with rights to read them: linggong_app or more
 */
export async function proveBackup(db: Database): Promise<Proof> {
  const begun = performance.now();
  const counts = await db.one<{ postings: bigint; records: bigint }>(
    `SELECT (SELECT count(*) FROM ledger.published_postings) AS postings,
            (SELECT count(*) FROM tax.published_records) AS records`,
  );
  const books = await verifyBooks(db);
  const taxes = await verifyTaxTotals(db);
  // A backup catches entries that nobody had sealed yet: they are not late, their sealer was elsewhere.
  const log = await createAudit(db).verify({ unsealedSecondsMax: 10 * 365 * 86_400 });
  const checks: ProofCheck[] = [
    { name: 'ledger', compared: Number(counts.postings), broken: books.length },
    { name: 'taxes', compared: Number(counts.records), broken: taxes.length },
    { name: 'audit-log', compared: log.rows, broken: log.ok ? 0 : 1 },
  ];
  return {
    checks,
    rows: checks.reduce((sum, { compared }) => sum + compared, 0),
    seconds: (performance.now() - begun) / 1000,
    sealedUntil: log.sealedUntil?.toISOString() ?? null,
    head: log.head === null ? null : `${log.head.block}:${log.head.hash}`,
  };
}
