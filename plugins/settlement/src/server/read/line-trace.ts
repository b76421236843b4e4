import type { Queryable } from '@linggong/core';
import { notFound, shanghaiDay, type Day } from '@linggong/core/domain';
import { PLATFORM_GROUP, platformUrbanRate, quoteTrace, type TraceReader } from '@linggong/tax';
import { traceFieldsOf } from '@linggong/tax/api';
import type { SettlementLineDetail } from '../../api';
import { batchIdOf } from '../line-id';
import { taxLine, type TaxedLine } from '../ports/taxes';
import { LINE_FROM, lineSelect, lineViews, type StoredLine } from './line-view';
import { sightOf } from './sight';

type LineTrace = Pick<SettlementLineDetail, 'trace' | 'traceHidden'>;

const NO_TRACE: LineTrace = { trace: [], traceHidden: false };

/** A line with the trace of its quote, month by month, as far as the reader may see it. @throws Problem 404 */
export async function lineDetail(
  db: Queryable,
  lineId: number,
  now: Date,
  reader: TraceReader,
): Promise<Omit<SettlementLineDetail, 'amountText'>> {
  const sight = sightOf(reader.role);
  const row = await db.maybeOne<StoredLine>(`SELECT ${lineSelect[sight]} FROM ${LINE_FROM} WHERE l.id = $1`, [lineId]);
  const [line] = row ? await lineViews(db, [row], sight) : [];
  if (line === undefined) throw notFound({ zh: '结算行', en: 'settlement line' });
  return { ...line, ...(line.state === 'ready' ? await traceOf(db, line, now, reader) : NO_TRACE) };
}

/** The lines of the same worker in the batch stand on each other, so all of them are computed, in their order. */
async function traceOf(
  db: Queryable,
  { id, workerId }: { id: number; workerId: number | null },
  now: Date,
  reader: TraceReader,
): Promise<LineTrace> {
  const batch = await db.one<{ enterpriseId: number; quoteDay: Day | null }>(
    `SELECT enterprise_id AS "enterpriseId", quote_day AS "quoteDay" FROM public.settlement_batches WHERE id = $1`,
    [batchIdOf(id)],
  );
  const lines = await db.query<TaxedLine>(
    `SELECT l.id::text AS "lineKey", l.worker_id AS "workerId", l.gross_fen AS "grossFen", w.vat_role AS "vatRole", w.resident
       FROM settlement.lines l JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
      WHERE l.batch_id = $1 AND l.worker_id = $2 AND l.state = 'ready' ORDER BY l.row_no`,
    [batchIdOf(id), workerId],
  );
  const day = batch.quoteDay ?? shanghaiDay(now);
  const rate = await platformUrbanRate(db, day);
  const request = {
    groupCode: PLATFORM_GROUP,
    enterpriseId: batch.enterpriseId,
    day,
    lines: lines.map((line) => taxLine(line, rate)),
  };
  return traceFieldsOf(await quoteTrace(db, request, String(id), reader));
}
