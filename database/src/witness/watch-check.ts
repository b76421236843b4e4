import type { Client } from 'pg';
import { lsnOf, reviewWatch, type PendingThing, type WatchedThing, type WatchEvent } from '@linggong/audit/domain';
import { unwatched } from '@linggong/config/audit';
import { forgetAlterations, ownAlterations } from './own-alterations';
import type { WitnessStore } from './store';

/**
 * Looks whether the watch itself is as it should be (监控自检): identity, note and publication of every table, by a list of exceptions that is
 * compiled into the program and not the one in the database.
 */
export interface WatchCheck {
  /** Records what was changed. @returns how many things were */
  look(): Promise<number>;
}

/** @param readUpTo up to where the log is read and stored; what explains a difference stands before it */
export function createWatchCheck(client: Client, store: WitnessStore, readUpTo: () => bigint): WatchCheck {
  let pending: ReadonlyMap<string, PendingThing> = new Map();
  return {
    async look() {
      const baseline = await store.baseline();
      const own = await ownAlterations(client);
      const found = await things(client);
      // Asked after the tables were looked at: a month is archived and gone in one transaction.
      const left = await leftMonths(client, found, baseline);
      const end = await endOfLog(client);
      const review = reviewWatch(found, baseline, pending, { end, read: readUpTo(), altered: own.names, left });
      pending = review.pending;
      await record(store, review.events);
      if (!sameMarks(baseline, review.baseline)) await store.keepBaseline(review.baseline);
      if (pending.size === 0 && own.head > own.since) await forgetAlterations(client, own.head);
      return review.events.length;
    },
  };
}

async function record(store: WitnessStore, events: readonly WatchEvent[]): Promise<void> {
  if (events.length === 0) return;
  await store.keep(
    events.map(({ name, fault, before, after }) => ({
      relation: name,
      operation: 'update' as const,
      rowKey: fault,
      before: before === undefined ? undefined : { watch: before },
      after: after === undefined ? undefined : { watch: after },
    })),
  );
  const tables = events.map(({ name }) => name).sort();
  await store.finish({ kind: 'watch', at: new Date(), source: 'none', tables, rows: BigInt(tables.length) });
}

async function endOfLog(client: Client): Promise<bigint> {
  const { rows } = await client.query<{ end: string }>('SELECT pg_current_wal_insert_lsn()::text AS end');
  return lsnOf(rows[0]?.end ?? '0/0');
}

function sameMarks(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, mark]) => other.get(name) === mark);
}

const monthName = /^audit\.entries_\d{4}_\d{2}$/;

/** Partitions of the audit log that left for an archive. Where that is not told to the witness, none did: what is gone goes on record. */
async function leftMonths(
  client: Client,
  found: readonly WatchedThing[],
  baseline: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const present = new Set(found.map(({ name }) => name));
  if (![...baseline.keys()].some((name) => monthName.test(name) && !present.has(name))) return new Set();
  const { rows: told } = await client.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'audit' AND c.relname = 'published_detached_months'
        AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`,
  );
  if (told.length === 0) return new Set();
  const { rows } = await client.query<{ name: string }>(
    'SELECT partition AS name FROM audit.published_detached_months',
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * `xmin` of a row of the catalog changes with everything that is done to it, also where it is put back afterwards. Of the table itself the
 * file, which a rewrite and TRUNCATE replace, the columns, those that were dropped included, and the triggers, those of references included.
 */
async function things(client: Client): Promise<WatchedThing[]> {
  const { rows } = await client.query<WatchedThing>(
    `WITH excepted AS (SELECT * FROM unnest($1::text[], $2::text[]) AS e(schema_name, table_name)),
     publication AS (SELECT oid, xmin, pubname, pubinsert AND pubupdate AND pubdelete AND pubtruncate AND pubviaroot AS is_whole
                       FROM pg_publication WHERE pubname = 'linggong_watch'),
     -- Joined by name: the witness may enter no schema that it watches but audit.
     functions AS (SELECT p.oid, p.xmin, p.prosrc, n.nspname || '.' || p.proname AS name
                     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('audit', 'witness')),
     -- Each once, and not once a table: partitions come by the hundred.
     columns AS (SELECT attrelid AS oid, left(md5(string_agg(concat_ws(':', attnum, attname, atttypid, atttypmod, attnotnull), ',' ORDER BY attnum)), 12) AS mark
                   FROM pg_attribute WHERE attnum > 0 GROUP BY attrelid),
     triggers AS (SELECT tgrelid AS oid, left(md5(string_agg(concat_ws(':', oid, xmin, tgenabled), ',' ORDER BY oid)), 12) AS mark
                    FROM pg_trigger GROUP BY tgrelid),
     tables AS (
       SELECT format('%s.%s', n.nspname, c.relname) AS name, c.relispartition AS "mayBeNew",
              CASE WHEN t.oid IS NULL THEN 'no-note' WHEN t.tgenabled <> 'A' THEN 'note-off'
                   WHEN NOT EXISTS (SELECT FROM functions f WHERE f.oid = t.tgfoid AND f.name = 'audit.note_writer') THEN 'other-note'
                   WHEN c.relkind = 'r' AND c.relreplident <> 'f' THEN 'no-identity'
                   WHEN r.oid IS NULL THEN 'not-published' WHEN r.prqual IS NOT NULL OR r.prattrs IS NOT NULL THEN 'filtered' END AS fault,
              concat_ws(' ', t.xmin, r.xmin, 'file=' || c.relfilenode, 'columns=' || a.mark, 'triggers=' || g.mark) AS mark
         FROM pg_class c
         JOIN pg_namespace n ON n.oid = c.relnamespace
         LEFT JOIN columns a ON a.oid = c.oid
         LEFT JOIN triggers g ON g.oid = c.oid
         LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'witness_note'
         LEFT JOIN pg_publication_rel r ON r.prpubid = (SELECT oid FROM publication)
               AND r.prrelid = CASE WHEN c.relispartition THEN pg_partition_root(c.oid) ELSE c.oid END
        WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'witness')
          AND NOT EXISTS (SELECT FROM excepted e WHERE e.schema_name = n.nspname AND e.table_name IN ('', c.relname)))
     SELECT name, fault, mark, "mayBeNew" FROM tables
     UNION ALL
     SELECT 'publication linggong_watch', CASE WHEN p.oid IS NULL THEN 'missing' WHEN NOT p.is_whole THEN 'narrowed' END,
            concat_ws(' ', p.xmin), false FROM (SELECT) one LEFT JOIN publication p ON true
     UNION ALL
     SELECT 'function ' || f.name, CASE WHEN p.oid IS NULL THEN 'missing' END, concat_ws(' ', p.xmin, md5(p.prosrc)), false
       FROM unnest(ARRAY['audit.note_writer', 'audit.enrol']) AS f(name) LEFT JOIN functions p ON p.name = f.name
     UNION ALL
     -- Written anew at each start: only what they say counts.
     SELECT 'function ' || f.name, CASE WHEN p.oid IS NULL THEN 'missing' END, concat_ws(' ', md5(p.prosrc)), false
       FROM unnest(ARRAY['witness.note_ddl', 'witness.emit_ddl', 'witness.table_facts']) AS f(name) LEFT JOIN functions p ON p.name = f.name
     UNION ALL
     SELECT 'event trigger ' || e.name, CASE WHEN t.oid IS NULL THEN 'missing' WHEN t.evtenabled <> 'A' THEN 'off'
              WHEN NOT EXISTS (SELECT FROM functions f WHERE f.oid = t.evtfoid AND f.name = 'witness.note_ddl') THEN 'other-function' END,
            concat_ws(' ', t.xmin), false
       FROM unnest(ARRAY['witness_ddl', 'witness_drop', 'witness_rewrite']) AS e(name) LEFT JOIN pg_event_trigger t ON t.evtname = e.name`,
    [unwatched.map(({ schema }) => schema), unwatched.map(({ table = '' }) => table)],
  );
  return rows;
}
