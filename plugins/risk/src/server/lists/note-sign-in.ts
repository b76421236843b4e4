import type { DeviceSignIn } from '@linggong/access';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { tellHits } from './tell-hits';

/**
 * Notes that a party signed in on a device that is denied or watched (R6.3), and tells it on, once an entry and party: one look at an index.
 * Nobody is kept out: a number that a client says of itself keeps out only the honest, and whoever is denied still sees his income and
 * objects. What a denied device stops is payment.
 */
export async function noteSignIn(
  jobs: Jobs,
  tx: Tx,
  { partyKind, partyId, deviceNumber }: DeviceSignIn,
  command: Command,
): Promise<void> {
  const hits = await tx.query<{ entryId: number; subjectId: number }>(
    `INSERT INTO risk.list_hits (entry_id, moment, subject_kind, subject_id, at)
     SELECT x.entry_id, 'signed-in', $2, $3, $4::timestamptz FROM risk.published_listed x
      WHERE x.subject_kind = 'device' AND x.subject_key = $1 AND x.kind IN ('deny', 'watch')
        AND (x.ends_on IS NULL OR x.ends_on >= $5::date)
     ON CONFLICT DO NOTHING RETURNING entry_id AS "entryId", subject_id AS "subjectId"`,
    [deviceNumber, partyKind, partyId, command.at, shanghaiDay(command.at)],
  );
  await tellHits(jobs, tx, command, { moment: 'signed-in', subjectKind: partyKind }, hits);
}
