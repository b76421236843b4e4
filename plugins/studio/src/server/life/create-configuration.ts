import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { NewConfiguration } from '../../api';
import { openStates } from '../../domain';
import { alreadyOpen, keyTaken, noneToCopy } from '../problems';
import type { StudioTools } from '../tools';
import { lockConfiguration } from '../versions/version-rows';

/**
 * Begins a configuration with a first draft, as blank as its kind begins.
 * @returns its row number
 * @throws Problem 409 `configuration-exists`; 422 `kind-unknown`
 */
export async function createConfiguration(
  { kinds }: Pick<StudioTools, 'kinds'>,
  tx: Queryable,
  command: Command,
  configuration: NewConfiguration,
): Promise<number> {
  const id = await insertConfiguration(tx, command, configuration);
  const content = JSON.stringify(kinds.of(configuration.kind).blank());
  await insertDraft(tx, command, id, { content, cases: '[]', basedOn: null });
  return id;
}

/** @returns the row number of a configuration that has no version yet. @throws Problem 409 `configuration-exists` */
export async function insertConfiguration(
  tx: Queryable,
  command: Command,
  { kind, key, name, description, reviewBy }: NewConfiguration,
): Promise<number> {
  const { actor, at } = command;
  const made = await tx.maybeOne<{ id: number }>(
    `INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, review_by, created_at,
       created_by, created_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (kind, key) DO NOTHING RETURNING id`,
    [
      kind,
      key,
      name.zh,
      name.en,
      description.zh,
      description.en,
      reviewBy ?? null,
      at,
      actor.accountId ?? null,
      actor.name,
    ],
  );
  if (made === undefined) throw keyTaken();
  await record(tx, command, {
    action: 'configuration.create',
    subject: { kind: 'configuration', id: made.id },
    after: { kind, key, name, reviewBy },
  });
  return made.id;
}

interface DraftContent {
  /** JSON text. */
  readonly content: string;
  readonly cases: string;
  readonly basedOn: number | null;
  readonly note?: string;
}

/**
 * Begins the next version as a copy of the one in force, or of the one that is named. One version of a configuration is under way
 * at a time.
 * @returns the row number of the draft
 * @throws Problem 404; 409 `configuration-open`, `nothing-to-copy`
 */
export async function startDraft(
  tx: Queryable,
  command: Command,
  configurationId: number,
  from: number | undefined,
): Promise<number> {
  await lockConfiguration(tx, configurationId);
  const known = await tx.maybeOne('SELECT 1 FROM studio.configurations WHERE id = $1', [configurationId]);
  if (!known) throw notFound({ zh: '配置', en: 'configuration' });
  const open = await tx.maybeOne<{ id: number; versionNo: number }>(
    `SELECT id, version_no AS "versionNo" FROM studio.versions WHERE configuration_id = $1 AND state = ANY ($2)`,
    [configurationId, openStates],
  );
  if (open) throw alreadyOpen(open);
  const source = await tx.maybeOne<DraftContent>(
    `SELECT id AS "basedOn", content::text AS content, cases::text AS cases FROM studio.versions
      WHERE configuration_id = $1 AND ($2::int IS NULL AND state = 'in-force' OR id = $2)`,
    [configurationId, from ?? null],
  );
  if (source) return insertDraft(tx, command, configurationId, source);
  throw from === undefined ? noneToCopy() : notFound({ zh: '配置版本', en: 'configuration version' });
}

/** @returns the row number of the draft. The caller holds the lock of the configuration, or made it. */
export async function insertDraft(
  tx: Queryable,
  command: Command,
  configurationId: number,
  { content, cases, basedOn, note = '' }: DraftContent,
): Promise<number> {
  const { actor, at } = command;
  const row = await tx.one<{ id: number; versionNo: number; sha256: string }>(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, based_on, created_at, created_by,
       created_name, updated_at, updated_by, updated_name, moved_at, moved_by, moved_name)
     SELECT $1, coalesce(max(version_no), 0) + 1, 'draft', $2::jsonb, $3::jsonb, '', $8, $4, $5, $6, $7, $5, $6, $7, $5, $6, $7
       FROM studio.versions WHERE configuration_id = $1
     RETURNING id, version_no AS "versionNo", sha256`,
    [configurationId, content, cases, basedOn, at, actor.accountId ?? null, actor.name, note],
  );
  await record(tx, command, {
    action: 'configuration-version.create',
    subject: { kind: 'configuration-version', id: row.id },
    after: { configurationId, versionNo: row.versionNo, state: 'draft', basedOn, sha256: row.sha256 },
  });
  return row.id;
}
