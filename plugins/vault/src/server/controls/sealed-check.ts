import type { ControlCheck, Queryable } from '@linggong/core';
import type { ClearSources } from '../clear/clear-source';
import { clearAmongNewest } from '../clear/clear-window';
import type { SealedSource, SealedSources } from '../reseal/sealed-source';

/** Newest rows of each table that are looked at: a sample, since the nightly look must stay short. */
const SAMPLE_ROWS = 200;
/** Suite, key number, nonce and tag: what every sealed value has, whatever it holds. */
const BYTES_MIN = 31;

/**
 * 8.1.4.2 g, 8.1.4.7 and 8.1.4.8: every sensitive column is declared, what stands in them is ciphertext of a known suite, and nothing was
 * found that does not open. Nothing is opened here. Of tables with rows from before their column was sealed a pass over the whole has to have
 * found nothing in clear, and their newest rows are looked at as well.
 */
export function sealedColumns(sources: SealedSources, clearSources: ClearSources): ControlCheck {
  return async (db) => {
    const all = sources.all();
    const undeclared = await undeclaredColumns(db, sources);
    let [looked, clear] = [0n, 0n];
    for (const source of all) {
      const found = await db.one<{ looked: bigint; clear: bigint }>(sampleSql(source));
      looked += found.looked;
      clear += found.clear;
    }
    const { broken } = await db.one<{ broken: bigint }>(
      `SELECT coalesce(sum(s.broken), 0)::bigint AS broken FROM vault.reencryption_sources s
        WHERE s.reencryption_id = (SELECT max(id) FROM vault.reencryptions)`,
    );
    const { left, unproved } = await clearLeft(db, clearSources);
    const columns = all.reduce((sum, source) => sum + Object.keys(source.columns).length, 0);
    const isBad = undeclared.length > 0 || clear > 0n || broken > 0n;
    return {
      state: isBad || left > 0 ? 'not-met' : unproved > 0 ? 'partly' : columns > 0 ? 'met' : 'unknown',
      figure: {
        zh: `敏感列 ${columns} 列（${all.length} 张表），未声明 ${undeclared.length} 列；抽查 ${looked} 个值，不是密文的 ${clear} 个；重新加密时无法解开的 ${broken} 行；历史明文：最新行中仍有 ${left} 行，尚未全表核实 ${unproved} 张表`,
        en: `${columns} sensitive columns of ${all.length} tables, not declared: ${undeclared.length}; of ${looked} values in a sample ${clear} are no ciphertext; rows that did not open when sealed anew: ${broken}; clear values of before: ${left} among the newest rows, tables not yet proved as a whole: ${unproved}`,
      },
      link: '/data-keys',
    };
  };
}

/** Rows in clear among the newest, and tables that no pass has proved. */
async function clearLeft(db: Queryable, sources: ClearSources): Promise<{ left: number; unproved: number }> {
  let left = 0;
  for (const source of sources.all()) left += await clearAmongNewest(db, source, SAMPLE_ROWS);
  const { proved } = await db.one<{ proved: number }>(
    'SELECT count(*)::int AS proved FROM vault.clear_sweeps WHERE proved_at IS NOT NULL AND source = ANY ($1::text[])',
    [sources.all().map(({ name }) => name)],
  );
  return { left, unproved: sources.all().length - proved };
}

/** Names come from the plugins' own code. */
function sampleSql({ table, key, form, columns }: SealedSource): string {
  const values = Object.keys(columns).map((column) =>
    form === 'bytea' ? `t.${column}` : `decode(t.${column}, 'base64')`,
  );
  const shaped = Object.keys(columns).map((column) =>
    form === 'bytea' ? 'true' : `t.${column} ~ '^[A-Za-z0-9+/]+={0,2}$' AND length(t.${column}) % 4 = 0`,
  );
  // Ordered evaluation: what is no base64 is not decoded.
  const sealed = values.map(
    (value, index) =>
      `CASE WHEN ${shaped[index]} THEN octet_length(${value}) >= ${BYTES_MIN} AND get_byte(${value}, 0) BETWEEN 1 AND 3 ELSE false END`,
  );
  const names = Object.keys(columns);
  const counted = names.map((column, index) => `(t.${column} IS NOT NULL AND NOT (${sealed[index]}))::int`).join(' + ');
  const present = names.map((column) => `(t.${column} IS NOT NULL)::int`).join(' + ');
  return `SELECT coalesce(sum(${present}), 0)::bigint AS looked, coalesce(sum(${counted}), 0)::bigint AS clear
    FROM (SELECT ${names.join(', ')} FROM ${table} ORDER BY ${key.column} DESC LIMIT ${SAMPLE_ROWS}) t`;
}

async function undeclaredColumns(db: Queryable, sources: SealedSources): Promise<string[]> {
  const declared = sources
    .all()
    .flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
  const rows = await db.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS name FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attname LIKE '%\\_sealed' AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname !~ '^pg_' AND NOT (n.nspname || '.' || c.relname = ANY($1))`,
    [sources.passing()],
  );
  return rows.map(({ name }) => name).filter((name) => !declared.includes(name));
}
