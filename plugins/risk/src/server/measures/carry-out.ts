import type { Command, Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { Parties } from '@linggong/parties';
import type { MeasureAnswer } from '../../api';
import type { MeasureSubject } from '../../domain';
import { openOffboardingOf } from '../ratings/offboarding-rows';
import { delist, enlist } from './listing';

/** The worker or enterprise as it stands. @throws Problem 404 */
export async function standing(tx: Tx, kind: MeasureSubject, id: number): Promise<{ number: string; state: string }> {
  const sql = {
    worker: 'SELECT number, state FROM parties.published_worker_facts WHERE worker_id = $1',
    enterprise: 'SELECT number, state FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
  }[kind];
  const row = await tx.maybeOne<{ number: string; state: string }>(sql, [id]);
  if (!row) throw notFound(kind === 'worker' ? { zh: '灵工', en: 'worker' } : { zh: '企业', en: 'enterprise' });
  return row;
}

/**
 * Does what a measure says beyond being in force: what holds orders or lowers limits is asked by whoever pays.
 * @throws Problem as parties: 409 where the state does not allow it; as `enlist`
 */
export async function carryOut(parties: Parties, tx: Tx, command: Command, measure: MeasureAnswer): Promise<void> {
  const { kind, subjectId } = measure;
  if (kind === 'freeze-worker') await parties.actOnWorker(tx, command, subjectId, 'suspend');
  if (kind === 'suspend-enterprise') await parties.moveEnterprise(tx, command, subjectId, 'suspend');
  if (kind === 'list') await enlist(tx, command, measure);
}

/** Takes it back. Who has left meanwhile, or was never taken off, stays as he is; an enterprise on its way out stays suspended by that alone. */
export async function takeBack(parties: Parties, tx: Tx, command: Command, measure: MeasureAnswer): Promise<void> {
  const { kind, subjectKind, subjectId } = measure;
  if (kind === 'list') await delist(tx, command, measure.id);
  if (kind !== 'freeze-worker' && kind !== 'suspend-enterprise') return;
  if ((await standing(tx, subjectKind, subjectId)).state !== 'suspended') return;
  if (kind === 'freeze-worker') await parties.actOnWorker(tx, command, subjectId, 'resume');
  else if (!(await openOffboardingOf(tx, subjectId))) await parties.moveEnterprise(tx, command, subjectId, 'resume');
}
