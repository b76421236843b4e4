import type { Queryable } from '@linggong/core';
import type { FeePlan } from '@linggong/billing';
import { standingOf } from '@linggong/risk';
import { cooperationCovers } from '@linggong/e-sign';
import { balances, accountOf } from '@linggong/ledger';
import type { Fen } from '@linggong/core/domain';
import type { BatchBlockerCode, BlockerParams } from '../../api';
import { neededFor, prepaidFor } from '../../domain';
import { enterpriseFacts } from '../ports/enterprises';
import type { BatchFigures } from '../quote/batch-figures';
import type { CheckRun } from './check-run';
import { awaitsClassReview } from './class-review';
import { deniedEnterprise } from './list-blockers';

export interface BatchBlocker {
  readonly code: BatchBlockerCode;
  readonly params: BlockerParams;
}

/** What of the deposit (企业预存款) is free to be held. */
export async function depositAvailable(db: Queryable, enterpriseId: number): Promise<Fen> {
  const [row] = await balances(db, { accounts: [accountOf('deposit', enterpriseId)] });
  return row?.availableFen ?? 0n;
}

/** Reasons that stop the batch as a whole. The deposit is looked at only where there is something to hold. */
export async function batchBlockers(
  db: Queryable,
  run: CheckRun,
  plan: FeePlan | undefined,
  figures: BatchFigures,
): Promise<BatchBlocker[]> {
  const found: BatchBlocker[] = [];
  const enterprise = await enterpriseFacts(db, run.enterpriseId);
  if (enterprise?.state !== 'active') {
    found.push({ code: 'enterprise-inactive', params: { state: enterprise?.state ?? '–' } });
  }
  const entry = await deniedEnterprise(db, run.enterpriseId, run.day);
  if (entry !== undefined) found.push({ code: 'enterprise-denied', params: { entry } });
  if (!(await cooperationCovers(db, run.enterpriseId, run.day))) {
    found.push({ code: 'cooperation-missing', params: { day: run.day } });
  }
  if (plan === undefined) found.push({ code: 'fee-plan-missing', params: { day: run.day } });
  else if (figures.ready === 0) found.push({ code: 'nothing-payable', params: {} });
  const figuresFen = neededFor({ ...figures, feeTiming: plan?.chargedWhen ?? 'with-payment' });
  const standing = await standingOf(db, run.enterpriseId);
  if (await awaitsClassReview(db, run.batchId, standing?.policy)) {
    found.push({ code: 'class-review', params: { class: standing?.class ?? '–', orders: figures.ready } });
  }
  const neededFen = prepaidFor(figuresFen, standing?.policy);
  const availableFen = await depositAvailable(db, run.enterpriseId);
  if (neededFen > availableFen) {
    found.push({
      code: 'deposit-insufficient',
      params: {
        neededFen: Number(neededFen),
        availableFen: Number(availableFen),
        missingFen: Number(neededFen - availableFen),
      },
    });
  }
  return found;
}
