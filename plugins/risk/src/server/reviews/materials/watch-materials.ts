import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';
import type { Severity } from '../../../domain';
import { openCases } from '../../cases/open-cases';
import { actOnMaterial } from './act-on-material';
import { materialCase } from './review-material';
import { addMaterialStep } from './material-rows';

/** Materials of one run; the next day takes the rest. */
const TOGETHER = 100;

const renewal = '距上次审查满一年 · a year since its review';

interface Overdue {
  readonly id: number;
  readonly materialId: number;
  readonly number: string;
  readonly item: string;
  readonly severity: Severity;
  readonly dueOn: Day;
}

/**
 * Once a day: a finding past its day becomes a case, once (整改逾期), and what passed a year ago is sent to review again. Safe to run again.
 * @returns how many of each
 */
export async function watchMaterials(tx: Tx, command: Command): Promise<{ overdue: number; renewed: number }> {
  const today = shanghaiDay(command.at);
  const overdue = await tx.query<Overdue>(
    `SELECT f.id, f.material_id AS "materialId", m.number, f.item, f.severity, f.due_on AS "dueOn"
       FROM risk.material_findings f JOIN risk.materials m ON m.id = f.material_id
      WHERE f.state = 'open' AND f.overdue_at IS NULL AND f.due_on < $1 AND m.state <> 'withdrawn'
      ORDER BY f.id LIMIT ${TOGETHER} FOR UPDATE OF f SKIP LOCKED`,
    [today],
  );
  await openCases(
    tx,
    command,
    overdue.map(({ materialId, number, item, severity }) =>
      materialCase(
        { id: materialId, number },
        {
          rule: 'material.overdue',
          severity,
          title: { zh: '宣传资料整改逾期', en: 'A finding of promotional material is overdue' },
          item,
        },
      ),
    ),
  );
  for (const finding of overdue) await tell(tx, command, finding);
  const due = await tx.query<{ id: number }>(
    `SELECT id FROM risk.materials WHERE state = 'passed' AND review_by < $1 ORDER BY id LIMIT ${TOGETHER} FOR UPDATE SKIP LOCKED`,
    [today],
  );
  for (const { id } of due) await actOnMaterial(tx, command, id, 'renew', renewal);
  return { overdue: overdue.length, renewed: due.length };
}

async function tell(tx: Tx, command: Command, { id, materialId, item, dueOn }: Overdue): Promise<void> {
  await tx.query('UPDATE risk.material_findings SET overdue_at = $2 WHERE id = $1', [id, command.at]);
  await addMaterialStep(tx, command, materialId, 'overdue');
  await record(tx, command, {
    action: 'promotional-material.note-overdue',
    subject: { kind: 'promotional-material', id: materialId },
    after: { item, dueOn },
  });
}
