import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { watchedDatabase, type Told, type WatchedDatabase } from './witness.fixture';

/** A row of any size goes through a bounded memory: issue 4, audit. */
let world: WatchedDatabase;

beforeAll(async () => {
  world = await watchedDatabase();
  world.start();
  await world.settled();
}, 180_000);
afterAll(() => world?.end());

const megabytes = 40;
const large = megabytes * 1_024 * 1_024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What buffers hold once what nobody holds any more is swept away: how much of that lies about depends on how fast the rows come. */
function held(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

/** The most that buffers held beyond what they held before, in bytes. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const before = held();
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, held() - before)), 50);
  await work();
  clearInterval(look);
  return peak;
}

it('tells a value of 40 MB by its head, its length and its digest, and holds none of it', async () => {
  const { superuserUrl } = world.test;
  let told: Told[] = [];
  const peak = await peakOf(async () => {
    await world.psql(
      superuserUrl,
      `UPDATE public.goods SET name = repeat('x', ${large}), card_sealed = decode(repeat('ab', ${large}), 'hex') WHERE id = 1`,
      'UPDATE public.goods SET price = 3 WHERE id = 1',
    );
    told = await world.told(2);
  });
  const sha256 = createHash('sha256').update('x'.repeat(large)).digest('hex');
  const name = { head: 'x'.repeat(200), sha256, bytes: large };
  // In hexadecimal, as the log has it.
  const print = { hmac: expect.stringMatching(/^[0-9a-f]{24}$/), bytes: 2 * large + 2 };
  expect(told).toMatchObject([
    { changes: [{ before: { name: 'thing 1' }, after: { name, card_sealed: print } }] },
    // What is large is in the log again, as the row was before, and is no change.
    { changes: [{ before: { price: '1' }, after: { price: '3' } }] },
  ]);
  expect(JSON.stringify(told.map(({ changes }) => changes)).length).toBeLessThan(5_000);
  // Held whole, the second row alone would be 120 MB.
  expect(peak).toBeLessThan(large / 4);
  expect(world.events.map(({ kind }) => kind)).not.toContain('broken');
}, 120_000);
