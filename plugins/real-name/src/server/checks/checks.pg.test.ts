import type { Clock, Command } from '@linggong/core';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createParties, createPorts, type Parties } from '@linggong/parties';
import { testDatabase, type TestDatabase, reviewBody } from '@linggong/database/testing';
import { createKeyring, createVault } from '@linggong/vault';
import { isEvidenceCode } from '../../domain';
import { identifierRules } from '../identifier-rules';
import { createSandboxProvider } from '../providers/sandbox-provider';
import type { BankCardRequest, IdentityRequest, ProviderCall } from '../providers/identity-provider';
import { chainOf, stopChain } from '../asking/create-chain';
import type { RealNameTools } from '../tools';
import { checkCompanyNow } from './check-company-now';
import { hearParties } from './hear-parties';
import { queueChecks } from './pending-checks';
import { resumeWaiting } from './resume-waiting';
import { runChecks } from './run-checks';

const at = new Date('2026-11-22T03:00:00Z');
const clock: Clock = { now: () => at };
const command: Command = { actor: { kind: 'account', name: 'operator#1', role: 'operator' }, at, traceId: 'test' };
const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

let kit: TestDatabase;
let jobs: JobsEngine;
let parties: Parties;
let tools: RealNameTools;
let asked: string[];

/** The sandbox, telling who was asked about. */
function watched(provider: ReturnType<typeof createSandboxProvider>) {
  return {
    ...provider,
    verifyIdentity: (request: IdentityRequest, call: ProviderCall) => {
      asked.push(`identity ${request.identityNumber}`);
      return provider.verifyIdentity(request, call);
    },
    verifyBankCard: (request: BankCardRequest, call: ProviderCall) => {
      asked.push(`card ${request.cardNumber}`);
      return provider.verifyBankCard(request, call);
    },
  };
}

beforeAll(async () => {
  kit = await testDatabase();
  jobs = createJobs({ connectionString: kit.url, clock, random: () => 0 });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const vault = createVault({ keyring, root: '/nonexistent' });
  const ports = createPorts();
  ports.useIdentifierRules(identifierRules);
  parties = createParties({ database: kit.db, vault, jobs, ports });
  const provider = watched(createSandboxProvider({ slowMs: 30 }));
  tools = { database: kit.db, vault, jobs, parties, clock, chain: chainOf({ providers: [provider] }) };
  ports.useEnterpriseVerifier((id, given) => checkCompanyNow(tools, given, id));
  hearParties(jobs, () => tools, { workerDays: 180, enterpriseDays: 90, dailyMax: 100 });
}, 120_000);
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  stopChain(tools.chain);
  await jobs?.stop();
  await kit?.drop();
});

/** A valid citizen number with the given serial, by which the sandbox answers. */
function citizen(serial: string, day = '19900307'): string {
  const first = `110101${day}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

/** A card number that passes Luhn, with the given account digits, by which the sandbox answers. */
function card(account: string, serial = 1): string {
  const first = `622202${account}${String(serial).padStart(9, '0')}`;
  const check = [...'0123456789'].find(
    (digit) =>
      identifierRules.check('bank-card', first + digit, '2026-11-22').valid &&
      !('isDoubtful' in identifierRules.check('bank-card', first + digit, '2026-11-22')),
  );
  return first + (check ?? '');
}

let serial = 0;
function register(identityNumber: string, cardNumber?: string): Promise<number> {
  serial += 1;
  const input = { name: '张三', identityNumber, phone: `1381234${String(serial).padStart(4, '0')}`, cardNumber };
  return kit.db.transaction((tx) => parties.registerWorker(tx, command, input, 'staff'));
}

const stateOf = (workerId: number) =>
  kit.db.one<{ state: string; realName: string; code: string | null; cards: string[] }>(
    `SELECT state, real_name_state AS "realName", real_name_code AS code,
       (SELECT array_agg(c.state::text ORDER BY c.card_version) FROM public.bank_cards c WHERE c.worker_id = w.id) AS cards
     FROM public.workers w WHERE id = $1`,
    [workerId],
  );

const checksOf = (workerId: number) =>
  kit.db.query<{ code: string; kind: string; outcome: string; attempts: number; costFen: bigint; provider: string }>(
    `SELECT code, kind, outcome, attempts, cost_fen AS "costFen", provider FROM public.real_name_checks
     WHERE worker_id = $1 ORDER BY id`,
    [workerId],
  );

describe('checks that follow from registration', () => {
  it('verify the person, then his card, each with its evidence', async () => {
    const id = await register(citizen('999'), card('887', 1));
    await jobs.drain();
    const worker = await stateOf(id);
    expect(worker).toMatchObject({ state: 'active', realName: 'verified', cards: ['verified'] });
    const checks = await checksOf(id);
    expect(checks).toMatchObject([
      { kind: 'identity', outcome: 'match', attempts: 1, costFen: 30n, provider: 'sandbox' },
      { kind: 'bank-card-4', outcome: 'match', attempts: 1, costFen: 50n },
    ]);
    expect(worker.code).toBe(checks[0]?.code);
    expect(checks.every(({ code }) => isEvidenceCode(code))).toBe(true);
    expect(await kit.db.query('SELECT FROM real_name.pending_checks')).toEqual([]);
  });

  it.each([
    ['440', 'blocked', 'mismatch'],
    ['442', 'blocked', 'no-record'],
    ['448', 'registered', 'error'],
    ['444', 'active', 'verified'],
  ])('serial %s: %s, %s', async (digits, state, realName) => {
    const id = await register(citizen(digits), card('887', Number(digits)));
    await jobs.drain();
    expect(await stateOf(id)).toMatchObject({ state, realName, cards: [state === 'active' ? 'verified' : 'pending'] });
  });

  it('never pay for the card of a false name', async () => {
    await register(citizen('441'), card('888', 2));
    await jobs.drain();
    expect(asked.filter((each) => each.startsWith('card'))).toEqual([]);
  });

  it.each([
    ['440', 'refused', '19910101'],
    ['442', 'refused', '19910102'],
    ['448', 'error', '19910103'],
  ])('card %s: %s, and the worker stays active', async (digits, state, birth) => {
    const id = await register(citizen('001', birth), card(digits, 7));
    await jobs.drain();
    expect(await stateOf(id)).toMatchObject({ state: 'active', cards: [state] });
  });

  it('try a busy register again later, and count the tries', async () => {
    const id = await register(citizen('446'));
    await jobs.drain();
    expect(await stateOf(id)).toMatchObject({ realName: 'pending' });
    await jobs.drain(later(1));
    expect(await stateOf(id)).toMatchObject({ state: 'active', realName: 'verified' });
    expect(await checksOf(id)).toMatchObject([{ outcome: 'match', attempts: 2 }]);
    const { tries } = await kit.db.one<{ tries: unknown }>(
      `SELECT evidence->'tries' AS tries FROM public.real_name_checks WHERE worker_id = $1`,
      [id],
    );
    expect(tries).toMatchObject([
      { provider: 'sandbox', kind: 'retryable-error', code: 'SBX-17', costFen: 0 },
      { provider: 'sandbox', kind: 'match', code: 'SBX-0', costFen: 30 },
    ]);
  });

  it('wait with their reason where no vendor is configured, count no try, and are taken up when there is one', async () => {
    const { chain } = tools;
    tools = { ...tools, chain: chainOf({ providers: [] }) };
    const id = await register(citizen('009', '19920202'));
    await jobs.drain();
    const waiting = () =>
      kit.db.query('SELECT attempts, waits_for, due_at FROM real_name.pending_checks WHERE subject_id = $1', [id]);
    expect(await waiting()).toEqual([{ attempts: 0, waits_for: 'no-provider', due_at: later(1) }]);
    expect(await checksOf(id)).toEqual([]);
    tools = { ...tools, chain };
    expect(await resumeWaiting(tools, command)).toBe(0);
    expect(await resumeWaiting(tools, { ...command, at: later(1) })).toBe(1);
    await jobs.drain(later(1));
    expect(await stateOf(id)).toMatchObject({ state: 'active', realName: 'verified' });
    expect(await waiting()).toEqual([]);
  });
});

describe('the queue', () => {
  const queue = (ids: number[]): Promise<unknown> =>
    kit.db.transaction((tx) => queueChecks(tx, jobs, command, 'worker', ids));

  it('gives up after the last try, with evidence', async () => {
    const id = await register(citizen('003'));
    await queue([id]);
    const down: RealNameTools = {
      ...tools,
      chain: chainOf({
        providers: [
          {
            ...createSandboxProvider(),
            verifyIdentity: () => Promise.reject(new Error('张三 is not to be seen')),
          },
        ],
      }),
    };
    for (let i = 0; i < 6; i += 1) await runChecks(down, command, { subjectKind: 'worker', ids: [id] });
    expect(await checksOf(id)).toMatchObject([{ outcome: 'error', attempts: 6, costFen: 0n }]);
    await jobs.drain(later(24));
    expect(await checksOf(id)).toHaveLength(1);
  });

  it('asks once for a subject that waits already, and settles once', async () => {
    const id = await register(citizen('005'));
    await queue([id]);
    await queue([id]);
    await Promise.all([
      runChecks(tools, command, { subjectKind: 'worker', ids: [id] }),
      runChecks(tools, command, { subjectKind: 'worker', ids: [id] }),
    ]);
    await jobs.drain();
    expect(await checksOf(id)).toHaveLength(1);
  });

  it('goes on where it was cut off', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 300; i += 1) ids.push(await register(citizen(String(100 + i), '19800101')));
    await queue(ids);
    const cut: RealNameTools = {
      ...tools,
      parties: {
        ...parties,
        markRealName: async (tx, given, marks) => {
          if (marks.some(({ workerId }) => workerId === ids[270])) throw new Error('killed');
          await parties.markRealName(tx, given, marks);
        },
      },
    };
    await expect(runChecks(cut, command, { subjectKind: 'worker', ids })).rejects.toThrow('killed');
    const done = (): Promise<{ count: bigint }> =>
      kit.db.one('SELECT count(*) FROM public.real_name_checks WHERE worker_id = ANY($1)', [ids]);
    expect(await done()).toEqual({ count: 250n });
    await jobs.drain();
    expect(await done()).toEqual({ count: 300n });
    expect(asked.length).toBe(350);
  }, 60_000);

  it('re-checks whom an operator names', async () => {
    const id = await register(citizen('007'));
    await jobs.drain();
    await queue([id]);
    await jobs.drain();
    expect(await checksOf(id)).toHaveLength(2);
  });
});

describe('companies', () => {
  const company = async (uscc: string): Promise<number> =>
    kit.db.transaction((tx) =>
      parties.createEnterprise(tx, command, {
        name: '甲公司',
        uscc,
        legalRepresentative: '王五',
        contactName: '赵六',
        contactPhone: '13812340001',
      }),
    );

  it('are checked when submitted, and at the latest when somebody wants to approve', async () => {
    const id = await company('91110101MA00ABCD40');
    for (const action of ['submit', 'approve', 'sign'] as const) {
      await parties.actOnEnterprise(command, id, action, reviewBody(action).criteria);
    }
    await jobs.drain();
    const checks = await kit.db.query('SELECT kind, outcome FROM public.real_name_checks WHERE enterprise_id = $1', [
      id,
    ]);
    expect(checks).toEqual([{ kind: 'company', outcome: 'match' }]);
  });

  it('cannot be approved when the register says otherwise', async () => {
    const id = await company(uscc('91110101MA440AAA'));
    await parties.actOnEnterprise(command, id, 'submit');
    await expect(parties.actOnEnterprise(command, id, 'approve')).rejects.toMatchObject({
      code: 'enterprise-not-verified',
      extra: { verification: 'mismatch' },
    });
  });
});

/** Completes a credit code by both of its check characters. */
function uscc(first16: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const candidates = [...alphabet].flatMap((inner) => [...alphabet].map((outer) => first16 + inner + outer));
  const found = candidates.find((text) => identifierRules.check('uscc', text, '2026-11-22').valid);
  if (found === undefined) throw new Error('no such code');
  return found;
}

describe('evidence', () => {
  it('is never changed or deleted, and holds nothing in clear', async () => {
    await expect(kit.db.query(`UPDATE public.real_name_checks SET outcome = 'match'`)).rejects.toThrow('evidence');
    await expect(kit.db.query('DELETE FROM public.real_name_checks')).rejects.toThrow();
    const rows = await kit.db.query<{ text: string }>(
      `SELECT c::text AS text FROM public.real_name_checks c
       UNION ALL SELECT r::text FROM jobs.runs r UNION ALL SELECT p::text FROM real_name.pending_checks p`,
    );
    const text = rows.map((row) => row.text).join();
    for (const clear of ['张三', '王五', citizen('999'), card('887', 1), '13812340001'])
      expect(text).not.toContain(clear);
  });
});
