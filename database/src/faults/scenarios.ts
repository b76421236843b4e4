import { createRandom, type Random } from '../demo/synthetic/random';
import { guessedSpans, runBatch, type BatchRun, type Spans, type Strikes } from './batch-run';
import { inBatches, killPlan, killsOfBatchMax, moment, stageNames, type Fault, type Stage, type Victim } from './fault';
import type { FaultWorld } from './fault-world';
import { proveAll } from './proofs';
import { fillDisk } from './full-disk';
import { lastTriesOver } from './last-tries';
import { withRedis } from './redis-server';
import type { Outcome } from './report';

export interface FaultOrder {
  readonly seed: number;
  readonly lines: number;
}

/** The kinds of faults, one after the other on one platform; each proves all that was done since it stands. */
export interface Scenarios {
  /** One batch that nothing strikes: it tells how long each stage takes here. */
  calm(): Promise<Outcome>;
  /** Web and worker killed with -9, two batches at a time. */
  kills(count: number): Promise<Outcome>;
  /** The postmaster killed with -9. */
  postgres(count: number): Promise<Outcome>;
  /** Queues on Redis, which is killed (-9) and starts empty, or is flushed. */
  redis(count: number): Promise<Outcome>;
  /** The disk is full; for a world that stands on a small one. */
  disk(count: number): Promise<Outcome>;
  /** The product's clock jumps back and forth over midnight and the end of a month, in every stage of the worker. */
  clock(batches: number): Promise<Outcome>;
}

export function createScenarios(world: FaultWorld, { seed, lines }: FaultOrder): Scenarios {
  const random = createRandom(seed);
  const batchIds: number[] = [];
  let spans: Spans = guessedSpans;
  let serial = 0;
  const run = async (strike: Strikes, faults: readonly Fault[], place: number): Promise<BatchRun> => {
    const enterprise = world.enterprises[place % world.enterprises.length];
    if (!enterprise) throw new Error('a world of faults has at least one enterprise');
    serial += 1;
    const done = await runBatch(world, strike, { enterprise, serial, faults, spans });
    batchIds.push(done.batchId);
    return done;
  };
  const outcome = async (name: string, work: () => Promise<BatchRun[]>): Promise<Outcome> => {
    const begun = performance.now();
    const runs = await work();
    const seconds = (performance.now() - begun) / 1_000;
    return { name, runs, proofs: await proveAll(world, batchIds, lines), seconds };
  };
  const kill = oneAtATime({
    web: () => world.web.kill(),
    worker: async () => {
      await lastTriesOver(world.db);
      await world.worker.kill();
    },
    postgres: () => world.killServer(),
  });
  return {
    calm: () =>
      outcome('undisturbed', async () => {
        const done = await run(kill, [], 0);
        spans = done.spans;
        return [done];
      }),
    kills: (count) =>
      outcome('web and worker killed (-9)', async () => {
        const shares = inBatches(killPlan(random, count), Math.ceil(count / killsOfBatchMax));
        const atOnce = world.enterprises.length;
        const runs: BatchRun[] = [];
        for (let first = 0; first < shares.length; first += atOnce) {
          const pair = shares.slice(first, first + atOnce);
          runs.push(...(await together(pair.map((faults, place) => run(kill, faults, place)))));
        }
        return runs;
      }),
    postgres: (count) =>
      outcome('PostgreSQL killed (-9)', async () => [await run(kill, scattered(random, ['postgres'], count), 0)]),
    disk: (count) =>
      outcome('the disk is full', async () => {
        const strike = oneAtATime({ disk: () => fillDisk(world) });
        return [await run(strike, scattered(random, ['disk'], count), 0)];
      }),
    redis: (count) =>
      outcome('Redis killed (-9) and flushed', () =>
        withRedis(world.folder, async (redis) => {
          await world.useQueues(redis.url);
          const strike = oneAtATime({ redis: () => redis.kill(), 'redis-flush': () => redis.flush() });
          const faults = scattered(random, ['redis', 'redis-flush'], count, workerStages);
          const runs = [await run(strike, faults, 0)];
          await world.useQueues(undefined);
          return runs;
        }),
      ),
    clock: (batches) =>
      outcome('the clock of the product moved over midnight and the end of a month', async () => {
        const clock = jumping(world, jumpsAround(random, new Date()));
        const strike = oneAtATime({ clock: async () => clock.jump() });
        const runs: BatchRun[] = [];
        try {
          for (let batch = 0; batch < batches; batch += 1) {
            // Six jumps a batch, and this one: the next batch meets each stage from the other side.
            clock.jump();
            runs.push(await run(strike, scattered(random, ['clock'], workerStages.length, workerStages), 0));
          }
        } finally {
          clock.stop();
        }
        return runs;
      }),
  };
}

const workerStages: readonly Stage[] = ['check', 'quote', 'pay', 'send', 'answers', 'book'];

/** Faults on stages drawn at random, victims in turn; in the order of the stages. */
function scattered(
  random: Random,
  victims: readonly Victim[],
  count: number,
  among: readonly Stage[] = stageNames,
): Fault[] {
  const first = random.integer(0, among.length - 1);
  return Array.from({ length: count }, (_, index) => ({
    stage: among[(first + index) % among.length] ?? 'check',
    victim: victims[index % victims.length] ?? 'worker',
    moment: moment(random),
  }));
}

/** All of them to their end, also where one fails: none goes on striking under what comes next. */
async function together(runs: readonly Promise<BatchRun>[]): Promise<BatchRun[]> {
  await Promise.allSettled(runs);
  return Promise.all(runs);
}

/** Two batches may want to strike the same at once: the second waits until the first is there again. */
function oneAtATime(ways: Partial<Record<Victim, () => Promise<void>>>): Strikes {
  let last: Promise<void> = Promise.resolve();
  return (victim) => {
    const way = ways[victim];
    if (!way) throw new Error(`this scenario strikes no ${victim}`);
    last = last.catch(() => undefined).then(way);
    return last;
  };
}

/** How long a clock that was set back stays there. */
const backMs = 8_000;

/**
 * Jumps of the product's clock. What became due in the time that it was set back by waits for that time to come again, at the
 * bank as well as here, which is as it should be; so that nobody has to wait for it, the clock is set right after some seconds.
 */
function jumping(
  world: FaultWorld,
  jumps: () => { isBack: boolean; offsetMs: number },
): { jump: () => void; stop: () => void } {
  let right: NodeJS.Timeout | undefined;
  const jump = (): void => {
    clearTimeout(right);
    const { isBack, offsetMs } = jumps();
    world.moveClock(offsetMs);
    if (isBack) right = setTimeout(jump, backMs).unref();
  };
  // Whoever ends must stop it: the folder of the clock is gone before the seconds are over.
  return { jump, stop: () => clearTimeout(right) };
}

const minuteMs = 60_000;
const shanghaiMs = 8 * 60 * minuteMs;

/**
 * Offsets that put the product's clock in turn some minutes before and after the end of this month in Shanghai, so that each
 * jump crosses midnight and the month. A jump ahead goes beyond all that was: what was promised for then is due again at once.
 */
function jumpsAround(random: Random, machine: Date): () => { isBack: boolean; offsetMs: number } {
  const here = new Date(machine.getTime() + shanghaiMs);
  const monthEnd = Date.UTC(here.getUTCFullYear(), here.getUTCMonth() + 1, 1) - shanghaiMs;
  let after = false;
  let offsetMs = 0;
  let latest = monthEnd;
  return () => {
    latest = Math.max(latest, Date.now() + offsetMs);
    const aside = random.integer(1, 20) * minuteMs;
    const target = after ? latest + aside : monthEnd - aside;
    const isBack = !after;
    after = !after;
    offsetMs = target - Date.now();
    return { isBack, offsetMs };
  };
}
