import type { Command, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { openCases, type NewCase } from '@linggong/risk';
import type { CheckRun } from './check-run';
import { inForce } from './current-blockers';
import { riskRulesShown } from './risk-rules';

interface Stopped {
  readonly code: 'risk-hold' | 'risk-refused';
  readonly rule: string;
  readonly lines: number;
  readonly amountFen: Fen;
}

/** Rules of one check that become cases, those with the most lines first. */
const RULES_MAX = 50;

/**
 * Makes cases of what risk held or refused in a check (风控暂缓、拒绝立案), one a rule and batch; checked again, the same case is seen again. What a
 * measure holds has its case already.
 */
export async function openRiskCases(
  tx: Tx,
  command: Command,
  { batchId, enterpriseId, checkNo }: CheckRun,
): Promise<void> {
  const stopped = await tx.query<Stopped>(
    `SELECT b.code, b.params ->> 'rule' AS rule, count(*)::int AS lines, sum(l.amount_fen)::bigint AS "amountFen"
       FROM settlement.lines l JOIN settlement.blockers b ON ${inForce('$2')}
      WHERE l.batch_id = $1 AND l.state IN ('held', 'blocked') AND b.code IN ('risk-hold', 'risk-refused')
        AND b.params ->> 'rule' NOT LIKE 'RM-%'
      GROUP BY b.code, b.params ->> 'rule' ORDER BY lines DESC, rule LIMIT ${RULES_MAX}`,
    [batchId, checkNo],
  );
  if (stopped.length === 0) return;
  const version = (await riskRulesShown(tx, batchId))?.configurationVersionId;
  const { number } = await tx.one<{ number: string }>('SELECT number FROM public.settlement_batches WHERE id = $1', [
    batchId,
  ]);
  await openCases(
    tx,
    command,
    stopped.map((one) => caseOf(one, { batchId, enterpriseId, number, version })),
  );
}

function caseOf(
  { code, rule, lines, amountFen }: Stopped,
  {
    batchId,
    enterpriseId,
    number,
    version,
  }: { batchId: number; enterpriseId: number; number: string; version: number | undefined },
): NewCase {
  const isRefused = code === 'risk-refused';
  return {
    source: 'settlement',
    rule: `line.${rule}`,
    subject: { kind: 'settlement-batch', id: batchId },
    enterpriseId,
    severity: isRefused ? 'high' : 'medium',
    title: isRefused
      ? { zh: '发放明细被风控拒绝', en: 'Risk refused lines of a batch' }
      : { zh: '发放明细被风控暂缓', en: 'Risk held lines of a batch' },
    facts: { number, lines, amountFen: Number(amountFen), ...(version === undefined ? {} : { versionId: version }) },
  };
}
