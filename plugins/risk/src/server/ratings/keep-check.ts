import { createHash } from 'node:crypto';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { businessNumber, shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { ownBytes, type Vault } from '@linggong/vault';
import type { NewCase } from '../../domain';
import { creditChanges, isGraveChange, type CreditChange, type CreditFacts } from '../../domain/ratings';
import { openCases } from '../cases/open-cases';
import type { AskedCredit } from '../registries/ask-credit';
import type { CreditAnswer } from '../registries/credit-registry';
import { lastFacts } from './credit-rows';

export interface CheckKeeping {
  readonly jobs: Pick<Jobs, 'emit'>;
  readonly vault: Pick<Vault, 'putFile' | 'blind'>;
}

export type CheckCause = 'scheduled' | 'asked' | 'by-hand' | 'event';

/** The enterprise that is looked at, as the platform knows it. */
export interface LookedAt {
  readonly enterpriseId: number;
  readonly name: string;
  readonly uscc: string;
}

/** A check before it is kept. */
export interface NewCheck {
  readonly source: string;
  readonly mode: 'interface' | 'by-hand';
  readonly cause: CheckCause;
  readonly outcome: 'found' | 'no-record' | 'unanswered';
  readonly providerCode: string;
  readonly requestId: string | null;
  readonly costFen: bigint;
  readonly tries: readonly unknown[];
  readonly facts: CreditFacts | undefined;
  readonly evidence: { readonly fileId: string; readonly sha256: string; readonly captureId?: number } | undefined;
  readonly note?: string | undefined;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** What an entry says of this enterprise, without a name: of the representative only whether he is the one that was told. */
async function factsOf(
  { vault }: CheckKeeping,
  tx: Tx,
  company: LookedAt,
  { entry }: Extract<CreditAnswer, { kind: 'found' }>,
): Promise<CreditFacts> {
  const told = await tx.maybeOne<{ key: string }>(
    'SELECT name_key AS key FROM risk.representatives WHERE enterprise_id = $1',
    [company.enterpriseId],
  );
  const { legalRepresentative: person } = entry;
  const isSame = told && person !== null ? vault.blind('name', person).toString('hex') === told.key : null;
  return {
    state: entry.state,
    nameAgrees: plain(entry.name) === plain(company.name) && plain(entry.uscc) === plain(company.uscc),
    representativeAgrees: isSame,
    capital: entry.capital?.slice(0, 200) ?? null,
    scopeSha256: entry.scope === null ? null : createHash('sha256').update(plain(entry.scope)).digest('hex'),
    foundedOn: entry.foundedOn,
    ...entry.marks,
  };
}

/** Keeps what a register answered, its bytes sealed in the vault. @returns id of the check */
export async function keepAnswer(
  tools: CheckKeeping,
  tx: Tx,
  command: Command,
  company: LookedAt,
  cause: CheckCause,
  asked: AskedCredit | undefined,
): Promise<number> {
  const base = { mode: 'interface', cause, tries: asked?.tries ?? [], evidence: undefined, facts: undefined } as const;
  if (asked === undefined) {
    const nobody = { source: 'none', outcome: 'unanswered', providerCode: 'NO-REGISTER', requestId: null } as const;
    return keepCheck(tools, tx, command, company, { ...base, ...nobody, costFen: 0n });
  }
  const { answer, source } = asked;
  const { providerCode, requestId } = answer;
  const costFen = asked.tries.reduce((sum, each) => sum + BigInt(each.costFen), 0n);
  const told = { ...base, source, providerCode, requestId, costFen };
  if (answer.kind !== 'found') {
    const outcome = answer.kind === 'no-record' ? 'no-record' : 'unanswered';
    return keepCheck(tools, tx, command, company, { ...told, outcome });
  }
  const contentType = 'application/json';
  const subject = `enterprise:${company.enterpriseId.toString()}`;
  const bytes = Buffer.from(JSON.stringify(answer.raw));
  const file = await tools.vault.putFile(tx, { kind: 'register-answer', contentType, subject }, ownBytes(bytes));
  const facts = await factsOf(tools, tx, company, answer);
  const evidence = { fileId: file.id, sha256: file.sha256 };
  return keepCheck(tools, tx, command, company, { ...told, outcome: 'found', facts, evidence });
}

/**
 * Keeps a check (R2.3), with what changed since the last one: told as `risk.credit.changed`, and a case where it is grave.
 * @returns id of the check
 */
export async function keepCheck(
  tools: CheckKeeping,
  tx: Tx,
  command: Command,
  company: LookedAt,
  check: NewCheck,
): Promise<number> {
  const { enterpriseId } = company;
  // Two looks at one enterprise are kept one after the other, so that each knows what was before it.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('risk.credit_checks', $1))`, [enterpriseId]);
  const before = check.facts && (await lastFacts(tx, enterpriseId));
  const changes = before && check.facts ? creditChanges(before, check.facts) : [];
  const { id, number } = await insert(tx, command, enterpriseId, check, changes);
  await record(tx, command, {
    action: 'credit-check.keep',
    subject: { kind: 'credit-check', id },
    after: {
      number,
      enterpriseId,
      source: check.source,
      outcome: check.outcome,
      registerState: check.facts?.state ?? null,
      sha256: check.evidence?.sha256 ?? null,
    },
  });
  if (changes.length > 0) {
    const payload = { enterpriseId, checkId: id, fields: changes.map(({ field }) => field) };
    await tools.jobs.emit(
      tx,
      { type: 'risk.credit.changed', key: `enterprise-${enterpriseId.toString()}`, payload },
      command,
    );
  }
  const grave = changes.filter(isGraveChange);
  if (grave.length > 0) await openCases(tx, command, [changedCase(enterpriseId, number, grave)]);
  if (check.outcome === 'no-record') await openCases(tx, command, [lostCase(enterpriseId, number)]);
  return id;
}

async function insert(
  tx: Tx,
  { at, actor }: Command,
  enterpriseId: number,
  check: NewCheck,
  changes: readonly CreditChange[],
): Promise<{ id: number; number: string }> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.credit_check_number') AS serial`);
  const { facts, evidence } = check;
  return tx.one<{ id: number; number: string }>(
    `INSERT INTO risk.credit_checks (number, enterprise_id, source, mode, cause, outcome, provider_code, request_id, cost_fen, tries,
       register_state, name_agrees, representative_agrees, capital, scope_sha256, founded_on, dishonest, abnormal, lawsuits, changes, file_id,
       sha256, capture_id, note, checked_by, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
     RETURNING id, number`,
    [
      businessNumber('CC', shanghaiDay(at), serial),
      enterpriseId,
      check.source,
      check.mode,
      check.cause,
      check.outcome,
      check.providerCode,
      check.requestId,
      check.costFen,
      JSON.stringify(check.tries),
      facts?.state ?? null,
      facts?.nameAgrees ?? null,
      facts?.representativeAgrees ?? null,
      facts?.capital ?? null,
      facts?.scopeSha256 ?? null,
      facts?.foundedOn ?? null,
      facts?.dishonest ?? null,
      facts?.abnormal ?? null,
      facts?.lawsuits ?? null,
      JSON.stringify(changes),
      evidence?.fileId ?? null,
      evidence?.sha256 ?? null,
      evidence?.captureId ?? null,
      check.note ?? null,
      actor.name,
      at,
    ],
  );
}

function changedCase(enterpriseId: number, check: string, changes: readonly CreditChange[]): NewCase {
  return {
    source: 'check',
    rule: 'credit.changed',
    subject: { kind: 'enterprise', id: enterpriseId },
    enterpriseId,
    severity: 'high',
    title: { zh: '企业信用信息有变化', en: 'What a register tells of the enterprise has changed' },
    facts: { check, fields: changes.map(({ field }) => field).join(',') },
  };
}

function lostCase(enterpriseId: number, check: string): NewCase {
  return {
    source: 'check',
    rule: 'credit.no-record',
    subject: { kind: 'enterprise', id: enterpriseId },
    enterpriseId,
    severity: 'high',
    title: { zh: '信用核查查无此企业', en: 'A register of credit knows no such enterprise' },
    facts: { check },
  };
}
