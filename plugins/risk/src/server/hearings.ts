import type { Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { recordFacts } from '@linggong/studio';
import { z } from 'zod';
import type { NewCase } from '../domain';
import { caseOfListHit, casesOfDecisions } from './cases/stopped-cases';
import { COMPLAINT_FORM, complaintCase } from './cases/complaint-case';
import { openCases } from './cases/open-cases';
import { decisionsByIds } from './decisions/decision-rows';

const workers = z.object({ workerIds: z.array(z.int()) });
const cards = z.object({ cardIds: z.array(z.int()) });
const enterprise = z.object({ enterpriseId: z.int() });
const formRecord = z.object({ recordId: z.int(), form: z.string() });
const finding = z.object({ audit: z.string(), kind: z.string(), owner: z.string() });

/** Audits whose findings are about the business; those of the machine go to who keeps it. */
const businessAudits = ['books', 'taxes', 'holds', 'identities', 'contracts'];

function identityFailed(workerId: number): NewCase {
  return {
    source: 'real-name',
    rule: 'real-name.identity-failed',
    subject: { kind: 'worker', id: workerId },
    workerId,
    severity: 'high',
    title: { zh: '身份核验未通过，人员已停用', en: 'The identity check failed; the worker is blocked' },
  };
}

function registerLost(enterpriseId: number): NewCase {
  return {
    source: 'real-name',
    rule: 'real-name.company-failed',
    subject: { kind: 'enterprise', id: enterpriseId },
    enterpriseId,
    severity: 'high',
    title: { zh: '企业工商核验不再通过', en: 'The register no longer confirms the enterprise' },
  };
}

function reviewFailed(enterpriseId: number): NewCase {
  return {
    source: 'check',
    rule: 'enterprise.review-failed',
    subject: { kind: 'enterprise', id: enterpriseId },
    enterpriseId,
    severity: 'high',
    title: { zh: '定期复核：有入驻标准不再符合', en: 'Re-check: admission criteria do not hold any more' },
  };
}

function found(payload: unknown): NewCase[] {
  const { audit, kind, owner } = finding.parse(payload);
  if (!businessAudits.includes(audit)) return [];
  return [
    {
      source: 'finding',
      rule: `finding.${audit}.${kind}`,
      subject: { kind: 'finding', id: `${audit}/${kind}` },
      severity: 'medium',
      title: { zh: '例行核对发现差异', en: 'An audit of the platform found a difference' },
      facts: { audit, kind, owner },
    },
  ];
}

const stopped = z.object({ decisionIds: z.array(z.string().regex(/^\d+$/)) });
const listHit = z.object({
  entryId: z.int(),
  moment: z.string(),
  subjectKind: z.enum(['worker', 'enterprise']),
  subjectId: z.int(),
});

/** What a telling makes cases of: none where it is not for risk. */
type CasesOf = (payload: unknown, tx: Queryable) => readonly NewCase[] | Promise<readonly NewCase[]>;

async function cardsFailed(cardIds: readonly number[], tx: Queryable): Promise<NewCase[]> {
  const holders = await tx.query<{ cardId: number; workerId: number }>(
    `SELECT card_id AS "cardId", worker_id AS "workerId" FROM parties.published_card_facts WHERE card_id = ANY ($1::int[]) ORDER BY card_id`,
    [cardIds],
  );
  return holders.map(cardFailed);
}

async function listed(payload: unknown, tx: Queryable): Promise<NewCase[]> {
  const hit = listHit.parse(payload);
  const entry = await tx.one<{ number: string; kind: string }>(
    'SELECT number, kind FROM risk.list_entries WHERE id = $1',
    [hit.entryId],
  );
  return [caseOfListHit(hit, entry)];
}

async function complained(payload: unknown, tx: Queryable): Promise<NewCase[]> {
  const { recordId, form } = formRecord.parse(payload);
  return form === COMPLAINT_FORM ? [complaintCase(await recordFacts(tx, recordId))] : [];
}

const told: Readonly<Record<string, CasesOf>> = {
  'parties.worker.blocked': (payload) => workers.parse(payload).workerIds.map(identityFailed),
  'parties.card.refused': (payload, tx) => cardsFailed(cards.parse(payload).cardIds, tx),
  'parties.enterprise.verification-lost': (payload) => [registerLost(enterprise.parse(payload).enterpriseId)],
  'parties.enterprise.review-failed': (payload) => [reviewFailed(enterprise.parse(payload).enterpriseId)],
  'risk.decision.stopped': async (payload, tx) =>
    casesOfDecisions(await decisionsByIds(tx, stopped.parse(payload).decisionIds.map(BigInt))),
  'risk.list.hit': listed,
  'studio.form-record.submitted': complained,
  'continuity.finding.found': found,
  'continuity.finding.recurred': found,
};

/** What others tell and risk makes cases of (R3.2, R8.2); hearing it again sees the same case again. */
export function hearOthers(jobs: Pick<Jobs, 'on'>): void {
  for (const [type, casesOf] of Object.entries(told)) {
    jobs.on(type, 'risk.open-case', async ({ payload }, command, tx) => {
      await openCases(tx, command, await casesOf(payload, tx));
    });
  }
}

function cardFailed({ cardId, workerId }: { cardId: number; workerId: number }): NewCase {
  return {
    source: 'real-name',
    rule: 'real-name.card-failed',
    subject: { kind: 'worker', id: workerId },
    workerId,
    severity: 'medium',
    title: { zh: '银行卡与本人不一致', en: 'A bank card is not the worker’s own' },
    facts: { cardId },
  };
}
