import type { Queryable } from '@linggong/core';
import { problem, shanghaiDay, type Day } from '@linggong/core/domain';
import type { Fault, Json } from '../../domain';
import type { StudioTools } from '../tools';
import { lockVersion, readContentOf, type VersionRow } from '../versions/version-rows';
import { versionBefore } from './roll-back-version';

type Named = Pick<VersionRow, 'id' | 'configurationId' | 'kind' | 'key'>;

/** What whoever is configured by it finds wrong with a content that would be in force from a day on, beside that which is in force. */
export async function faultsOfConsumers(
  { consumers }: Pick<StudioTools, 'consumers'>,
  db: Queryable,
  { id, configurationId, kind, key }: Named,
  content: Json,
  day: Day,
): Promise<Fault[]> {
  const judges = consumers.judgesOf(kind, key);
  if (judges.length === 0) return [];
  const current = await db.maybeOne<{ content: Json }>(
    `SELECT content FROM studio.versions WHERE configuration_id = $1 AND state = 'in-force' AND id <> $2`,
    [configurationId, id],
  );
  return judges.flatMap((judge) => judge(content, current?.content, day));
}

/**
 * Refuses a version that its consumers would not take on the day on which it comes into force: weeks may lie between check and decision.
 * @throws Problem 404; 409 `configuration-unfit`
 */
export async function demandFit(
  tools: Pick<StudioTools, 'consumers'>,
  tx: Queryable,
  id: number,
  { today, from }: { readonly today: Date; readonly from?: Day | null },
): Promise<void> {
  const row = await lockVersion(tx, id);
  const now = shanghaiDay(today);
  const effective = from ?? row.effectiveFrom;
  const day = effective !== null && effective > now ? effective : now;
  const [fault] = await faultsOfConsumers(tools, tx, row, (await readContentOf(tx, id)).content, day);
  if (fault !== undefined) throw unfit(fault);
}

/** Refuses a roll-back to a version that its consumers would not take today. @throws Problem 404; 409 `configuration-unfit` */
export async function demandFitBefore(
  tools: Pick<StudioTools, 'consumers'>,
  tx: Queryable,
  id: number,
  today: Date,
): Promise<void> {
  const row = await lockVersion(tx, id);
  const before = await versionBefore(tx, row);
  const content = (await readContentOf(tx, before.id)).content;
  const [fault] = await faultsOfConsumers(tools, tx, { ...row, id: before.id }, content, shanghaiDay(today));
  if (fault !== undefined) throw unfit(fault);
}

function unfit({ path, text }: Fault): Error {
  return problem(
    409,
    'configuration-unfit',
    { zh: `该版本到生效时不能使用：${text.zh}`, en: `The version cannot be used when it comes into force: ${text.en}` },
    {
      extra: { path },
      fix: { zh: '请撤回后修改，再检查、提交', en: 'Withdraw it, correct it, check and submit it anew' },
    },
  );
}
