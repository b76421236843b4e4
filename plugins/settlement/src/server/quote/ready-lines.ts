import type { Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { QuotedFigures } from '../ports/taxes';

export interface ReadyLine {
  readonly id: bigint;
  readonly feeFen: Fen;
  readonly tax: QuotedFigures;
}

const UPDATE_READY = `UPDATE settlement.lines l
    SET state = 'ready', quote_version = $1, fee_fen = q.fee, gross_fen = q.gross, vat_fen = q.vat,
        surcharge_fen = q.surcharge, income_tax_fen = q.income_tax, receivable_fen = q.receivable,
        collected_fen = q.collected, net_fen = q.net
   FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[],
               $10::bigint[]) AS q (id, fee, gross, vat, surcharge, income_tax, receivable, collected, net)
  WHERE l.id = q.id`;

/** Writes the figures of lines that can be paid. */
export async function storeReady(tx: Tx, version: number, ready: readonly ReadyLine[]): Promise<void> {
  const of = (pick: (tax: QuotedFigures) => Fen): Fen[] => ready.map(({ tax }) => pick(tax));
  await tx.query(UPDATE_READY, [
    version,
    ready.map(({ id }) => id),
    ready.map(({ feeFen }) => feeFen),
    of((tax) => tax.grossFen),
    of((tax) => tax.vatFen),
    of((tax) => tax.surchargeFen),
    of((tax) => tax.incomeTaxFen),
    of((tax) => tax.receivableFen),
    of((tax) => tax.collectedFen),
    of((tax) => tax.netFen),
  ]);
}
