import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { pageStatement } from '../timeline/read-timeline';
import { searchEntries, searchStatement, type EntrySearch } from './search-entries';

const rows = 200_000;
const now = new Date();
const day = 86_400_000;

/** Seven months of a busy platform: one actor does most, one action is most of it, and everything else is rare. */
const fill = `
  DO $$ BEGIN FOR back IN 1..7 LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS audit.%I PARTITION OF audit.entries FOR VALUES FROM (%L) TO (%L)',
      'entries_past_' || back,
      (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => back)) AT TIME ZONE 'UTC',
      (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => back - 1)) AT TIME ZONE 'UTC');
  END LOOP; END $$;
  INSERT INTO audit.entries (recorded_at, at, actor_kind, actor_name, trace_id, address, action, outcome, subject_kind, subject_id, session_id)
  SELECT moment, moment, 'account',
    CASE WHEN n % 10 < 6 THEN 'settlement' ELSE 'operator#' || n % 97 END,
    md5((n / 5)::text), '203.0.113.' || n % 200,
    CASE WHEN n % 10 < 5 THEN 'order.pay' ELSE 'worker.act-' || n % 53 END,
    CASE WHEN n % 2000 = 7 THEN 'refused' ELSE 'done' END,
    CASE WHEN n % 3 = 0 THEN 'order' ELSE 'worker' END, (n * 7919 % 50000)::text,
    CASE WHEN n % 4 = 0 THEN md5((n % 900)::text)::uuid END
  FROM generate_series(1, ${rows}) n,
    LATERAL (SELECT now() - make_interval(secs => 15800000.0 * (1 - n / ${rows}.0)) AS moment) m;
  ANALYZE audit.entries;`;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('the search of the audit log', () => {
  let test: TestDatabase;
  let superuser: Client;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/audit'] });
    superuser = new Client({ connectionString: test.superuserUrl });
    await superuser.connect();
    await superuser.query(fill);
  }, 120_000);
  afterAll(async () => {
    await superuser.end();
    await test.drop();
  });

  const forms: Record<string, Omit<EntrySearch, 'limit'>> = {
    'by time': { from: new Date(now.getTime() - 31 * day) },
    'by a person': { actor: 'operator#17' },
    'by the busiest actor': { actor: 'settlement' },
    'by action': { action: 'worker.act-11' },
    'by the commonest action': { action: 'order.pay' },
    'by object': { subjectKind: 'worker', subjectId: '7919' },
    'by request': { traceId: 'c4ca4238a0b923820dcc509a6f75849b' },
    'by address': { address: '203.0.113.9' },
    'by outcome': { outcome: 'refused' },
    'by person and action': { actor: 'operator#17', action: 'worker.act-11' },
    'the page after another': { actor: 'settlement', cursor: `${now.getTime() * 1000 - 60 * day * 1000}.150000` },
  };

  it.each(Object.entries(forms))('%s reads indexes only, never a month whole', async (_form, search) => {
    const { sql, values } = searchStatement({ limit: 50, ...search }, now);
    const explained = await superuser.query(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    const [{ Plan: root }] = explained.rows[0]['QUERY PLAN'];
    const scans = nodesOf(root).filter((node) => node['Relation Name']?.startsWith('entries_'));
    expect(scans.length).toBeGreaterThan(0);
    // A month without rows may be looked at in any way.
    const whole = scans.filter((node) => node['Node Type'] === 'Seq Scan' && node['Plan Rows'] > 1_000);
    expect(whole).toEqual([]);
  });

  it.each([
    ['by time', `a.recorded_at >= now() - interval '31 days'`],
    ['by the busiest actor', `a.actor_name = 'settlement'`],
    ['by the commonest action', `a.action = 'order.pay'`],
    ['by object', `a.subject_kind = 'worker' AND a.subject_id = '7919'`],
  ])('the first page of the console %s takes the order from an index, and is not sorted', async (_form, where) => {
    const explained = await superuser.query(`EXPLAIN (FORMAT JSON)
      SELECT a.seq FROM audit.published_entries a WHERE ${where} ORDER BY a.recorded_at DESC, a.seq DESC LIMIT 25 OFFSET 0`);
    const [{ Plan: root }] = explained.rows[0]['QUERY PLAN'];
    const nodes = nodesOf(root);
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Plan Rows'] > 1_000)).toEqual([]);
    expect(nodes.some((node) => node['Node Type'] === 'Sort' && node['Plan Rows'] > 1_000)).toBe(false);
  });

  it('the story of a person with two thousand objects reads indexes only', async () => {
    const subjects = Array.from({ length: 2_000 }, (_, n) => ({ kind: n % 2 ? 'order' : 'worker', id: String(n + 1) }));
    const cursor = `${now.getTime() * 1000}.150000`;
    for (const query of [{ limit: 50 }, { limit: 50, cursor }]) {
      const { sql, values } = pageStatement({ kind: 'worker', id: '7' }, subjects, ['order', 'worker'], query);
      const explained = await superuser.query(`EXPLAIN (FORMAT JSON) ${sql}`, values);
      const [{ Plan: root }] = explained.rows[0]['QUERY PLAN'];
      const scans = nodesOf(root).filter((node) => node['Relation Name']?.startsWith('entries_'));
      expect(scans.length).toBeGreaterThan(0);
      expect(scans.filter((node) => node['Node Type'] === 'Seq Scan' && node['Plan Rows'] > 1_000)).toEqual([]);
    }
    const { sql, values } = pageStatement({ kind: 'worker', id: '7' }, subjects, null, { limit: 50 });
    const page = await superuser.query(sql, values);
    const newest = await superuser.query(
      `SELECT seq FROM audit.published_entries e JOIN unnest($1::text[], $2::text[]) AS s(kind, id)
         ON e.subject_kind = s.kind AND e.subject_id = s.id ORDER BY recorded_at DESC, seq DESC LIMIT 51`,
      [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)],
    );
    expect(page.rows.map(({ id }) => String(id))).toEqual(newest.rows.map(({ seq }) => String(seq)));
  });

  it('turns pages without a row lost or twice, also where rows share an instant', async () => {
    const ids: bigint[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const found = await searchEntries(
        test.db,
        { limit: 7, traceId: 'c4ca4238a0b923820dcc509a6f75849b', cursor },
        now,
      );
      ids.push(...found.items.map(({ id }) => id));
      cursor = found.nextCursor;
      if (cursor === undefined) break;
    }
    expect(ids).toHaveLength(5);
    const all = await test.db.query<{ seq: bigint }>(
      `SELECT seq FROM audit.published_entries WHERE action = 'worker.act-11' AND recorded_at > now() - interval '180 days'
        ORDER BY recorded_at DESC, seq DESC`,
    );
    const first = await searchEntries(test.db, { limit: 200, action: 'worker.act-11' }, now);
    const second = await searchEntries(test.db, { limit: 200, action: 'worker.act-11', cursor: first.nextCursor }, now);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 400).map(({ seq }) => seq));
  });

  it('spans at most 184 days, and wants the kind of an object beside its number', async () => {
    const long = { limit: 1, from: new Date(now.getTime() - 185 * day), until: now };
    await expect(searchEntries(test.db, long, now)).rejects.toMatchObject({ code: 'window-too-long' });
    await expect(searchEntries(test.db, { limit: 1, subjectId: '7' }, now)).rejects.toMatchObject({
      code: 'subject-kind-missing',
    });
  });
});
