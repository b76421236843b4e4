import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { ChannelLimitsRequest, ChannelRouteRequest } from '../../api/bank-files';
import { limitsOn } from './channel-settings';

/** What a second person is shown (复核) of a change of limits: what holds on its first day now, and what would. */
export async function shownLimits(db: Queryable, { reason: _reason, ...change }: ChannelLimitsRequest) {
  const { channel, validFrom } = change;
  return {
    subject: { id: `${channel}@${validFrom}`, label: channel },
    before: { channel, ...(await limitsOn(db, channel, validFrom)) },
    after: change,
  };
}

/** The same of a route: the channel of this very number, or of nobody's yet. */
export async function shownRoute(
  db: Queryable,
  { bankCode, channel, validFrom }: Pick<ChannelRouteRequest, 'bankCode' | 'channel' | 'validFrom'>,
) {
  const now = await db.maybeOne<{ channel: string; validFrom: string }>(
    `SELECT channel, valid_from::text AS "validFrom" FROM channels.routes
      WHERE bank_code = $1 AND valid_from <= $2::date AND coalesce(valid_to >= $2::date, true) ORDER BY valid_from DESC LIMIT 1`,
    [bankCode, validFrom],
  );
  return {
    subject: { id: `${bankCode || 'all'}@${validFrom}`, label: bankCode || '全部 all' },
    before: { bankCode, channel: now?.channel ?? null, validFrom: now?.validFrom ?? null },
    after: { bankCode, channel, validFrom },
  };
}

/** The same of an answer that fits nothing: how it stands, and what it would be taken for. */
export async function shownResolution(db: Queryable, id: number, payoutNumber: string | undefined) {
  const answer = await db.maybeOne<{ resolution: string | null }>(
    `SELECT channel, end_to_end_id AS "endToEndId", status, amount_fen AS "amountFen", answered_at AS "answeredAt", resolution
       FROM channels.unmatched_answers WHERE id = $1`,
    [id],
  );
  if (!answer) throw notFound({ zh: '未匹配的银行回执', en: 'unmatched answer' });
  const after = { ...answer, resolution: payoutNumber === undefined ? 'dismissed' : 'linked', payoutNumber };
  return { subject: { id, label: `#${id}` }, before: answer, after };
}

/** The same of a file that somebody wants in clear: which it is, and how often it was taken. */
export async function shownFile(db: Queryable, id: number) {
  const file = await db.maybeOne<{ name: string; downloads: number }>(
    `SELECT f.name, f.channel, f.kind, f.state, (SELECT count(*)::int FROM channels.bank_file_downloads d WHERE d.file_id = f.id) AS downloads
       FROM channels.bank_files f WHERE f.id = $1`,
    [id],
  );
  if (!file) throw notFound({ zh: '银行文件', en: 'bank file' });
  return { subject: { id, label: file.name }, before: file, after: { ...file, downloads: file.downloads + 1 } };
}
