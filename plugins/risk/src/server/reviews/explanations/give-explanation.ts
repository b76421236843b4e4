import type { RowScope } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem, shanghaiDay } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { addEvidence } from '../../cases/case-evidence';
import { caseClosed } from '../../cases/case-problems';
import { addCaseStep, lockCase } from '../../cases/case-rows';
import { type EvidenceFile } from '../../files/evidence-file';
import { readExplanation } from './explanation-rows';
import { answered } from './explanation-problems';

/** Papers that a party sends with one explanation. */
const FILES_MAX = 10;

/** Whose it is and whether it may still be given; the case is locked first, as everywhere. */
async function lockWaiting(
  tx: Tx,
  command: Command,
  scope: RowScope,
  id: number,
): Promise<{ number: string; caseId: number }> {
  const { caseId } = await readExplanation(tx, scope, id, command.at);
  if ((await lockCase(tx, caseId)).state === 'closed') throw caseClosed();
  const asked = await readExplanation(tx, scope, id, command.at);
  if (asked.answer !== null) throw answered();
  return asked;
}

/**
 * A party explains itself (本方说明, R8.5), once; also after the day by which it was asked, for a late answer says more than none.
 * @throws Problem 404; 409 `risk-case-closed`, `explanation-answered`
 */
export async function giveExplanation(
  tx: Tx,
  command: Command,
  scope: RowScope,
  { id, answer }: { readonly id: number; readonly answer: string },
): Promise<void> {
  const { number, caseId } = await lockWaiting(tx, command, scope, id);
  await tx.query(
    `UPDATE risk.explanations SET answer = $2, means = 'online', answered_on = $3, recorded_by = $4, recorded_at = $5 WHERE id = $1`,
    [id, answer, shanghaiDay(command.at), command.actor.name, command.at],
  );
  await addCaseStep(tx, command, caseId, 'commented', { text: `${number}：${answer}`.slice(0, 2_000) });
  await record(tx, command, {
    action: 'risk-explanation.answer',
    subject: { kind: 'risk-explanation', id },
    before: { number, state: 'open' },
    after: { number, state: 'done', text: answer },
  });
}

/**
 * A paper to it, sealed in the vault as evidence of the case, as long as it is not answered.
 * @throws Problem as `giveExplanation` and `addEvidence`; 409 `explanation-files-full`
 */
export async function addExplanationFile(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  command: Command,
  scope: RowScope,
  { id, file }: { readonly id: number; readonly file: EvidenceFile },
): Promise<void> {
  const { number, caseId } = await lockWaiting(tx, command, scope, id);
  const { count } = await tx.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM risk.case_evidence WHERE explanation_id = $1',
    [id],
  );
  if (count >= FILES_MAX) throw filesFull();
  await addEvidence(vault, tx, command, caseId, { file, note: number, explanationId: id });
}

const filesFull = (): Error =>
  problem(409, 'explanation-files-full', {
    zh: `每份说明最多 ${FILES_MAX} 个文件`,
    en: `An explanation has ${FILES_MAX} files at most`,
  });
