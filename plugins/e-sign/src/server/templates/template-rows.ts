import { createHash } from 'node:crypto';
import { systemCommand, type Command, type Queryable, type Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { inForce, pin, type ConfiguredBy } from '@linggong/studio';
import type { TemplateContent } from '@linggong/studio/domain';
import { templateOf, textKey, type ContractKind, type Template } from '../../domain';
import { noSuchTemplate } from '../problems';

/** A contract text as it is kept beside the contracts that were made of it. */
export interface StoredTemplate {
  readonly id: number;
  /** Version of the configuration that it was taken from; null for one from before the Studio that nothing was made of since. */
  readonly versionId: number | null;
  readonly template: Template;
}

interface TemplateRow {
  id: number;
  code: string;
  template_version: number;
  kind: Template['kind'];
  title_zh: string;
  title_en: string;
  clauses: Pick<Template, 'preamble' | 'clauses' | 'closing'>;
  variables: Template['variables'];
  text_hash: string;
  studio_version: number | null;
}

const columns = `id, code, template_version, kind, title_zh, title_en, clauses, variables, text_hash, studio_version`;

/** Hash of everything that a version says. Keys stand in a fixed order, whatever order the database gives them back in. */
export function templateHash({ title, preamble, clauses, closing, variables }: Template): string {
  const both = ({ zh, en }: { zh: string; en: string }): string[] => [zh, en];
  const content = [
    both(title),
    both(preamble),
    clauses.map(({ id, heading, body }) => [id, both(heading), both(body)]),
    both(closing),
    variables.map(({ name, label, personal }) => [name, both(label), personal ?? null]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/**
 * The text that contracts of a kind are made of now: the version in force in the Studio. At its first use it is copied beside the
 * contracts, where it stays whatever becomes of the configuration: what was signed is rendered from it for decades.
 * @throws Problem 503 `configuration-missing`
 */
export async function textInForce(tx: Tx, command: Command, kind: ContractKind): Promise<StoredTemplate> {
  const held = await inForce<TemplateContent>(tx, 'template', textKey(kind));
  return (await textOfVersion(tx, held.versionId)) ?? keep(tx, command, kind, held);
}

async function textOfVersion(tx: Tx, versionId: number): Promise<StoredTemplate | undefined> {
  const row = await tx.maybeOne<TemplateRow>(
    `SELECT ${columns} FROM public.contract_templates WHERE studio_version = $1`,
    [versionId],
  );
  return row && stored(row);
}

/** Of two transactions that use a version first, the second waits and takes the copy of the first. */
async function keep(
  tx: Tx,
  command: Command,
  kind: ContractKind,
  { versionId, versionNo, content }: ConfiguredBy<TemplateContent>,
): Promise<StoredTemplate> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('e-sign.templates'))`);
  const already = await textOfVersion(tx, versionId);
  if (already !== undefined) return already;
  const template = templateOf(kind, versionNo, content);
  const hash = templateHash(template);
  const kept = (await adopted(tx, kind, hash, versionId)) ?? (await copied(tx, command, template, hash, versionId));
  // Nobody decides about a text here: whoever happened to send the first contract of it is not its author.
  await record(tx, systemCommand('e-sign', command.at, command.traceId), {
    action: 'contract-template.publish',
    subject: { kind: 'contract-template', id: kept.id },
    after: { code: kind, version: kept.template_version, versionId },
  });
  return stored(kept);
}

/** A text of before the Studio stands there already, without saying which version of a configuration it is. */
function adopted(tx: Tx, kind: ContractKind, hash: string, versionId: number): Promise<TemplateRow | undefined> {
  return tx.maybeOne<TemplateRow>(
    `UPDATE public.contract_templates SET studio_version = $3 WHERE id = (
       SELECT id FROM public.contract_templates WHERE code = $1 AND text_hash = $2 AND studio_version IS NULL
        ORDER BY template_version DESC LIMIT 1)
     RETURNING ${columns}`,
    [kind, hash, versionId],
  );
}

/** Under the number of its version, or under the next free one where a text of before the Studio has that. */
function copied(
  tx: Tx,
  command: Command,
  { code, version, kind, title, preamble, clauses, closing, variables }: Template,
  hash: string,
  versionId: number,
): Promise<TemplateRow> {
  return tx.one<TemplateRow>(
    `INSERT INTO public.contract_templates
       (code, template_version, kind, title_zh, title_en, clauses, variables, text_hash, studio_version, created_at)
     SELECT $1::text, CASE WHEN bool_or(t.template_version = $2::int) THEN max(t.template_version) + 1 ELSE $2::int END, $3, $4, $5, $6::jsonb, $7::jsonb,
            $8, $9, $10
       FROM public.contract_templates t WHERE t.code = $1::text
     RETURNING ${columns}`,
    [
      code,
      version,
      kind,
      title.zh,
      title.en,
      JSON.stringify({ preamble, clauses, closing }),
      JSON.stringify(variables),
      hash,
      versionId,
      command.at,
    ],
  );
}

/** Lets contracts keep the version that they were made of, so that the configuration shows how many do. */
export async function pinText(
  tx: Tx,
  { at }: Command,
  { versionId }: StoredTemplate,
  contractIds: readonly number[],
): Promise<void> {
  if (versionId !== null && contractIds.length > 0)
    await pin(tx, { kind: 'contract', ids: contractIds }, versionId, at);
}

/** The copy of any version. @throws Problem `not-found` */
export async function templateById(db: Queryable, id: number): Promise<StoredTemplate> {
  const row = await db.maybeOne<TemplateRow>(`SELECT ${columns} FROM public.contract_templates WHERE id = $1`, [id]);
  if (row === undefined) throw noSuchTemplate();
  return stored(row);
}

function stored(row: TemplateRow): StoredTemplate {
  const template: Template = {
    code: row.code,
    version: row.template_version,
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    ...row.clauses,
    variables: row.variables,
  };
  if (templateHash(template) !== row.text_hash) {
    throw new Error(`contract template ${row.code}@${row.template_version}: the stored text is not the published one`);
  }
  return { id: row.id, versionId: row.studio_version, template };
}
