import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import type { ContentBody } from '../../api';
import { mayStart } from '../../domain';
import { cannot, changedMeanwhile } from '../problems';
import type { StudioTools } from '../tools';
import { lockVersion, type VersionRow } from '../versions/version-rows';
import { demandShape } from './demand-shape';

/**
 * Saves the whole content of a draft with its cases, by somebody who read the newest revision; it is a draft again by it.
 * @throws Problem 404; 409 `configuration-changed`, `configuration-state`; 400 `configuration-content`
 */
export async function saveContent(
  { kinds }: Pick<StudioTools, 'kinds'>,
  tx: Queryable,
  command: Command,
  id: number,
  body: ContentBody,
): Promise<void> {
  const row = await lockVersion(tx, id);
  if (!mayStart('edit', row.state)) throw cannot('edit', row.state);
  demandRevision(row, body.revision);
  const content = demandShape(kinds.of(row.kind), body.content);
  const { actor, at } = command;
  const saved = await tx.maybeOne<{ revision: number; sha256: string }>(
    `UPDATE studio.versions SET content = $2::jsonb, cases = $3::jsonb, note = $4, state = 'draft', state_reason = NULL,
        updated_at = $5, updated_by = $6, updated_name = $7, moved_at = $5, moved_by = $6, moved_name = $7
      WHERE id = $1 AND (content, cases, note) IS DISTINCT FROM ($2::jsonb, $3::jsonb, $4)
      RETURNING revision, sha256`,
    [id, JSON.stringify(content), JSON.stringify(body.cases), body.note, at, actor.accountId ?? null, actor.name],
  );
  // What stands there already is not written again: a version that was checked stays checked.
  if (saved === undefined) return;
  await record(tx, command, {
    action: 'configuration-version.edit',
    subject: { kind: 'configuration-version', id },
    before: { state: row.state, revision: row.revision, sha256: row.sha256 },
    after: { state: 'draft', revision: saved.revision, sha256: saved.sha256, cases: body.cases.length },
  });
}

/** @throws Problem 409 `configuration-changed` */
export function demandRevision(row: VersionRow, revision: number): void {
  if (row.revision !== revision) throw changedMeanwhile(row);
}
