import { openWorld, type FaultWorld } from './fault-world';
import { outcomeText, type Outcome } from './report';
import { createScenarios, type Scenarios } from './scenarios';

/** Repeat a run with FAULTS_SEED; the long version is `npm run test:faults -- --kills 500`. */
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
const lines = 3_000;

/** Real processes on a server of their own; what they are asked and what is proved at the end stands in the README. */
describe(`a batch of ${lines} lines under faults (seed ${seed})`, () => {
  let world: FaultWorld;
  let scenarios: Scenarios;

  beforeAll(async () => {
    world = await openWorld({ seed, enterprises: 2, lines });
    scenarios = createScenarios(world, { seed, lines });
  }, 300_000);
  afterAll(() => world?.close(), 60_000);

  function everythingHolds(outcome: Outcome): void {
    console.log(`seed ${seed}${outcomeText(outcome)}`);
    expect(outcome.proofs.filter(({ holds }) => !holds)).toEqual([]);
  }

  it('undisturbed', async () => everythingHolds(await scenarios.calm()), 300_000);

  it('web and worker are killed (-9) 25 times, in every stage', async () => {
    const outcome = await scenarios.kills(25);
    everythingHolds(outcome);
    const strikes = outcome.runs.flatMap((run) => run.strikes);
    expect(strikes).toHaveLength(25);
    expect(new Set(strikes.map(({ stage }) => stage)).size).toBe(9);
    expect(strikes.filter(({ inStage }) => inStage).length).toBeGreaterThan(5);
  }, 900_000);

  it('PostgreSQL is killed (-9)', async () => everythingHolds(await scenarios.postgres(2)), 600_000);

  it('Redis is killed (-9) and flushed', async () => everythingHolds(await scenarios.redis(2)), 600_000);

  it('the product’s clock moves over midnight and the end of a month, back and forth', async () => {
    everythingHolds(await scenarios.clock(1));
  }, 600_000);
});
