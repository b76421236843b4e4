import { askApproval } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { SubmitBody } from '../../api';
import { mayStart } from '../../domain';
import { cannot, dayPassed, notChecked, notReplayed, shadowTooLate } from '../problems';
import { hasPast } from '../replay/consumers';
import { demandReplayFits } from '../replay/stale-replay';
import type { StudioTools } from '../tools';
import { changeLines, changesOf, inForceBeside } from '../versions/compare';
import { moveVersion } from '../versions/move-version';
import { lockVersion, type VersionRow } from '../versions/version-rows';
import { demandFit } from './demand-fit';
import { demandRevision } from './save-content';

/**
 * Submits a version that passed its check: a second person decides whether, and it says from which day (R13.1).
 * @throws Problem 404; 409 `configuration-changed`, `configuration-not-checked`, `configuration-not-replayed`,
 * `configuration-replay-stale`, `configuration-state`, `effective-day-passed`, `shadow-not-before`, `approval-open`, `configuration-unfit`
 */
export async function submitVersion(
  tools: StudioTools,
  tx: Queryable,
  command: Command,
  id: number,
  body: SubmitBody,
): Promise<void> {
  const row = await lockVersion(tx, id);
  demandRevision(row, body.revision);
  if (row.state === 'draft') throw notChecked();
  if (!mayStart('submit', row.state)) throw cannot('submit', row.state);
  if (row.state === 'checked' && (await hasPast(tx, tools.consumers, row))) throw notReplayed();
  if (row.state === 'replayed') await demandReplayFits(tx, row);
  const today = shanghaiDay(command.at);
  if (body.effectiveFrom < today) throw dayPassed(today);
  if (body.shadowFrom !== undefined && body.shadowFrom >= body.effectiveFrom) throw shadowTooLate();
  await demandFit(tools, tx, id, { today: command.at, from: body.effectiveFrom });
  const { accountId } = command.actor;
  await moveVersion(tx, command, id, 'submitted', {
    effective_from: body.effectiveFrom,
    shadow_from: body.shadowFrom ?? null,
    submitted_at: command.at,
    submitted_by: accountId ?? null,
    submitted_name: command.actor.name,
  });
  await askApproval(tx, command, {
    resource: 'configuration-version',
    action: 'decide',
    subject: { id, label: `${row.name.zh} V${row.versionNo}` },
    ...(await shownOf(tools, tx, row, body)),
  });
  await record(tx, command, {
    action: 'configuration-version.submit',
    subject: { kind: 'configuration-version', id },
    before: { state: row.state },
    after: { state: 'submitted', effectiveFrom: body.effectiveFrom, shadowFrom: body.shadowFrom, sha256: row.sha256 },
  });
}

/** What stands and what would stand, in lines that a person reads. */
async function shownOf(
  tools: StudioTools,
  tx: Queryable,
  row: VersionRow,
  body: SubmitBody,
): Promise<{ before: object | null; after: object }> {
  const beside = await inForceBeside(tx, row);
  const changes = await changesOf(tools, tx, row, beside);
  const { before, after } = changeLines(changes);
  return {
    before: beside === undefined ? null : { versionNo: beside.versionNo, changes: before },
    after: {
      configuration: row.name.zh,
      versionNo: row.versionNo,
      effectiveFrom: body.effectiveFrom,
      ...(body.shadowFrom === undefined ? {} : { shadowFrom: body.shadowFrom }),
      changeCount: changes.length,
      changes: after,
      note: row.note,
      sha256: row.sha256,
    },
  };
}
