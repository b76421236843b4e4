import type { Readable } from 'node:stream';
import { record } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import { receiveFile, type Vault } from '@linggong/vault';
import type { CaptureAnswer, NewCapture } from '../../api/ratings/credit-check';
import { keepCheck, type CheckKeeping, type LookedAt } from './keep-check';

/**
 * Takes a screenshot or a saved page of the national register (国家企业信用信息公示系统) through the gate and keeps it sealed.
 * @param finish called in the same transaction with the answer and the hash of what was sent
 * @throws Problem what `receiveFile` throws
 */
export async function storeCapture(
  { database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'putFile'> },
  command: Command,
  enterpriseId: number,
  stream: Readable,
  finish: (tx: Tx, answer: CaptureAnswer, sha256: string) => Promise<void>,
): Promise<CaptureAnswer> {
  const { content, contentType, receivedSha256 } = await receiveFile(stream);
  const subject = `enterprise:${enterpriseId.toString()}`;
  return database.transaction(async (tx) => {
    const file = await vault.putFile(tx, { kind: 'register-capture', contentType, subject }, content);
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO risk.register_captures (enterprise_id, file_id, content_type, sha256, taken_by, taken_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [enterpriseId, file.id, contentType, file.sha256, command.actor.name, command.at],
    );
    await record(tx, command, {
      action: 'credit-check.capture',
      subject: { kind: 'enterprise', id: enterpriseId },
      after: { captureId: id, sha256: file.sha256, bytes: file.bytes },
    });
    const answer = { captureId: id, sha256: file.sha256 };
    await finish(tx, answer, receivedSha256);
    return answer;
  });
}

/**
 * Keeps what a person read in the register (人工采集), with the capture that proves it.
 * @returns id of the check
 * @throws Problem 404 for a capture of another enterprise; 409 `capture-used`
 */
export async function captureByHand(
  tools: CheckKeeping,
  tx: Tx,
  command: Command,
  company: LookedAt,
  { captureId, registerState, note, ...told }: NewCapture,
): Promise<number> {
  const capture = await tx.maybeOne<{ fileId: string; sha256: string }>(
    `SELECT file_id AS "fileId", sha256 FROM risk.register_captures WHERE id = $1 AND enterprise_id = $2`,
    [captureId, company.enterpriseId],
  );
  if (!capture) throw notFound({ zh: '采集的截图', en: 'capture' });
  const used = await tx.maybeOne('SELECT FROM risk.credit_checks WHERE capture_id = $1', [captureId]);
  if (used) throw captureUsed();
  return keepCheck(tools, tx, command, company, {
    source: 'national-register',
    mode: 'by-hand',
    cause: 'by-hand',
    outcome: 'found',
    providerCode: 'BY-HAND',
    requestId: null,
    costFen: 0n,
    tries: [],
    facts: {
      state: registerState,
      nameAgrees: told.nameAgrees,
      representativeAgrees: told.representativeAgrees,
      capital: told.capital ?? null,
      scopeSha256: null,
      foundedOn: told.foundedOn ?? null,
      dishonest: told.dishonest,
      abnormal: told.abnormal,
      lawsuits: told.lawsuits ?? null,
    },
    evidence: { ...capture, captureId },
    note,
  });
}

const captureUsed = (): Error =>
  problem(
    409,
    'capture-used',
    { zh: '该截图已用于另一次核查', en: 'The capture stands for another check already' },
    { fix: { zh: '请重新截图并上传', en: 'Take a new capture and upload it' } },
  );
