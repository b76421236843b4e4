import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { isCollision } from './database-away';

let kit: TestDatabase;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs'] });
}, 120_000);
afterAll(() => kit?.drop());

it('knows that a transaction was ended for the sake of another, and no other fault for it', async () => {
  const { db } = kit;
  let bothHold: () => void = () => undefined;
  let holding = 0;
  const both = new Promise<void>((resolve) => (bothHold = resolve));
  const crossing = (first: number, second: number) =>
    db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [first]);
      holding += 1;
      if (holding === 2) bothHold();
      await both;
      await tx.query('SELECT pg_advisory_xact_lock($1)', [second]);
    });
  const ends = await Promise.allSettled([crossing(1, 2), crossing(2, 1)]);
  expect(ends.flatMap((one) => (one.status === 'rejected' ? [isCollision(one.reason)] : []))).toEqual([true]);
  expect(isCollision(await db.query('SELECT 1 / 0').catch((error: unknown) => error))).toBe(false);
});
