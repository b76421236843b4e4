import type { Queryable } from '@linggong/core';
import { BY_SETTING } from '../../domain';

/** Files that left through one channel by one row of one version of the routing table (路由依据). */
export interface FileRouting {
  readonly channel: string;
  readonly files: number;
  /** All null for files of before there was a table; the row also where none hit. */
  readonly routingVersionId: number | null;
  readonly routingVersionNo: number | null;
  readonly routingRow: number | null;
  /** The table left it to the dated setting of the payer's bank. */
  readonly routingBySetting: boolean | null;
}

/** Ways that are told of one question; a batch goes by the version that it keeps, so that it has a few. */
const WAYS_MAX = 50;

/** By what files were routed, the earliest first. @param messageIds of instruction files; unknown ones are left out */
export function routingsOf(db: Queryable, messageIds: readonly string[]): Promise<FileRouting[]> {
  return db.query<FileRouting>(
    `SELECT f.channel, count(*)::int AS files, (f.routing ->> 'versionId')::int AS "routingVersionId",
            (f.routing ->> 'versionNo')::int AS "routingVersionNo", (f.routing ->> 'row')::int AS "routingRow",
            (f.routing ->> 'answer') = $2 AS "routingBySetting"
       FROM channels.files f WHERE f.message_id = ANY ($1::text[])
      GROUP BY 1, 3, 4, 5, 6 ORDER BY min(f.prepared_at), 1 LIMIT ${WAYS_MAX}`,
    [messageIds, BY_SETTING],
  );
}
