import type { Command, Database, Tx } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import { decideTable, inForce } from '@linggong/studio';
import type { DecisionTable } from '@linggong/studio/domain';
import { z } from 'zod';
import { dayAfterMonth, monthBefore, severities, type NewCase } from '../../../domain';
import { CONCENTRATION_KEY } from '../../../domain/seeds/concentration-table';
import { openCases } from '../../cases/open-cases';
import { readPairs, type Pair } from './read-pairs';

/** Cases of one run: the gravest first. A month with more of them is no matter of single cases. */
const CASES_MAX = 300;
/** Cases that are opened together. */
const TOGETHER = 100;

const answers = z.array(
  z.object({ severity: z.enum(severities), reason: z.object({ zh: z.string(), en: z.string() }) }).loose(),
);

/**
 * Looks at the month that is over for concentrated, frequent and large payments (R8.5) by the table in force, once a month; each row that hits is a
 * case about the worker and the enterprise. Safe to run again, and beside another run: the month is taken first.
 * @returns undefined where the month was looked at already
 * @throws Problem 503 `configuration-missing`
 */
export async function checkConcentration(
  db: Database,
  command: Command,
): Promise<{ month: string; pairs: number; found: number } | undefined> {
  const month = monthBefore(monthOf(shanghaiDay(command.at)));
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('risk.concentration'))`);
    if (await tx.maybeOne('SELECT 1 FROM risk.concentration_runs WHERE month = $1', [month])) return undefined;
    const table = await inForce<DecisionTable>(tx, 'decision-table', CONCENTRATION_KEY);
    const pairs = await readPairs(tx, `${month}-01`, dayAfterMonth(month));
    const outcomes = await decideTable(
      table.content,
      pairs.map(({ facts }) => ({ ...facts })),
    );
    const hit = pairs.flatMap((pair, at) => {
      const { rows = [], answers: told = [] } = outcomes[at] ?? {};
      return rows.length > 0 ? [{ pair, rows, told: answers.parse(told) }] : [];
    });
    const cases = hit.flatMap(({ pair, rows, told }) =>
      told.map((answer, at) => caseOf(month, pair, rows[at] ?? '', answer)),
    );
    await open(tx, command, gravestFirst(cases).slice(0, CASES_MAX));
    await tx.query(
      'INSERT INTO risk.concentration_runs (month, version_id, pairs, found, at) VALUES ($1, $2, $3, $4, $5)',
      [month, table.versionId, pairs.length, hit.length, command.at],
    );
    return { month, pairs: pairs.length, found: hit.length };
  });
}

function caseOf(
  month: string,
  { enterpriseId, workerId, facts }: Pair,
  row: string,
  answer: z.infer<typeof answers>[number],
): NewCase {
  return {
    source: 'check',
    rule: `concentration.${row}`,
    subject: { kind: 'worker', id: workerId },
    enterpriseId,
    workerId,
    severity: answer.severity,
    title: { zh: answer.reason.zh, en: answer.reason.en },
    facts: {
      month,
      orders: facts.pairOrders,
      amountFen: facts.pairAmountFen,
      days: facts.pairDays,
      share: facts.sharePercent,
    },
    dedupeKey: `concentration.${row}:worker:${workerId}:enterprise:${enterpriseId}`,
  };
}

const gravestFirst = (cases: readonly NewCase[]): NewCase[] =>
  [...cases].sort((one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity));

async function open(tx: Tx, command: Command, cases: readonly NewCase[]): Promise<void> {
  for (let start = 0; start < cases.length; start += TOGETHER) {
    await openCases(tx, command, cases.slice(start, start + TOGETHER));
  }
}
