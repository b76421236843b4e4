import type { DomainEvent, Jobs } from '@linggong/jobs';
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

function found({ payload }: DomainEvent): NewCase[] {
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

/** What others tell and risk makes cases of (R3.2, R8.2); hearing it again sees the same case again. */
export function hearOthers(jobs: Pick<Jobs, 'on'>): void {
  jobs.on('parties.worker.blocked', 'risk.open-case', async ({ payload }, command, tx) => {
    await openCases(tx, command, workers.parse(payload).workerIds.map(identityFailed));
  });
  jobs.on('parties.card.refused', 'risk.open-case', async ({ payload }, command, tx) => {
    const holders = await tx.query<{ cardId: number; workerId: number }>(
      `SELECT card_id AS "cardId", worker_id AS "workerId" FROM parties.published_card_facts WHERE card_id = ANY ($1::int[]) ORDER BY card_id`,
      [cards.parse(payload).cardIds],
    );
    await openCases(tx, command, holders.map(cardFailed));
  });
  jobs.on('parties.enterprise.verification-lost', 'risk.open-case', async ({ payload }, command, tx) => {
    await openCases(tx, command, [registerLost(enterprise.parse(payload).enterpriseId)]);
  });
  jobs.on('parties.enterprise.review-failed', 'risk.open-case', async ({ payload }, command, tx) => {
    await openCases(tx, command, [reviewFailed(enterprise.parse(payload).enterpriseId)]);
  });
  jobs.on('risk.decision.stopped', 'risk.open-case', async ({ payload }, command, tx) => {
    const ids = stopped.parse(payload).decisionIds.map(BigInt);
    await openCases(tx, command, casesOfDecisions(await decisionsByIds(tx, ids)));
  });
  jobs.on('risk.list.hit', 'risk.open-case', async ({ payload }, command, tx) => {
    const hit = listHit.parse(payload);
    const entry = await tx.one<{ number: string; kind: string }>(
      'SELECT number, kind FROM risk.list_entries WHERE id = $1',
      [hit.entryId],
    );
    await openCases(tx, command, [caseOfListHit(hit, entry)]);
  });
  jobs.on('studio.form-record.submitted', 'risk.open-case', async ({ payload }, command, tx) => {
    const { recordId, form } = formRecord.parse(payload);
    if (form === COMPLAINT_FORM) await openCases(tx, command, [complaintCase(await recordFacts(tx, recordId))]);
  });
  for (const type of ['continuity.finding.found', 'continuity.finding.recurred']) {
    jobs.on(type, 'risk.open-case', async (event, command, tx) => void (await openCases(tx, command, found(event))));
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
