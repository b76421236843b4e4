import { addDays, startOfDay, type Fen } from '@linggong/core/domain';
import type { ReplayItem, ReplaySource } from '@linggong/studio';
import type { Routing } from './route-payments';

type Period = Parameters<ReplaySource['count']>[1];

interface PastFile {
  readonly messageId: string;
  readonly totalFen: Fen;
  readonly routing: Routing;
}

/** Files are numbered by their day, so that the order of their numbers is that of the primary key; those of before the table have no facts. */
const PAST = `FROM channels.files f WHERE f.routing IS NOT NULL AND f.prepared_at >= $1 AND f.prepared_at < $2`;

const bounds = ({ from, to }: Period): readonly [Date, Date] => [startOfDay(from), startOfDay(addDays(to, 1))];

/** Where the past of the routing table is: files of payments with the facts that chose their channel (R13.1). */
export const pastRoutes: ReplaySource = {
  name: { zh: '历史付款文件', en: 'Past files of payments' },
  count: async (db, period) =>
    (await db.one<{ total: number }>(`SELECT count(*)::int AS total ${PAST}`, [...bounds(period)])).total,
  page: async (db, { after, limit, ...period }) => {
    const rows = await db.query<PastFile>(
      `SELECT f.message_id AS "messageId", f.total_fen AS "totalFen", f.routing ${PAST} AND f.message_id > $3 ORDER BY f.message_id LIMIT $4`,
      [...bounds(period), after ?? '', limit],
    );
    return rows.map(replayItem);
  },
};

function replayItem({ messageId, totalFen, routing }: PastFile): ReplayItem {
  return {
    cursor: messageId,
    subject: { label: messageId },
    input: { ...routing.facts },
    decided: { rows: routing.rowId === null ? [] : [routing.rowId], answer: { channel: routing.answer } },
    amountFen: Number(totalFen),
  };
}
