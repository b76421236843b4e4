import { systemClock } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { Carrier, Shipment } from './carrier';
import type { EngineParts } from './engine-parts';
import { createInHand } from './in-hand';
import { createJobs, type JobsEngine } from './jobs-engine';
import { silentLog } from './log';
import { createRegistry } from './registry';
import { tickDue } from './schedules';

describe('schedules', () => {
  let test: TestDatabase;
  let jobs: JobsEngine;
  let now: Date;

  beforeEach(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    now = new Date('2026-11-22T03:00:00Z');
    jobs = createJobs({ connectionString: test.url, clock: { now: () => now } });
  });
  afterEach(async () => {
    await jobs.stop();
    await test.drop();
  });

  /** Parts and a queue that only writes down what it is given. */
  function relayOf(names: readonly string[]): { pass: () => Promise<void>; shipped: Shipment[] } {
    const shipped: Shipment[] = [];
    const registry = createRegistry();
    for (const name of names) registry.handle(name, async () => undefined);
    const carrier: Carrier = {
      ship: async (shipments) => void shipped.push(...shipments),
      known: async () => new Set(),
      work: () => async () => undefined,
      close: async () => undefined,
    };
    const presence: EngineParts['presence'] = {
      id: async () => 1,
      onWake: () => undefined,
      close: async () => undefined,
    };
    const inHand = createInHand();
    const parts = {
      db: test.db,
      clock: { now: () => now },
      registry,
      presence,
      inHand,
      log: silentLog,
      random: () => 0,
    };
    return { pass: () => tickDue(parts, carrier), shipped };
  }

  const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
  const runs = () =>
    test.db.query<{ name: string; state: string }>('SELECT name, state FROM jobs.runs ORDER BY serial');

  it('ticks repeated work at once and then by its rule, once however many processes look', async () => {
    const [one, two] = [relayOf(['channels.poll']), relayOf(['channels.poll'])];
    const both = (): Promise<void[]> => Promise.all([one.pass(), two.pass()]);
    const count = (): number => one.shipped.length + two.shipped.length;
    await both();
    expect(count()).toBe(1);
    later(4_999);
    await both();
    expect(count()).toBe(1);
    later(1);
    await both();
    expect(count()).toBe(2);
    later(3_600_000);
    await both();
    expect(count()).toBe(3);
    expect(await runs()).toEqual([]);
  });

  it('writes a run for daily work at its time, once a day', async () => {
    const [one, two] = [relayOf(['audit.prepare']), relayOf(['audit.prepare'])];
    await one.pass();
    expect(await runs()).toEqual([]);
    now = new Date('2026-11-22T17:10:00Z');
    await Promise.all([one.pass(), two.pass(), one.pass()]);
    expect(await runs()).toEqual([{ name: 'audit.prepare', state: 'waiting' }]);
    later(60_000);
    await one.pass();
    expect(await runs()).toHaveLength(1);
  });

  it('goes on ticking when the clock was set back, and does no daily work early for it', async () => {
    const relay = relayOf(['audit.seal', 'audit.prepare']);
    await relay.pass();
    now = new Date('2026-08-01T03:00:00Z');
    await relay.pass();
    later(5_000);
    await relay.pass();
    expect(relay.shipped.length).toBeGreaterThanOrEqual(2);
    expect(await runs()).toEqual([]);
  });

  it('leaves schedules of absent plugins alone', async () => {
    const relay = relayOf([]);
    await relay.pass();
    expect(await test.db.query('SELECT FROM jobs.ticks')).toEqual([]);
  });

  it('turns a tick that failed into a run that is tried again', async () => {
    let calls = 0;
    jobs.handle('audit.seal', async () => {
      calls += 1;
      if (calls < 3) throw new Error('away');
    });
    await jobs.tick('audit.seal');
    await jobs.tick('audit.seal');
    expect(await runs()).toEqual([{ name: 'audit.seal', state: 'waiting' }]);
    await jobs.drain();
    expect(await runs()).toEqual([{ name: 'audit.seal', state: 'done' }]);
  });

  it('runs on the machine, restarted', async () => {
    const ticks: string[] = [];
    for (const name of ['first', 'second']) {
      const engine = createJobs({ connectionString: test.url, clock: systemClock, relay: { pollMs: 50 } });
      engine.handle('channels.poll', async () => void ticks.push(name));
      await engine.start(['payments']);
      for (let round = 0; round < 200 && !ticks.includes(name); round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await engine.stop();
    }
    expect(new Set(ticks)).toEqual(new Set(['first', 'second']));
    // None of BullMQ's own schedulers: installed again, one lost its rule ("Cannot destructure property 'every'").
    expect(await test.db.query('SELECT FROM bullmq.scheduler')).toEqual([]);
    expect(await test.db.query('SELECT FROM bullmq.job WHERE scheduler_id IS NOT NULL')).toEqual([]);
  }, 20_000);
});
