import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { businessNumber, notFound, problem, shanghaiDay } from '@linggong/core/domain';
import type { NewSnooze, SnoozeAnswer } from '../../api';
import { SNOOZE_DAYS_MAX, snoozeFault } from '../../domain';
import { noSuchRule, rulesInForce } from './rules-in-force';
import { readSnooze } from './snooze-rows';

/**
 * Lets one worker or enterprise off one rule for a while (规则静默); a second person approved it.
 * @throws Problem 404 for a subject that is not; 422 `snooze-term`, `snooze-rule`; 409 `snooze-exists`
 */
export async function addSnooze(tx: Tx, command: Command, snooze: NewSnooze): Promise<SnoozeAnswer> {
  const today = shanghaiDay(command.at);
  if (snoozeFault(snooze.endsOn, today)) throw termRefused();
  await demandRule(tx, snooze.rule);
  await demandSubject(tx, snooze);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('risk.snoozes', $1))`, [snooze.subjectId]);
  const known = await tx.maybeOne<{ number: string }>(
    `SELECT number FROM risk.snoozes WHERE rule = $1 AND subject_kind = $2 AND subject_id = $3 AND state = 'in-force'
        AND ends_on >= $4::date`,
    [snooze.rule, snooze.subjectKind, snooze.subjectId, today],
  );
  if (known) throw alreadySnoozed(known.number);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.snooze_serials') AS serial`);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.snoozes (number, rule, subject_kind, subject_id, reason, starts_on, ends_on, state, created_at, created_by,
       created_name, approval_id) VALUES ($1, $2, $3, $4, $5, $6, $7, 'in-force', $8, $9, $10, $11) RETURNING id`,
    [
      businessNumber('RS', today, serial),
      snooze.rule,
      snooze.subjectKind,
      snooze.subjectId,
      snooze.reason,
      today,
      snooze.endsOn,
      command.at,
      command.actor.accountId ?? null,
      command.actor.name,
      command.approvalId ?? null,
    ],
  );
  const added = await readSnooze(tx, id, today);
  await record(tx, command, {
    action: 'risk-snooze.add',
    subject: { kind: 'risk-snooze', id },
    after: shownSnooze(added),
  });
  return added;
}

/** Wakes a rule before its time; that needs nobody else, since it only makes the platform stricter. @throws Problem 404; 409 `snooze-over` */
export async function endSnooze(tx: Tx, command: Command, id: number): Promise<SnoozeAnswer> {
  const today = shanghaiDay(command.at);
  await tx.query('SELECT FROM risk.snoozes WHERE id = $1 FOR UPDATE', [id]);
  const before = await readSnooze(tx, id, today);
  if (before.state !== 'in-force') {
    throw problem(409, 'snooze-over', { zh: '该静默已结束', en: 'The snooze is over already' });
  }
  await tx.query(
    `UPDATE risk.snoozes SET state = 'ended', ended_at = $2::timestamptz, ended_name = $3, end_reason = $4 WHERE id = $1`,
    [id, command.at, command.actor.name, command.reason ?? null],
  );
  await record(tx, command, {
    action: 'risk-snooze.end',
    subject: { kind: 'risk-snooze', id },
    before: { state: 'in-force' },
    after: { state: 'ended' },
  });
  return readSnooze(tx, id, today);
}

/** A snooze as approvals and the log show it. */
export function shownSnooze(snooze: SnoozeAnswer) {
  const { number, rule, subjectKind, subjectLabel, startsOn, endsOn, state } = snooze;
  return { number, rule, subjectKind, subject: subjectLabel, startsOn, endsOn, state };
}

/** What can sleep is what the table in force asks. */
async function demandRule(tx: Tx, rule: string): Promise<void> {
  if (!(await rulesInForce(tx)).has(rule)) throw noSuchRule('snooze-rule', 'rule');
}

async function demandSubject(tx: Tx, { subjectKind, subjectId }: NewSnooze): Promise<void> {
  const found =
    subjectKind === 'worker'
      ? await tx.maybeOne('SELECT FROM parties.published_worker_facts WHERE worker_id = $1', [subjectId])
      : await tx.maybeOne('SELECT FROM parties.published_enterprise_facts WHERE enterprise_id = $1', [subjectId]);
  if (found) return;
  throw notFound(subjectKind === 'worker' ? { zh: '灵工', en: 'worker' } : { zh: '企业', en: 'enterprise' });
}

const termRefused = (): Error =>
  problem(
    422,
    'snooze-term',
    {
      zh: `静默的截止日期须在今天起 ${SNOOZE_DAYS_MAX} 天以内`,
      en: `A snooze ends within ${SNOOZE_DAYS_MAX} days from today`,
    },
    {
      field: 'endsOn',
      fix: { zh: '长期不适用的规则请在规则配置中修改', en: 'A rule that is wrong for good is changed instead' },
    },
  );

const alreadySnoozed = (number: string): Error =>
  problem(409, 'snooze-exists', {
    zh: `该对象的这条规则已静默（${number}）`,
    en: `This rule sleeps for this subject already (${number})`,
  });
