import { createHash } from 'node:crypto';
import type { Command, Queryable, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { validateTemplate, type Template } from '../../domain';
import { noSuchTemplate } from '../problems';

export interface StoredTemplate {
  readonly id: number;
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
  effective_from: string;
}

const columns = `id, code, template_version, kind, title_zh, title_en, clauses, variables, text_hash, effective_from`;

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
 * Publishes versions that the database does not have yet, oldest first; a newer version retires the one before. Harmless to
 * repeat, and by several processes at once.
 * @throws Error where a template is unsound, or a published version reads differently now (publish a new version instead)
 */
export async function publishTemplates(tx: Tx, command: Command, templates: readonly Template[]): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('e-sign.templates'))`);
  const rows = await tx.query<{ code: string; template_version: number; text_hash: string }>(
    'SELECT code, template_version, text_hash FROM public.contract_templates',
  );
  const published = new Map(rows.map((row) => [`${row.code}@${row.template_version}`, row.text_hash]));
  for (const template of templates) {
    const name = `${template.code}@${template.version}`;
    const faults = validateTemplate(template);
    if (faults.length > 0) throw new Error(`contract template ${name}: ${faults.join('; ')}`);
    const known = published.get(name);
    if (known === undefined) await publish(tx, command, template);
    else if (known !== templateHash(template))
      throw new Error(`contract template ${name} was published with another text`);
  }
}

async function publish(tx: Tx, command: Command, template: Template): Promise<void> {
  const { code, version, kind, title, preamble, clauses, closing, variables, effectiveFrom } = template;
  await tx.query(
    `UPDATE public.contract_templates SET state = 'retired', effective_to = $2::date - 1, updated_at = $3::timestamptz
     WHERE code = $1 AND state = 'active'`,
    [code, effectiveFrom, command.at],
  );
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO public.contract_templates
       (code, template_version, kind, title_zh, title_en, clauses, variables, text_hash, state, effective_from)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, 'active', $9::date) RETURNING id`,
    [
      code,
      version,
      kind,
      title.zh,
      title.en,
      JSON.stringify({ preamble, clauses, closing }),
      JSON.stringify(variables),
      templateHash(template),
      effectiveFrom,
    ],
  );
  await record(tx, command, {
    action: 'contract-template.publish',
    subject: { kind: 'contract-template', id },
    after: { code, version, state: 'active' },
  });
}

/** The version of a text that may be sent now. @throws Problem `not-found` */
export async function activeTemplate(db: Queryable, code: string): Promise<StoredTemplate> {
  const row = await db.maybeOne<TemplateRow>(
    `SELECT ${columns} FROM public.contract_templates WHERE code = $1 AND state = 'active'`,
    [code],
  );
  if (row === undefined) throw noSuchTemplate();
  return stored(row);
}

/** Any version, retired ones too. @throws Problem `not-found` */
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
    effectiveFrom: row.effective_from,
    ...row.clauses,
    variables: row.variables,
  };
  if (templateHash(template) !== row.text_hash) {
    throw new Error(`contract template ${row.code}@${row.template_version}: the stored text is not the published one`);
  }
  return { id: row.id, template };
}
