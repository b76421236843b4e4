import { parseArgs } from 'node:util';
import { openWorld } from './fault-world';
import { onSmallDisk } from './full-disk';
import { outcomeText, type Outcome } from './report';
import { createScenarios, type Scenarios } from './scenarios';

/**
 * `npm run test:faults -- [--kills 25] [--seed N] [--lines 5000] [--only kills,postgres,redis,clock,disk]`. Prints what was
 * struck and what is proved (`disk` for root only, on a small disk of its own); ends with 1 where a sentence does not hold. The same seed makes the same plan.
 */
async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '25' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      lines: { type: 'string', default: '5000' },
      only: { type: 'string', default: 'kills,postgres,redis,clock' },
    },
  });
  const [kills, seed, lines] = [Number(values.kills), Number(values.seed), Number(values.lines)];
  const parts = values.only.split(',');
  say(`seed ${seed}: npm run test:faults -- --kills ${kills} --seed ${seed} --lines ${lines}`);
  const onDisk = parts.includes('disk') ? onSmallDisk : (work: (below?: string) => Promise<boolean>) => work();
  return onDisk((below) => runOn({ seed, kills, lines, parts, below }));
}

interface RunOrder {
  readonly seed: number;
  readonly kills: number;
  readonly lines: number;
  readonly parts: readonly string[];
  readonly below: string | undefined;
}

async function runOn({ seed, kills, lines, parts, below }: RunOrder): Promise<boolean> {
  const world = await openWorld({ seed, enterprises: 2, lines }, below);
  try {
    const scenarios = createScenarios(world, { seed, lines });
    const outcomes: Outcome[] = [];
    for (const step of stepsOf(scenarios, parts, kills)) {
      outcomes.push(await step());
      say(outcomeText(outcomes.at(-1) as Outcome));
    }
    say(`\nseed ${seed}; processes that died by themselves: web ${world.web.deaths}, worker ${world.worker.deaths}`);
    return outcomes.every(({ proofs }) => proofs.every(({ holds }) => holds));
  } finally {
    await world.close();
  }
}

function stepsOf(scenarios: Scenarios, parts: readonly string[], kills: number): (() => Promise<Outcome>)[] {
  const few = Math.max(3, Math.round(kills / 8));
  const known: Readonly<Record<string, () => Promise<Outcome>>> = {
    kills: () => scenarios.kills(kills),
    postgres: () => scenarios.postgres(few),
    redis: () => scenarios.redis(few),
    disk: () => scenarios.disk(few),
    clock: () => scenarios.clock(Math.ceil(kills / 50) + 1),
  };
  return [
    scenarios.calm,
    ...parts.map((part) => {
      const step = known[part];
      if (!step) throw new Error(`there is no part ${part}; there are ${Object.keys(known).join(', ')}`);
      return step;
    }),
  ];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

run().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
