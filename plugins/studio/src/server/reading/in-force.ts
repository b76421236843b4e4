import type { Queryable } from '@linggong/core';
import { notFound, Problem, problem } from '@linggong/core/domain';
import type { Json, KindName } from '../../domain';

/** A version as whoever is configured by it works with it. `content` has the shape of its kind: it was read by it before it was stored. */
export interface ConfiguredBy<Content = Json> {
  readonly versionId: number;
  readonly versionNo: number;
  readonly configurationId: number;
  readonly kind: KindName;
  readonly key: string;
  readonly content: Content;
}

/** Contents that are kept in memory: those of versions that are or were in force never change. */
const keptMax = 200;
const kept = new Map<string, ConfiguredBy>();

interface Head {
  readonly versionId: number;
  /** Tells the versions of one database from those of another, in the tests of a process. */
  readonly sha256: string;
}

const columns = `v.id AS "versionId", v.version_no AS "versionNo", v.configuration_id AS "configurationId", c.kind, c.key, v.content`;
const from = 'studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id';

/**
 * The version of a configuration that is in force now. A transaction that asks twice may be answered twice: whoever works longer keeps
 * the first answer, and pins it (`pin`).
 * @throws Problem 503 `configuration-missing`
 */
export async function inForce<Content = Json>(
  db: Queryable,
  kind: KindName,
  key: string,
): Promise<ConfiguredBy<Content>> {
  const head = await db.prepared<Head>(
    {
      name: 'studio-in-force',
      sql: `SELECT v.id AS "versionId", v.sha256 FROM ${from} WHERE c.kind = $1 AND c.key = $2 AND v.state = 'in-force'`,
    },
    [kind, key],
  );
  if (head === undefined) throw missing(kind, key);
  return contentOf<Content>(db, head);
}

/** The form in force by a key that a caller named. @throws Problem 404 where there is none */
export async function formInForce<Content>(db: Queryable, key: string): Promise<ConfiguredBy<Content>> {
  return inForce<Content>(db, 'form', key).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'configuration-missing') throw notFound({ zh: '表单', en: 'form' });
    throw error;
  });
}

/** Every configuration of a kind that is in force, by key. */
export async function allInForce<Content = Json>(db: Queryable, kind: KindName): Promise<ConfiguredBy<Content>[]> {
  const heads = await db.query<Head>(
    `SELECT v.id AS "versionId", v.sha256 FROM ${from} WHERE c.kind = $1 AND v.state = 'in-force' ORDER BY c.key LIMIT 1000`,
    [kind],
  );
  const found: ConfiguredBy<Content>[] = [];
  for (const head of heads) found.push(await contentOf<Content>(db, head));
  return found;
}

/** A version that is or was in force, by its number: what a running thing was given. Undefined where there is none. */
export async function versionOf<Content = Json>(
  db: Queryable,
  versionId: number,
): Promise<ConfiguredBy<Content> | undefined> {
  const head = await db.prepared<Head>(
    {
      name: 'studio-version-of',
      sql: 'SELECT id AS "versionId", sha256 FROM studio.versions WHERE id = $1 AND in_force_from IS NOT NULL',
    },
    [versionId],
  );
  return head && contentOf<Content>(db, head);
}

/** A version whose content does not change any more, by its number and hash. */
export async function contentOf<Content = Json>(
  db: Queryable,
  { versionId, sha256 }: Head,
): Promise<ConfiguredBy<Content>> {
  const name = `${versionId} ${sha256}`;
  const known = kept.get(name);
  // The shape of the content follows from its kind, which the caller named.
  if (known) return known as ConfiguredBy<Content>;
  const row = await db.one<ConfiguredBy<Content>>(`SELECT ${columns} FROM ${from} WHERE v.id = $1`, [versionId]);
  const oldest = kept.keys().next();
  if (kept.size >= keptMax && oldest.done !== true) kept.delete(oldest.value);
  kept.set(name, row as ConfiguredBy);
  return row;
}

function missing(kind: KindName, key: string): Error {
  return problem(
    503,
    'configuration-missing',
    { zh: `没有生效中的配置：${key}`, en: `No version of ${key} is in force` },
    {
      extra: { kind, key },
      fix: { zh: '请在配置中心启用该配置', en: 'Put one in force under configurations' },
    },
  );
}
