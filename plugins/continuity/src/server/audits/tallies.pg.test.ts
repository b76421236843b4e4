import { systemCommand, tallySum } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Client } from 'pg';
import { runAudits } from './run-audit';
import { talliesAudit } from './tallies';

const COUNTED = `
  CREATE TABLE public.visits (id int PRIMARY KEY, day date);
  CREATE FUNCTION public.visit_tallies(v public.visits) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
    SELECT 'visits', 'seen', v.day, NULL::int, 1::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint
  $$;
  SELECT core.keep_tallies('public.visits', 'public.visit_tallies', ARRAY['visits']);
  INSERT INTO public.visits VALUES (1, '2026-11-01'), (2, '2026-11-01')`;

let kit: TestDatabase;
let owner: Client;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/continuity'] });
  owner = new Client({ connectionString: kit.ownerUrl });
  await owner.connect();
  await owner.query(COUNTED);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await kit.drop();
});

const audit = (at: string) =>
  runAudits(
    { db: kit.db, jobs: { emit: async () => undefined } as never },
    [talliesAudit],
    systemCommand('continuity', new Date(at), 'test'),
  );

it('writes down a figure of the boards that is not what its rows come to, puts it right, and closes (R13.1)', async () => {
  expect(await audit('2026-11-27T20:30:00Z')).toMatchObject({ compared: 1, found: 0 });
  await owner.query('ALTER TABLE public.visits DISABLE TRIGGER ALL');
  await owner.query("INSERT INTO public.visits VALUES (3, '2026-11-02')");
  await owner.query('ALTER TABLE public.visits ENABLE TRIGGER ALL');
  expect(await tallySum(kit.db, { tally: 'visits' })).toMatchObject({ count: 2 });
  expect(await audit('2026-11-28T20:30:00Z')).toMatchObject({ found: 1, opened: 1 });
  expect(await kit.db.one("SELECT samples FROM continuity.findings WHERE audit = 'tallies'")).toEqual({
    samples: ['visits seen 2026-11-02 #0'],
  });
  expect(await tallySum(kit.db, { tally: 'visits' })).toMatchObject({ count: 3 });
  expect(await audit('2026-11-29T20:30:00Z')).toMatchObject({ compared: 2, found: 0, closed: 1 });
});
