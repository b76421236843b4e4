import { createHash, randomUUID } from 'node:crypto';
import { record } from '@linggong/audit';
import type { Command, Database, Queryable, Tx } from '@linggong/core';
import type { Guide } from '../../domain/guides/guide';

interface Stored {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Puts the guides that the platform is delivered with into the content panel, published, and later their new texts. A guide that
 * somebody has changed or taken away there is his: it is left as it is. Idempotent; of several processes that start at once one does it.
 * @returns the names of those that were written
 */
export function bringGuides(db: Database, command: Command, delivered: readonly Guide[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('access.guide_deliveries'))");
    const [brought, standing] = [await deliveriesOf(tx), await standingOf(tx)];
    const texts = delivered.map(columnsOf).map((columns) => ({ ...columns, sha256: digestOf(columns) }));
    const due = texts.filter(({ name, sha256 }) => {
      const last = brought.get(name);
      return last !== sha256 && isOurs(last, standing.get(name));
    });
    if (due.length > 0) await write(tx, command, due);
    return due.map(({ name }) => name);
  });
}

/** Ours is what was never brought and is not there, and what stands as it was brought last. */
const isOurs = (last: string | undefined, standing: string | undefined): boolean => standing === last;

async function deliveriesOf(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<Stored>('SELECT name, sha256 FROM access.guide_deliveries');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

/** Digests of the guides as they stand: of the draft, which is what people edit, whether it is published or not. */
async function standingOf(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<Record<keyof Columns, string | number | null>>(
    `SELECT DISTINCT ON (name) name, title_zh, title_en, steps_zh, steps_en, body_zh, body_en, audience, pages, position
       FROM public.guides ORDER BY name, published_at DESC NULLS FIRST, id DESC`,
  );
  return new Map(rows.map((row) => [String(row.name), digestOf(row)]));
}

function columnsOf({ name, title, steps, body, pages, audience }: Guide, position: number) {
  return {
    name,
    title_zh: title.zh,
    title_en: title.en,
    steps_zh: steps.zh.join('\n'),
    steps_en: steps.en.join('\n'),
    body_zh: body.zh,
    body_en: body.en,
    audience,
    pages: pages.join(', '),
    position,
  };
}

type Columns = ReturnType<typeof columnsOf>;

/** Of what people read; its place in the order may change without it. */
function digestOf(row: Readonly<Record<keyof Columns, string | number | null>>): string {
  const { title_zh, title_en, steps_zh, steps_en, body_zh, body_en, audience, pages } = row;
  const read = [title_zh, title_en, steps_zh, steps_en, body_zh, body_en, audience, pages].map((text) => text ?? '');
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

/** Strapi keeps a document as two rows, the draft and what is published, under one id. */
async function write(tx: Tx, command: Command, due: readonly (Columns & { sha256: string })[]): Promise<void> {
  const values = [JSON.stringify(due.map((one) => ({ ...one, document_id: documentId() }))), command.at];
  await tx.query(
    `UPDATE public.guides g SET title_zh = d.title_zh, title_en = d.title_en, steps_zh = d.steps_zh, steps_en = d.steps_en,
            body_zh = d.body_zh, body_en = d.body_en, audience = d.audience, pages = d.pages, position = d.position,
            updated_at = $2::timestamptz AT TIME ZONE 'UTC'
       FROM jsonb_populate_recordset(NULL::public.guides, $1::jsonb) d WHERE d.name = g.name`,
    values,
  );
  await tx.query(
    `INSERT INTO public.guides (name, title_zh, title_en, steps_zh, steps_en, body_zh, body_en, audience, pages, position, document_id,
            created_at, updated_at, published_at)
     SELECT d.name, d.title_zh, d.title_en, d.steps_zh, d.steps_en, d.body_zh, d.body_en, d.audience, d.pages, d.position, d.document_id,
            now.at, now.at, CASE WHEN published THEN now.at END
       FROM jsonb_populate_recordset(NULL::public.guides, $1::jsonb) d, unnest(ARRAY[false, true]) published,
            (SELECT $2::timestamptz AT TIME ZONE 'UTC' AS at) now
      WHERE NOT EXISTS (SELECT FROM public.guides g WHERE g.name = d.name)`,
    values,
  );
  await tx.query(
    `INSERT INTO access.guide_deliveries (name, sha256, at)
     SELECT d.name, d.sha256, $2 FROM jsonb_populate_recordset(NULL::access.guide_deliveries, $1::jsonb) d
     ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, at = excluded.at`,
    values,
  );
  const names = due.map(({ name }) => name).join(', ');
  await record(tx, command, { action: 'guide.bring', subject: { kind: 'guide', id: 'delivered' }, after: { names } });
}

const documentId = (): string => randomUUID().replaceAll('-', '').slice(0, 24);
