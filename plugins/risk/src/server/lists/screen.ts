import { type Command, type Queryable, type Tx } from '@linggong/core';
import { problem, shanghaiDay, type Day } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { ScreenedPerson, ScreenRefusal } from '@linggong/parties';
import { z } from 'zod';
import type { ListKey, ListSubjectKind } from '../../domain';
import { hasListed, listed } from './listed';
import { tellHits } from './tell-hits';

const fields: Readonly<Partial<Record<ListSubjectKind, ScreenRefusal['field']>>> = {
  identity: 'identityNumber',
  phone: 'phone',
  card: 'cardNumber',
  address: 'address',
};

/**
 * Who of those about to be registered is on the deny list (黑名单, R6.3): what parties ask through their port before anybody is
 * registered or adds a card. The refusal names the entry and the field, never the value.
 */
export async function refusedPeople(
  db: Queryable,
  people: readonly ScreenedPerson[],
  day: Day,
): Promise<(ScreenRefusal | undefined)[]> {
  if (!(await hasListed(db, day))) return people.map(() => undefined);
  const asked = people.flatMap((person, index) => keysOf(person).map((key) => ({ index, key })));
  const found = await listed(
    db,
    asked.map(({ key }) => key),
    day,
  );
  const refusals = new Map<number, ScreenRefusal>();
  for (const { place, kind, number, subjectKind } of found) {
    const index = asked[place]?.index;
    const field = fields[subjectKind];
    if (kind !== 'deny' || index === undefined || field === undefined || refusals.has(index)) continue;
    refusals.set(index, {
      field,
      text: {
        zh: `在平台禁止名单中（${number}），不予登记；如有异议请联系风控`,
        en: `On the platform’s deny list (${number}) and not registered; ask the risk officer where this is disputed`,
      },
    });
  }
  return people.map((_, index) => refusals.get(index));
}

function keysOf({ identityBlind, phoneBlind, cardBlind, addressBlind }: ScreenedPerson): ListKey[] {
  const keys: [ListSubjectKind, string | undefined][] = [
    ['identity', identityBlind],
    ['phone', phoneBlind],
    ['card', cardBlind],
    ['address', addressBlind],
  ];
  return keys.flatMap(([subjectKind, key]) => (key === undefined ? [] : [{ subjectKind, key }]));
}

/**
 * An enterprise on the deny list neither applies nor is approved (R6.3, 商户资质审查).
 * @throws Problem 409 `enterprise-listed`
 */
export async function refuseEnterprise(tx: Tx, enterpriseId: number, command: Command): Promise<void> {
  const found = await tx.maybeOne<{ number: string }>(
    `SELECT x.number FROM risk.published_listed x JOIN parties.published_enterprise_facts e ON e.uscc = x.subject_key
      WHERE e.enterprise_id = $1 AND x.subject_kind = 'uscc' AND x.kind = 'deny'
        AND (x.ends_on IS NULL OR x.ends_on >= $2::date)`,
    [enterpriseId, shanghaiDay(command.at)],
  );
  if (found === undefined) return;
  throw problem(
    409,
    'enterprise-listed',
    { zh: `该企业在平台禁止名单中（${found.number}）`, en: `The enterprise is on the deny list (${found.number})` },
    { fix: { zh: '如有异议请联系风控专员', en: 'Ask the risk officer where this is disputed' } },
  );
}

const workersHeard = z.object({ workerIds: z.array(z.int().min(1)) });
const cardsHeard = z.object({ cardIds: z.array(z.int().min(1)) });
const enterpriseHeard = z.object({ enterpriseId: z.int().min(1) });

/** SQL of whom an event names: `subject_id`, and by what he may be listed. */
const subjects = {
  'worker-registered': `SELECT w.worker_id AS subject_id, k.subject_kind, k.subject_key
      FROM parties.published_worker_facts w
     CROSS JOIN LATERAL (VALUES ('identity', w.identity_blind), ('phone', w.phone_blind)) AS k (subject_kind, subject_key)
     WHERE w.worker_id = ANY ($1::int[])`,
  'card-added': `SELECT c.worker_id AS subject_id, 'card' AS subject_kind, c.card_blind AS subject_key
      FROM parties.published_card_facts c WHERE c.card_id = ANY ($1::int[])`,
  'enterprise-submitted': `SELECT e.enterprise_id AS subject_id, 'uscc' AS subject_kind, e.uscc AS subject_key
      FROM parties.published_enterprise_facts e WHERE e.enterprise_id = ANY ($1::int[])`,
} as const;

/** Notes who of the heard is denied or watched, and tells it on: once for each, however often the event comes. */
async function noteHits(
  jobs: Jobs,
  tx: Tx,
  command: Command,
  moment: keyof typeof subjects,
  ids: readonly number[],
): Promise<void> {
  const kind = moment === 'enterprise-submitted' ? 'enterprise' : 'worker';
  const hits = await tx.query<{ entryId: number; subjectId: number }>(
    `INSERT INTO risk.list_hits (entry_id, moment, subject_kind, subject_id, at)
     SELECT DISTINCT x.entry_id, $2, $3, s.subject_id, $4::timestamptz FROM (${subjects[moment]}) s
       JOIN risk.published_listed x ON x.subject_kind = s.subject_kind AND x.subject_key = s.subject_key
      WHERE x.kind IN ('deny', 'watch') AND (x.ends_on IS NULL OR x.ends_on >= $5::date)
     ON CONFLICT DO NOTHING RETURNING entry_id AS "entryId", subject_id AS "subjectId"`,
    [ids, moment, kind, command.at, shanghaiDay(command.at)],
  );
  await tellHits(jobs, tx, command, { moment, subjectKind: kind }, hits);
}

/** Hears registrations, cards and applications: whoever is watched is told of (R6.1, R6.3). */
export function hearParties(jobs: Jobs): void {
  jobs.on('parties.worker.registered', 'risk.screen-lists', async (event, command, tx) => {
    await noteHits(jobs, tx, command, 'worker-registered', workersHeard.parse(event.payload).workerIds);
  });
  jobs.on('parties.card.added', 'risk.screen-lists', async (event, command, tx) => {
    await noteHits(jobs, tx, command, 'card-added', cardsHeard.parse(event.payload).cardIds);
  });
  jobs.on('parties.enterprise.submitted', 'risk.screen-lists', async (event, command, tx) => {
    await noteHits(jobs, tx, command, 'enterprise-submitted', [enterpriseHeard.parse(event.payload).enterpriseId]);
  });
}
