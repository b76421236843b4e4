import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { illegalTransition, notFound, step } from '@linggong/core/domain';
import { materialLifecycle } from '../../../domain';
import { findingNotOpen, materialEnded, proofMissing } from './material-problems';
import { addMaterialStep, readMaterial } from './material-rows';

/**
 * Tells that a finding was put right (整改); its proof is there already. With the last one the material waits for its review.
 * @throws Problem 404; 409 `material-withdrawn`, `material-finding-rectified`, `material-proof-missing`
 */
export async function rectifyFinding(
  tx: Tx,
  command: Command,
  { id, findingId }: { readonly id: number; readonly findingId: number },
  text: string,
): Promise<void> {
  const before = await readMaterial(tx, id, 'FOR UPDATE');
  if (before.state === 'withdrawn') throw materialEnded();
  const finding = await tx.maybeOne<{ state: string; item: string; hasProof: boolean }>(
    `SELECT f.state, f.item, EXISTS (SELECT FROM risk.material_files p WHERE p.finding_id = f.id) AS "hasProof"
       FROM risk.material_findings f WHERE f.id = $1 AND f.material_id = $2 FOR UPDATE`,
    [findingId, id],
  );
  if (!finding) throw notFound({ zh: '审查发现', en: 'finding' });
  if (finding.state !== 'open') throw findingNotOpen();
  if (!finding.hasProof) throw proofMissing();
  await tx.query(
    `UPDATE risk.material_findings SET state = 'rectified', rectification = $2, rectified_by = $3, rectified_account = $4, rectified_at = $5
      WHERE id = $1`,
    [findingId, text, command.actor.name, command.actor.accountId ?? null, command.at],
  );
  const { open } = await tx.one<{ open: number }>(
    `SELECT count(*)::int AS open FROM risk.material_findings WHERE material_id = $1 AND state = 'open'`,
    [id],
  );
  const state = open === 0 ? 'rectified' : before.state;
  if (open === 0) await tx.query(`UPDATE risk.materials SET state = 'rectified' WHERE id = $1`, [id]);
  await addMaterialStep(tx, command, id, 'rectified', text);
  await record(tx, command, {
    action: 'promotional-material.rectify',
    subject: { kind: 'promotional-material', id },
    before: { state: before.state },
    after: { state, item: finding.item, text, open },
  });
}

/** Sends it to review anew (重新送审), or takes it out of public view (撤下). @throws Problem 404; 409 `illegal-transition` */
export async function actOnMaterial(
  tx: Tx,
  command: Command,
  id: number,
  action: 'renew' | 'withdraw',
  reason: string,
): Promise<void> {
  const before = await readMaterial(tx, id, 'FOR UPDATE');
  const next = step(materialLifecycle, before.state, action);
  if (!next.ok) throw illegalTransition(materialLifecycle, before.state, action);
  await tx.query('UPDATE risk.materials SET state = $2, review_by = NULL WHERE id = $1', [id, next.to]);
  await addMaterialStep(tx, command, id, action === 'renew' ? 'renewed' : 'withdrawn', reason);
  await record(tx, command, {
    action: `promotional-material.${action}`,
    subject: { kind: 'promotional-material', id },
    before: { state: before.state },
    after: { state: next.to },
  });
}
