import { hash, verify } from '@node-rs/argon2';
import { createAccount } from '@linggong/access';
import { databaseOf, systemCommand } from '@linggong/core';
import { rankSum } from '../../domain/rank-sum.fixture';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { statementsOf } from '../statements.fixture';

// The real hashing, counted.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<Record<'hash' | 'verify', (...of: unknown[]) => unknown>>('@node-rs/argon2');
  return { ...real, hash: jest.fn(real.hash), verify: jest.fn(real.verify) };
});

const password = 'Correct-horse-7-battery';
const wrong = 'Wrong-password-1';

/** R9.4: whoever signs in wrongly learns nothing about whether there is such an account, by the answer or by its time. */
describe('a refused sign-in', () => {
  let platform: TestPlatform;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'timing-test');
  const signIn = (identifier: string) =>
    platform.http.post('/api/auth/local').send({ identifier, password: wrong }).expect(401);
  const open = (identifier: string, more: object = {}): Promise<number> =>
    databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier, password, role: 'operator', ...more }, command),
    );
  const forget = () => platform.database.db.query('DELETE FROM access.sign_in_attempts');

  beforeAll(async () => {
    const RATE_LIMITS = 'sign-in=100000/60,sign-in-identifier=100000/600';
    platform = await bootWith({ environment: { RATE_LIMITS } });
    await open('known');
    await open('blocked');
    await open('without', { password: undefined });
    await platform.database.db.query(`UPDATE public.up_users SET blocked = true WHERE username = 'blocked'`);
  }, 240_000);
  afterAll(() => platform?.stop());

  it('asks the same statements and one hashing of an account, of nobody, of a blocked one, of one without password', async () => {
    const [verified, hashed] = [jest.mocked(verify), jest.mocked(hash)];
    expect(hashed.mock.calls.length).toBeGreaterThan(2);
    for (const counted of [verified, hashed]) counted.mockClear();
    await forget();
    const seen: { statements: string[]; verifications: number; hashes: number }[] = [];
    // Nobody first: it is he for whom a hash would have to be made up.
    for (const identifier of ['nobody', 'known', 'blocked', 'without']) {
      const statements = await statementsOf(() => signIn(identifier));
      seen.push({ statements, verifications: verified.mock.calls.length, hashes: hashed.mock.calls.length });
      for (const counted of [verified, hashed]) counted.mockClear();
    }
    expect(seen[0]?.statements.length).toBeGreaterThan(5);
    expect(seen[0]).toMatchObject({ verifications: 1, hashes: 0 });
    for (const one of seen) expect(one).toEqual(seen[0]);
  });

  it('takes as long: by the ranks of many pairs in turn, nobody can tell which is which', async () => {
    const time = async (identifier: string): Promise<number> => {
      const start = process.hrtime.bigint();
      await signIn(identifier);
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < 60; pair += 1) {
      // The count of guesses is no part of the question; each pair begins with the other.
      await forget();
      for (const first of pair % 2 === 0 ? [true, false] : [false, true])
        (first ? known : unknown).push(await time(first ? 'known' : 'nobody'));
    }
    const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[30] ?? 0;
    const ratio = median(known) / median(unknown);
    const z = rankSum(known, unknown);
    // Alarm where both say so: a steady difference of an eighth is one, and without the decoy the ratio is about ten.
    expect({ z, ratio, apart: Math.abs(z) > 3.9 && (ratio < 0.89 || ratio > 1.125) }).toMatchObject({ apart: false });
  }, 120_000);
});
