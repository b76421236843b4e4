import { inspect } from 'node:util';
import { identitySettingsFromEnvironment, Secret, type VendorName } from '@linggong/config';
import { createCreditChain } from './create-registries';
import type { CreditAnswer, CreditRegistry } from './credit-registry';
import { localCompany, startLocalRegisters, type LocalRegisters, type Said } from './local-registers.fixture';
import { createSandboxCredit } from './sandbox';

let local: LocalRegisters;
beforeAll(async () => {
  local = await startLocalRegisters();
});
afterAll(() => local.stop());
beforeEach(() => {
  local.asked.length = 0;
});

const vendors = ['qichacha', 'tianyancha', 'tencent-cloud'] as const;
type Vendor = (typeof vendors)[number];

function registryOf(name: Vendor, change = {}): CreditRegistry {
  const settings = {
    ...identitySettingsFromEnvironment({}),
    isSandboxed: false,
    vendors: [local.settingsOf(name, change)],
  };
  const { registries } = createCreditChain({
    ...settings,
    order: { person: [], card: [], company: [name as VendorName] },
  });
  const [only] = registries;
  if (only === undefined) throw new Error('not constructed');
  return only;
}

const callOf = (signal = new AbortController().signal, attempt = 1) => ({ reference: 'r-1', attempt, signal });
const ask = (name: Vendor, said: Said, change = {}): Promise<CreditAnswer> => {
  local.say(said);
  return registryOf(name, change).lookUp(localCompany, callOf());
};

describe.each(vendors)('%s keeps what every register of credit must keep (R2.3)', (name) => {
  const hasLists = name !== 'tencent-cloud';

  it('reads the entry of a company that stands', async () => {
    const answer = await ask(name, 'found');
    expect(answer).toMatchObject({
      kind: 'found',
      entry: {
        name: localCompany.name,
        uscc: localCompany.uscc,
        state: 'standing',
        legalRepresentative: localCompany.representative,
        capital: '1000万元人民币',
        scope: '软件开发；人力资源服务',
        foundedOn: '2015-03-01',
        marks: { dishonest: hasLists ? false : null, abnormal: hasLists ? false : null },
      },
    });
    const { calls, priceFen } = registryOf(name);
    expect(answer.costFen).toBe(BigInt(calls) * priceFen);
    expect(local.asked).toHaveLength(calls);
    expect(inspect(answer.kind === 'found' && answer.raw, { depth: 9 })).toContain(localCompany.representative);
  });

  it('reads that one is struck off', async () => {
    expect(await ask(name, 'struck-off')).toMatchObject({ kind: 'found', entry: { state: 'revoked' } });
  });

  it('reads the list of the dishonest where it has one, and says «unknown» where not', async () => {
    const marks = { dishonest: hasLists ? true : null };
    expect(await ask(name, 'dishonest')).toMatchObject({ kind: 'found', entry: { marks } });
  });

  it('tells a company that it does not know', async () => {
    expect(await ask(name, 'none')).toMatchObject({ kind: 'no-record', costFen: 0n });
  });

  it.each(['busy', 'cuts', 'garbage', 'gateway', 'empty'] as const)(
    'may be asked again when it is %s',
    async (said) => {
      expect(await ask(name, said)).toMatchObject({ kind: 'retryable-error', costFen: 0n });
    },
  );

  it('is not to be had with a wrong secret', async () => {
    const answer = await ask(name, 'found', { secret: new Secret('another') });
    expect(answer).toMatchObject({ kind: 'provider-error', costFen: 0n });
    expect(local.asked).toEqual([]);
  });

  it('lets go at once of a register that hangs, and what it throws quotes nobody', async () => {
    local.say('hangs');
    const abort = new AbortController();
    const asked = registryOf(name)
      .lookUp(localCompany, callOf(abort.signal))
      .catch((error: unknown) => error);
    setTimeout(() => abort.abort(), 50);
    const text = inspect(await asked, { depth: 9 });
    expect(text).not.toContain(localCompany.representative);
    expect(text).not.toContain('secret-of-tests');
  });

  it('has codes and ids of plain characters', async () => {
    for (const said of ['found', 'none', 'busy', 'garbage'] as const) {
      const { providerCode, requestId } = await ask(name, said);
      expect(providerCode).toMatch(/^[\x21-\x7e]{1,64}$/);
      expect(requestId).toMatch(/^[\x21-\x7e]{1,128}$/);
    }
  });
});

describe('the sandbox', () => {
  const sandbox = createSandboxCredit();
  const look = (digits: string, attempt = 1) =>
    sandbox.lookUp({ uscc: `9111010112${digits}00000`, name: '甲公司' }, callOf(undefined, attempt));

  it.each([
    ['000', { kind: 'found', entry: { state: 'standing', marks: { dishonest: false } } }],
    ['450', { kind: 'found', entry: { state: 'abnormal' } }],
    ['451', { kind: 'found', entry: { state: 'revoked' } }],
    ['452', { kind: 'found', entry: { state: 'cancelled' } }],
    ['453', { kind: 'found', entry: { marks: { dishonest: true } } }],
    ['454', { kind: 'found', entry: { state: 'closed' } }],
    ['442', { kind: 'no-record' }],
    ['448', { kind: 'final-error' }],
  ])('answers by the digits %s', async (digits, wanted) => {
    expect(await look(digits)).toMatchObject(wanted);
  });

  it('is busy once', async () => {
    expect(await look('446')).toMatchObject({ kind: 'retryable-error' });
    expect(await look('446', 2)).toMatchObject({ kind: 'found' });
  });

  it('is the only register of a demo, whatever credentials there are', () => {
    const demo = identitySettingsFromEnvironment({ TIANYANCHA_TOKEN: 'a' });
    expect(createCreditChain({ ...demo, isSandboxed: true }).registries.map(({ name }) => name)).toEqual(['sandbox']);
    expect(createCreditChain({ ...demo, isSandboxed: false }).registries.map(({ name }) => name)).toEqual([
      'tianyancha',
    ]);
  });
});
