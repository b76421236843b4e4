import { systemCommand, type Command } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { reviewBody, testDatabase, type TestDatabase } from '@linggong/database/testing';
import { adoptSeeds } from '@linggong/studio';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import type { VisitConclusion, VisitsAnswer } from '../../api';
import { seeds } from '../../domain/seeds';
import { siteVisit } from '../../domain/seeds/site-visit';
import { createPartiesRig, operatorAt, reviewerAt, type PartiesRig } from '../../testing/parties-rig';
import { beginVisit, concludeVisit } from './record-visit';
import { addVisitFile } from './visit-files';
import { visitsOf } from './visit-rows';

const start = new Date('2026-11-22T03:00:00Z');
const minute = (n: number): Command => operatorAt(new Date(start.getTime() + n * 60_000), '测试');
const today = '2026-11-22';

let kit: TestDatabase;
let rig: PartiesRig;
let serial = 0;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => start });
  rig.parties.useEnterpriseVerifier(async (enterpriseId, asked) => {
    await kit.db.transaction((tx) =>
      rig.parties.markEnterprise(tx, asked, { enterpriseId, state: 'match', evidenceCode: 'RN-TEST' }),
    );
  });
  await adoptSeeds(kit.db, systemCommand('studio', start, 'visits'), seeds);
  await byOwner(
    `INSERT INTO public.up_users (id, username, account_role, blocked) VALUES (1, 'operator-1', 'operator', false),
       (2, 'operator-2', 'operator', false), (3, 'left-3', 'operator', true)`,
  );
}, 400_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

/** With the rights of the owner of the database. */
async function byOwner(sql: string, before = 'SELECT 1'): Promise<void> {
  const owner = new Client({ connectionString: kit.superuserUrl });
  await owner.connect();
  try {
    await owner.query(before);
    await owner.query(sql);
  } finally {
    await owner.end();
  }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );
const act = (id: number, at: number, action: 'submit' | 'approve' | 'reject' | 'offboard') =>
  rig.parties.actOnEnterprise(
    (action === 'approve' ? reviewerAt : operatorAt)(minute(at).at, '测试'),
    id,
    action,
    reviewBody(action).criteria,
  );

/** An enterprise that applied and expects so much a month; its application is in. */
async function applied(monthlyFen: number | undefined): Promise<number> {
  serial += 1;
  const id = await kit.db.transaction((tx) =>
    rig.parties.createEnterprise(tx, minute(0), {
      name: `第${serial}科技有限公司`,
      uscc:
        ['91110101MA00ABCD40', '91430100MA4L12345D', '91440101MA59ABCD2X', '92310115MA1K2N3P4K', '91330106MA5T7K2P2X'][
          serial - 1
        ] ?? '',
      legalRepresentative: '王五',
      contactName: '赵六',
      contactPhone: '13812340001',
      bankAccount: '1100 0161 8000 5305 1234',
      bankCode: '102100099996',
    }),
  );
  if (monthlyFen !== undefined)
    await kit.db.query(
      `INSERT INTO studio.form_records (number, form_key, subject_kind, subject_id, version_id, data, created_at, created_name, updated_at, updated_name)
       SELECT $1, 'parties.enterprise', 'enterprise', $2, min(id), $3, now(), 'test', now(), 'test' FROM studio.versions`,
      [`FR-V-${id}`, id, { 'monthly-volume': monthlyFen }],
    );
  await act(id, 1, 'submit');
  return id;
}

const visitsTo = (id: number): Promise<VisitsAnswer> => visitsOf(kit.db, id);
const begin = (id: number, at = 2, more: { visitedOn?: string; companion?: string } = {}): Promise<number> =>
  kit.db.transaction((tx) => beginVisit(tx, minute(at), id, { visitedOn: today, ...more }));
const photograph = (id: number, visitId: number, item: string): Promise<void> =>
  kit.db.transaction((tx) =>
    addVisitFile(
      {
        putFile: async (on) => ({
          ...(await on.one<{ id: string }>('SELECT gen_random_uuid() AS id', [])),
          sha256: 'a'.repeat(64),
          bytes: 7,
        }),
      },
      tx,
      minute(2),
      { id, visitId },
      {
        item,
        file: {
          contentType: 'image/png',
          content: Readable.from([]) as never,
          receivedSha256: 'b'.repeat(64),
        } as never,
      },
    ),
  );
const conclude = (id: number, visitId: number, answers: VisitConclusion['answers']): Promise<void> =>
  kit.db.transaction((tx) => concludeVisit(tx, minute(3), { id, visitId }, { answers }));
const asked = ['address', 'licence', 'business', 'workers', 'contact'];
const all = (answer: 'yes' | 'no' = 'yes', items = asked): VisitConclusion['answers'] =>
  items.map((item) => ({ item, answer }));

/** A visit that ends: with photographs of what needs them. */
async function visited(id: number, answer: 'yes' | 'no' = 'yes', at = 2): Promise<number> {
  const visitId = await begin(id, at);
  for (const item of asked.slice(0, 3)) await photograph(id, visitId, item);
  await conclude(id, visitId, all(answer));
  return visitId;
}

/** Another version of the checklist in force, as the Studio's own life would bring it: that has tests of its own. */
const oneItemMore = (): Promise<void> =>
  byOwner(
    `WITH ended AS (UPDATE studio.versions v SET state = 'superseded', in_force_to = now() FROM studio.configurations c
       WHERE c.id = v.configuration_id AND c.key = '${siteVisit.key}' AND v.state = 'in-force' RETURNING v.*),
     made AS (SELECT *, jsonb_set(content, '{items,6}', jsonb_set(content #> '{items,0}', '{id}', '"fire-door"'), true) AS next FROM ended)
     INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, in_force_from, created_at, created_name,
       updated_at, updated_name, moved_at, moved_name)
     SELECT configuration_id, version_no + 1, 'in-force', next, cases, studio.sha256_of(next, cases), '', now(), now(), 'x', now(), 'x',
       now(), 'x' FROM made`,
    `SET session_replication_role = 'replica'`,
  );

describe('visits to enterprises (现场核查, R2.2, R2.6)', () => {
  it('asks nothing of an enterprise that expects little, or did not say', async () => {
    const id = await applied(undefined);
    expect(await visitsTo(id)).toEqual({ asked: [], isVisited: false, visits: [] });
    await act(id, 4, 'approve');
  });

  it('lets a large one pass after a visit of this very application that passed, and after no other', async () => {
    const id = await applied(200_000_001);
    expect(await codeOf(act(id, 4, 'approve'))).toBe('site-visit-missing');
    await visited(id, 'no');
    expect(await codeOf(act(id, 4, 'approve'))).toBe('site-visit-missing');
    await visited(id);
    await act(id, 5, 'reject');
    await act(id, 6, 'submit');
    expect(await visitsTo(id)).toMatchObject({ asked: [{ id: 'A-08', visitAboveFen: 200_000_000 }], isVisited: false });
    expect(await codeOf(act(id, 7, 'approve'))).toBe('site-visit-missing');
    await visited(id, 'yes', 8);
    expect((await visitsTo(id)).isVisited).toBe(true);
    await act(id, 9, 'approve');
    expect((await visitsTo(id)).visits.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'failed']);
  });

  it('goes by the checklist that was in force when it began, and tells its number (R13.1)', async () => {
    const id = await applied(1);
    const visitId = await begin(id);
    await oneItemMore();
    expect(await codeOf(photograph(id, visitId, 'fire-door'))).toBe('site-visit-item');
    for (const item of asked.slice(0, 3)) await photograph(id, visitId, item);
    expect(await codeOf(conclude(id, visitId, all('yes', [...asked, 'fire-door'])))).toBe('site-visit-incomplete');
    await conclude(id, visitId, all());
    const next = await begin(id);
    const { visits } = await visitsTo(id);
    expect(visits.map(({ id: no, checklistNo, items }) => [no, checklistNo, items.length])).toEqual([
      [next, 2, 7],
      [visitId, 1, 6],
    ]);
    const pins = await kit.db.query(
      `SELECT subject_id FROM studio.pins WHERE subject_kind = 'site-visit' ORDER BY subject_id`,
    );
    expect(pins.map((one) => Number(one['subject_id']))).toEqual(expect.arrayContaining([visitId, next]));
  });

  it('is begun once at a time, of a day just past, with another of the house', async () => {
    const id = await applied(1);
    expect(await codeOf(begin(id, 2, { visitedOn: '2026-11-23' }))).toBe('site-visit-day');
    expect(await codeOf(begin(id, 2, { visitedOn: '2026-10-22' }))).toBe('site-visit-day');
    for (const companion of ['operator-1', 'left-3', 'nobody'])
      expect(await codeOf(begin(id, 2, { companion }))).toBe('site-visit-companion');
    const visitId = await begin(id, 2, { companion: 'operator-2', visitedOn: '2026-10-23' });
    expect(await codeOf(begin(id))).toBe('site-visit-open');
    expect(await codeOf(conclude(id, visitId, all()))).toBe('site-visit-incomplete');
    expect((await visitsTo(id)).visits).toMatchObject([{ companion: 'operator-2', verdict: null }]);
  });

  it('does not begin at an enterprise that is offboarded (R2.3); one under way ends as it was seen', async () => {
    const id = await applied(1);
    const visitId = await begin(id);
    await act(id, 4, 'reject');
    await act(id, 5, 'offboard');
    for (const item of [...asked.slice(0, 3), 'fire-door']) await photograph(id, visitId, item);
    await conclude(id, visitId, all('yes', [...asked, 'fire-door']));
    expect(await codeOf(begin(id, 6))).toBe('site-visit-offboarded');
    expect((await visitsTo(id)).visits).toMatchObject([{ id: visitId, verdict: 'passed' }]);
  });

  it('keeps what was seen as it is, whoever asks the database', async () => {
    const ended = await kit.db.one<{ id: number; enterprise: number }>(
      'SELECT id, enterprise_id AS enterprise FROM parties.site_visits WHERE verdict IS NOT NULL ORDER BY id LIMIT 1',
    );
    const { id: visitId, enterprise } = ended;
    expect(await codeOf(conclude(enterprise, visitId, all()))).toBe('site-visit-ended');
    expect(await codeOf(photograph(enterprise, visitId, 'address'))).toBe('site-visit-ended');
    expect(await codeOf(photograph(enterprise + 1, visitId, 'address'))).toBe('not-found');
    await expect(kit.db.query(`UPDATE parties.site_visits SET note = 'x' WHERE id = $1`, [visitId])).rejects.toThrow(
      /stays as it is/,
    );
    for (const sql of [
      'DELETE FROM parties.site_visits',
      'DELETE FROM parties.site_visit_files',
      `UPDATE parties.site_visit_files SET item = 'x'`,
    ])
      await expect(byOwner(sql)).rejects.toThrow(/are only added/);
  });
});
