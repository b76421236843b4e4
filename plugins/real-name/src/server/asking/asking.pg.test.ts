import { identitySettingsFromEnvironment, type VendorName } from '@linggong/config';
import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { startLocalVendors, type AskedOfVendor, type LocalVendors, type Scripted } from '../../testing/local-vendors';
import type { Question } from './question';
import { createVendors } from '../vendors/create-vendors';
import { askChain } from './ask-chain';
import type { Answer, Chain } from './chain';
import { chainOf, stopChain } from './create-chain';
import { reserve } from './provider-days';
import { usualPatience, type GuardPatience } from './provider-guard';
import { awaitSlot } from './rate-slots';
import { readProviders } from './read-providers';

const at = new Date('2026-11-22T03:00:00Z');
const command: Command = { actor: { kind: 'account', name: 'operator#1', role: 'operator' }, at, traceId: 'test' };
// Answers come at once; the limit is long, for the machine may be busy with others.
const quick: GuardPatience = { ...usualPatience, timeoutMs: 30_000, backoffMs: 1, backoffMaxMs: 2, resetMs: 600_000 };

let kit: TestDatabase;
let owner: Database;
let jobs: JobsEngine;
let local: LocalVendors;
const chains: Chain[] = [];

beforeAll(async () => {
  [kit, local] = await Promise.all([testDatabase(), startLocalVendors()]);
  owner = createDatabase({ connectionString: kit.ownerUrl, max: 1 });
  jobs = createJobs({ connectionString: kit.url, clock: { now: () => at }, random: () => 0 });
}, 120_000);
afterAll(async () => {
  chains.forEach(stopChain);
  await owner?.close();
  await local?.stop();
  await jobs?.stop();
  await kit?.drop();
});
beforeEach(async () => {
  local.asked.length = 0;
  await owner.query(
    'TRUNCATE real_name.provider_days, real_name.provider_states, real_name.rate_slots, jobs.events CASCADE',
  );
});

/** Vendors at the local server; without a rate limit, since no test is about time. */
function chain(names: readonly VendorName[], change: { cap?: bigint; patience?: Partial<GuardPatience> } = {}): Chain {
  const vendors = names.map((name) => local.settingsOf(name));
  const settings = { ...identitySettingsFromEnvironment({}), isSandboxed: false, vendors };
  const providers = createVendors(settings).map(({ perSecond: _none, ...provider }) => provider);
  const made = chainOf({
    providers,
    dailyCapsFen: new Map(change.cap === undefined ? [] : names.map((name) => [name, change.cap ?? 0n])),
    patience: { ...quick, ...change.patience },
  });
  chains.push(made);
  return made;
}

let serial = 0;
function question(identityNumber = '110101199003079999'): Question {
  serial += 1;
  const reference = `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  return {
    pending: { id: BigInt(serial), subjectKind: 'worker', subjectId: serial, attempts: 0, reference, tries: [] },
    kind: 'identity',
    workerId: serial,
    cardId: null,
    enterpriseId: null,
    asked: {},
    request: { kind: 'person', identityKind: 'resident-id', identityNumber, name: '张三' },
  };
}
const questions = (count: number): Question[] => Array.from({ length: count }, () => question());
const ask = (given: Chain, asked: readonly Question[]): Promise<Answer[]> =>
  askChain({ database: kit.db, jobs }, command, given, asked);
const only = async (given: Chain): Promise<Answer> => {
  const [answer] = await ask(given, [question()]);
  if (answer === undefined) throw new Error('no answer');
  return answer;
};
/** A script by vendor. */
function script(rules: Partial<Record<VendorName, Scripted>>): void {
  local.script(({ vendor }: AskedOfVendor) => rules[vendor] ?? { error: 'unexpected' });
}
const dayOf = (provider: string) =>
  kit.db.one<{ calls: number; charged: number; costFen: bigint; reservedFen: bigint; isReached: boolean }>(
    `SELECT calls, charged, cost_fen AS "costFen", reserved_fen AS "reservedFen", cap_reached_at IS NOT NULL AS "isReached"
     FROM real_name.provider_days WHERE provider = $1 AND day = '2026-11-22'`,
    [provider],
  );
const vendorsAsked = (): string[] => local.asked.map(({ vendor }) => vendor);

describe('the chain', () => {
  it('tries a busy vendor again, then asks the next one, and keeps every call', async () => {
    script({ 'tencent-cloud': { error: 'RequestLimitExceeded' }, aliyun: { code: '1' } });
    const answer = await only(chain(['tencent-cloud', 'aliyun']));
    expect(answer).toMatchObject({ provider: 'aliyun', outcome: { kind: 'match', providerCode: '1', costFen: 100n } });
    expect(answer.tries).toMatchObject([
      ...Array.from({ length: 3 }, () => ({
        provider: 'tencent-cloud',
        kind: 'retryable-error',
        code: 'RequestLimitExceeded',
        costFen: 0,
      })),
      { provider: 'aliyun', kind: 'match', code: '1', costFen: 100 },
    ]);
    expect(new Set(answer.tries.map(({ requestId }) => requestId)).size).toBe(4);
  });

  it('goes by the configured order', async () => {
    script({ 'tencent-cloud': { code: '0' }, aliyun: { code: '1' } });
    await only(chain(['aliyun', 'tencent-cloud']));
    expect(vendorsAsked()).toEqual(['aliyun']);
  });

  it.each<[string, Scripted, Scripted, string, string]>([
    ['arrears at the first', { error: 'UnauthorizedOperation.Arrears' }, { code: '2' }, 'mismatch', 'aliyun'],
    ['no record at the first', { code: '-5' }, { code: '1' }, 'match', 'aliyun'],
    ['no record anywhere', { code: '-5' }, { code: '3' }, 'no-record', 'tencent-cloud'],
    ['no record, then a refusal of the question', { code: '-5' }, { error: '401' }, 'no-record', 'tencent-cloud'],
    ['no record, then out of reach', { code: '-5' }, { error: '412' }, 'no-record', 'tencent-cloud'],
    ['out of reach, then no record', { error: 'InternalError' }, { code: '3' }, 'no-record', 'aliyun'],
    ['out of reach everywhere', { broken: 'cuts' }, { error: '500' }, 'retryable-error', 'aliyun'],
  ])('%s', async (_name, first, second, kind, provider) => {
    script({ 'tencent-cloud': first, aliyun: second });
    expect(await only(chain(['tencent-cloud', 'aliyun']))).toMatchObject({ provider, outcome: { kind } });
  });

  it.each<[string, Scripted]>([
    ['a mismatch', { code: '-1' }],
    ['a malformed name', { code: '-3' }],
  ])('%s is told by the first: nobody else is paid for it', async (_name, first) => {
    script({ 'tencent-cloud': first });
    await only(chain(['tencent-cloud', 'aliyun']));
    expect(vendorsAsked()).toEqual(['tencent-cloud']);
  });

  it('gives up a vendor that hangs, and counts what he may charge', async () => {
    script({ 'tencent-cloud': { broken: 'hangs' } });
    const answer = await only(chain(['tencent-cloud'], { patience: { timeoutMs: 50 } }));
    expect(answer.outcome.kind).toBe('retryable-error');
    expect(answer.tries.map(({ code }) => code)).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
    expect(answer.tries.every(({ costFen }) => costFen > 0)).toBe(true);
  });

  it('says that nobody is configured', async () => {
    expect(await only(chain([]))).toMatchObject({ waitsFor: 'no-provider', tries: [], provider: 'platform' });
  });
});

describe('the circuit', () => {
  it('opens where half of the calls fail, and keeps the vendor free of calls', async () => {
    script({ 'tencent-cloud': { error: 'InternalError' }, aliyun: { code: '1' } });
    const made = chain(['tencent-cloud', 'aliyun'], { patience: { volumeThreshold: 5 } });
    await ask(made, questions(30));
    const before = local.asked.filter(({ vendor }) => vendor === 'tencent-cloud').length;
    expect(before).toBeLessThan(90);
    expect(made.order.person[0]?.circuit()).toBe('open');
    const seen = await readProviders(kit.db, identitySettingsFromEnvironment({}), made, at);
    expect(seen.providers.find(({ name }) => name === 'tencent-cloud')).toMatchObject({
      circuit: 'open',
      lastErrorCode: 'InternalError',
      isInUse: true,
    });
    const answers = await ask(made, questions(3));
    expect(answers.every(({ provider }) => provider === 'aliyun')).toBe(true);
    expect(local.asked.filter(({ vendor }) => vendor === 'tencent-cloud')).toHaveLength(before);
  });

  it('lets one call through after a while, and closes when that is answered', async () => {
    script({ 'tencent-cloud': { error: 'InternalError' } });
    const made = chain(['tencent-cloud'], { patience: { volumeThreshold: 5, resetMs: 20 } });
    const circuit = () => made.order.person[0]?.circuit();
    await ask(made, questions(10));
    expect(circuit()).not.toBe('closed');
    script({ 'tencent-cloud': { code: '0' } });
    while (circuit() !== 'half-open') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await only(made)).toMatchObject({ provider: 'tencent-cloud', outcome: { kind: 'match' } });
    expect(circuit()).toBe('closed');
  });
});

describe('the daily cap', () => {
  it('asks as many as it covers, hands the others to the next vendor, and tells once', async () => {
    script({ 'tencent-cloud': { code: '0' }, aliyun: { code: '1' } });
    const made = chain(['tencent-cloud', 'aliyun'], { cap: 350n });
    const answers = await ask(made, questions(5));
    expect(answers.map(({ provider }) => provider)).toEqual([
      'tencent-cloud',
      'tencent-cloud',
      'tencent-cloud',
      'aliyun',
      'aliyun',
    ]);
    await ask(made, questions(1));
    expect(await dayOf('tencent-cloud')).toEqual({
      calls: 3,
      charged: 3,
      costFen: 300n,
      reservedFen: 0n,
      isReached: true,
    });
    const told = await kit.db.query('SELECT type, payload FROM jobs.events');
    expect(told).toEqual([
      { type: 'real-name.provider.capped', payload: { provider: 'tencent-cloud', day: '2026-11-22' } },
    ]);
  });

  it('lets questions wait for tomorrow where every vendor has reached his', async () => {
    script({ 'tencent-cloud': { code: '0' } });
    const answers = await ask(chain(['tencent-cloud'], { cap: 150n }), questions(2));
    expect(answers.map(({ waitsFor }) => waitsFor)).toEqual([undefined, 'daily-cap']);
    expect(answers[1]?.outcome.providerCode).toBe('DAILY-CAP');
  });

  it('releases what free answers had reserved', async () => {
    script({ 'tencent-cloud': { code: '-5' } });
    const made = chain(['tencent-cloud'], { cap: 100n });
    for (let i = 0; i < 3; i += 1) expect(await only(made)).toMatchObject({ outcome: { kind: 'no-record' } });
    expect(await dayOf('tencent-cloud')).toMatchObject({ calls: 3, charged: 0, costFen: 0n, reservedFen: 0n });
  });

  it('holds when many processes reserve at once', async () => {
    const budget = { provider: 'tencent-cloud', priceFen: 100n, dailyCapFen: 3_550n };
    const tools = { database: kit.db, jobs };
    const granted = await Promise.all(Array.from({ length: 20 }, () => reserve(tools, command, budget, 4)));
    expect(granted.reduce((sum, each) => sum + each.granted, 0)).toBe(35);
    expect(await dayOf('tencent-cloud')).toMatchObject({ reservedFen: 3_500n });
    expect(await kit.db.query('SELECT FROM jobs.events')).toHaveLength(1);
  });

  it('begins anew with the Shanghai day', async () => {
    const budget = { provider: 'aliyun', priceFen: 100n, dailyCapFen: 100n };
    const tools = { database: kit.db, jobs };
    const on = (instant: string) => reserve(tools, { ...command, at: new Date(instant) }, budget, 1);
    expect((await on('2026-11-22T15:59:59Z')).granted).toBe(1);
    expect((await on('2026-11-22T15:59:59Z')).granted).toBe(0);
    expect((await on('2026-11-22T16:00:00Z')).granted).toBe(1);
  });
});

describe('rate slots', () => {
  it('space the calls of everybody by the database clock', async () => {
    const { start } = await kit.db.one<{ start: number }>(
      'SELECT extract(epoch FROM clock_timestamp())::float8 AS start',
    );
    await Promise.all(Array.from({ length: 25 }, () => awaitSlot(kit.db, 'tencent-cloud', 'person', 500)));
    const { end, now } = await kit.db.one<{ end: number; now: number }>(
      `SELECT extract(epoch FROM next_at)::float8 AS end, extract(epoch FROM clock_timestamp())::float8 AS now
       FROM real_name.rate_slots WHERE provider = 'tencent-cloud' AND kind = 'person'`,
    );
    // 25 calls at 500 a second take up 50 ms of the vendor's time, whoever made them; and nobody went before his turn.
    expect(end - start).toBeGreaterThanOrEqual(25 / 500 - 0.001);
    expect(now).toBeGreaterThanOrEqual(end - 1 / 500 - 0.002);
  });

  it('are kept apart by vendor and kind', async () => {
    await awaitSlot(kit.db, 'tencent-cloud', 'person', 1);
    await awaitSlot(kit.db, 'tencent-cloud', 'card', 1);
    await awaitSlot(kit.db, 'aliyun', 'person', 1);
    expect(await kit.db.query('SELECT FROM real_name.rate_slots')).toHaveLength(3);
  });
});
