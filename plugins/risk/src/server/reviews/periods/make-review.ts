import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addMonths, businessNumber, monthOf, shanghaiDay, startOfDay } from '@linggong/core/domain';
import {
  dayAfterMonth,
  monthBefore,
  type NewCase,
  type PeriodFigure,
  type PeriodFinding,
  type PeriodKind,
} from '../../../domain';
import { openCases } from '../../cases/open-cases';
import { monthOpen, monthPast, reviewExists } from './review-problems';

/** Months back that are reviewed: of those before there is nothing that anybody could still put right. */
const MONTHS_BACK = 24;

/** The month that is looked at: days of Asia/Shanghai, and the same as instants. */
export interface Period {
  readonly month: string;
  readonly from: string;
  readonly after: string;
  readonly start: Date;
  readonly end: Date;
}

export interface Counted {
  readonly figures: readonly PeriodFigure[];
  readonly findings: readonly PeriodFinding[];
}

/** Counts one kind of review over a month. */
export type CountPeriod = (tx: Tx, period: Period, at: Date) => Promise<Counted>;

export function periodOf(month: string): Period {
  const from = `${month}-01`;
  const after = dayAfterMonth(month);
  return { month, from, after, start: startOfDay(from), end: startOfDay(after) };
}

/**
 * Makes the review of a month that is over (期间审查): counts, keeps what was counted beside the figures of the month before, and makes each finding
 * a case.
 * @returns its id
 * @throws Problem 422 `review-month-open`, `review-month-past`; 409 `review-exists`
 */
export async function makeReview(
  tx: Tx,
  command: Command,
  { kind, month, count }: { readonly kind: PeriodKind; readonly month: string; readonly count: CountPeriod },
): Promise<number> {
  const today = shanghaiDay(command.at);
  if (month >= monthOf(today)) throw monthOpen();
  if (month < addMonths(monthOf(today), -MONTHS_BACK)) throw monthPast(MONTHS_BACK);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.period_review_number') AS serial`);
  const number = businessNumber(kind === 'real-name' ? 'RNR' : 'OPR', today, serial);
  const { actor, at } = command;
  const made = await tx.maybeOne<{ id: number }>(
    `INSERT INTO risk.period_reviews (number, kind, month, made_by, made_account, made_at, compared_with)
     VALUES ($1, $2, $3, $4, $5, $6, (SELECT id FROM risk.period_reviews WHERE kind = $2 AND month = $7 AND state <> 'returned'))
     ON CONFLICT (kind, month) WHERE state <> 'returned' DO NOTHING RETURNING id`,
    [number, kind, month, actor.name, actor.accountId ?? null, at, monthBefore(month)],
  );
  if (!made) throw await existing(tx, kind, month);
  const { figures, findings } = await count(tx, periodOf(month), at);
  await keepFigures(tx, made.id, figures);
  await keepFindings(tx, command, { id: made.id, number, kind }, findings);
  await record(tx, command, {
    action: `${kind === 'real-name' ? 'real-name-review' : 'operation-review'}.make`,
    subject: { kind: kind === 'real-name' ? 'real-name-review' : 'operation-review', id: made.id },
    after: { number, month, state: 'made', figures: figures.length, findings: findings.length },
  });
  return made.id;
}

async function existing(tx: Tx, kind: PeriodKind, month: string): Promise<Error> {
  const row = await tx.maybeOne<{ number: string }>(
    `SELECT number FROM risk.period_reviews WHERE kind = $1 AND month = $2 AND state <> 'returned'`,
    [kind, month],
  );
  return reviewExists(row?.number ?? '');
}

async function keepFigures(tx: Tx, id: number, figures: readonly PeriodFigure[]): Promise<void> {
  const rows = figures.map(({ section, sectionName, key, name, unit, value, target, note }, place) => ({
    place,
    section,
    section_name: sectionName,
    key,
    name,
    unit,
    value: value === null ? null : value.toString(),
    target_kind: target?.kind ?? null,
    target: target?.value ?? null,
    note: note ?? null,
  }));
  await tx.query(
    `INSERT INTO risk.period_figures (review_id, place, section, section_name, key, name, unit, value, before, target_kind, target, note)
     SELECT $1, n.place, n.section, n.section_name, n.key, n.name, n.unit, n.value, b.value, n.target_kind, n.target, n.note
       FROM jsonb_to_recordset($2::jsonb) AS n (place int, section text, section_name jsonb, key text, name jsonb, unit text, value bigint,
              target_kind text, target bigint, note jsonb)
       LEFT JOIN risk.period_figures b ON b.section = n.section AND b.key = n.key
             AND b.review_id = (SELECT compared_with FROM risk.period_reviews WHERE id = $1)`,
    [id, JSON.stringify(rows)],
  );
}

async function keepFindings(
  tx: Tx,
  command: Command,
  review: { readonly id: number; readonly number: string; readonly kind: PeriodKind },
  findings: readonly PeriodFinding[],
): Promise<void> {
  const cases = await openCases(
    tx,
    command,
    findings.map((finding) => caseOf(review, finding)),
  );
  await tx.query(
    `INSERT INTO risk.period_findings (review_id, rule, severity, title, differences, samples, case_id)
     SELECT $1, n.rule, n.severity, n.title, n.differences, n.samples, n.case_id
       FROM jsonb_to_recordset($2::jsonb)
         AS n (rule text, severity text, title jsonb, differences bigint, samples text[], case_id int)`,
    [
      review.id,
      JSON.stringify(
        findings.map(({ differences, ...finding }, at) => ({
          ...finding,
          differences: differences.toString(),
          case_id: cases[at]?.id,
        })),
      ),
    ],
  );
}

function caseOf(
  { number, kind }: { readonly number: string; readonly kind: PeriodKind },
  { rule, severity, title, differences }: PeriodFinding,
): NewCase {
  return {
    source: kind === 'real-name' ? 'real-name' : 'finding',
    rule: `review.${rule}`,
    subject: { kind: 'platform', id: kind },
    severity,
    title,
    facts: { number, differences: Number(differences) },
    // The same finding of the next month is the same matter while its case is open.
    dedupeKey: `review.${rule}`,
  };
}
