import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import { makeFileLink, type FileLink, type Vault } from '@linggong/vault';
import { keepEvidence, type EvidenceFile } from '../files/evidence-file';
import { caseClosed } from './case-problems';
import { addCaseStep, lockCase } from './case-rows';

/** Files of one case: enough for any, and few enough to be shown together. */
const EVIDENCE_MAX = 100;

interface NewEvidence {
  readonly file: EvidenceFile;
  readonly note?: string | undefined;
  /** The explanation that a party sent it with. */
  readonly explanationId?: number;
}

/**
 * Adds a file to a case (案件证据), sealed in the vault.
 * @throws Problem 404; 409 `risk-case-closed`, `risk-evidence-full`
 */
export async function addEvidence(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  command: Command,
  id: number,
  { file, note, explanationId }: NewEvidence,
): Promise<void> {
  if ((await lockCase(tx, id)).state === 'closed') throw caseClosed();
  const { count } = await tx.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM risk.case_evidence WHERE case_id = $1',
    [id],
  );
  if (count >= EVIDENCE_MAX) throw evidenceFull();
  const kept = await keepEvidence(vault, tx, file, `risk-case:${id}`);
  await tx.query(
    `INSERT INTO risk.case_evidence (case_id, file_id, name, content_type, sha256, note, added_by, added_at, explanation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      kept.fileId,
      kept.name,
      kept.contentType,
      kept.sha256,
      note ?? null,
      command.actor.name,
      command.at,
      explanationId ?? null,
    ],
  );
  await addCaseStep(tx, command, id, 'evidence-added', { text: note, facts: { sha256: kept.sha256 } });
  const { sha256, bytes } = kept;
  const after = { sha256, bytes, ...(note === undefined ? {} : { text: note }) };
  await record(tx, command, { action: 'risk-case.add-evidence', subject: { kind: 'risk-case', id }, after });
  if (explanationId === undefined) return;
  const subject = { kind: 'risk-explanation', id: explanationId };
  await record(tx, command, { action: 'risk-explanation.add-file', subject, after: { sha256, bytes } });
}

const evidenceFull = (): Error =>
  problem(409, 'risk-evidence-full', {
    zh: `一个案件最多 ${EVIDENCE_MAX} 份证据`,
    en: `A case holds ${EVIDENCE_MAX} files at most`,
  });

/** A file of a case, as a second person is shown it. @throws Problem 404 */
export async function evidenceToTake(
  db: Queryable,
  id: number,
  evidenceId: number,
): Promise<{ number: string; fileId: string; name: string; sha256: string }> {
  const file = await db.maybeOne<{ number: string; fileId: string; name: string; sha256: string }>(
    `SELECT c.number, e.file_id AS "fileId", e.name, e.sha256 FROM risk.case_evidence e JOIN risk.cases c ON c.id = e.case_id
      WHERE e.id = $1 AND e.case_id = $2`,
    [evidenceId, id],
  );
  if (!file) throw notFound({ zh: '证据', en: 'evidence' });
  return file;
}

/** A link for one use to a file of a case; that it was made is told. @throws Problem 404 */
export async function linkEvidence(
  tx: Tx,
  command: Command,
  { id, evidenceId, sessionId }: { readonly id: number; readonly evidenceId: number; readonly sessionId: string },
): Promise<FileLink> {
  const file = await evidenceToTake(tx, id, evidenceId);
  const subject = { kind: 'risk-case', id };
  await record(tx, command, { action: 'risk-case.download', subject, after: { sha256: file.sha256 } });
  const linked = { resource: 'risk-case', action: 'download', subject, sessionId };
  return makeFileLink(tx, command.at, { ...linked, fileId: file.fileId, fileName: file.name });
}
