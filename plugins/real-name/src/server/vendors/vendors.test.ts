import { inspect } from 'node:util';
import { identitySettingsFromEnvironment, Secret, type VendorName } from '@linggong/config';
import { vendorActions, type AnswerTable, type OutcomeKind } from '../../domain';
import { startLocalVendors, type AskedOfVendor, type LocalVendors, type Scripted } from '../../testing/local-vendors';
import {
  askProvider,
  type IdentityProvider,
  type ProviderCall,
  type ProviderRequest,
  type VerificationOutcome,
} from '../providers/identity-provider';
import { providerFaults, type ConformanceSamples } from '../providers/provider-conformance';
import type * as CreateVendors from './create-vendors';
import { createVendors } from './create-vendors';
import documented from './documented-answers.json';

let local: LocalVendors;
beforeAll(async () => {
  local = await startLocalVendors();
});
afterAll(() => local.stop());
beforeEach(() => {
  local.asked.length = 0;
  local.refused.length = 0;
});

const settings = (name: VendorName, change = {}) => ({
  ...identitySettingsFromEnvironment({}),
  isSandboxed: false,
  vendors: [local.settingsOf(name, change)],
});
function vendor(name: VendorName, change = {}): IdentityProvider {
  const [provider] = createVendors(settings(name, change));
  if (provider === undefined) throw new Error('not constructed');
  return provider;
}

const person = { identityKind: 'resident-id', identityNumber: '110101199003079999', name: '张三' };
const card = { ...person, cardNumber: '6222028872946788639' };
const company = { name: '甲公司', uscc: '91110101MA00ABCD40', legalRepresentative: '王五' };
const entry = { ...company, status: '存续' };
const requests: Readonly<Record<string, ProviderRequest>> = {
  IdCardVerification: { kind: 'person', ...person },
  BankCardVerification: { kind: 'card', ...card },
  BankCard4EVerification: { kind: 'card', ...card, phone: '13812340001' },
  QueryEnterpriseBasicInfo: { kind: 'company', ...company },
  Id2MetaVerify: { kind: 'person', ...person },
  BankMetaVerify: { kind: 'card', ...card, phone: '13812340001' },
  'EnterpriseInfo/Verify': { kind: 'company', ...company },
  'ic/baseinfo/normal': { kind: 'company', ...company },
};
const requestOf = (action: string): ProviderRequest => {
  const request = requests[action];
  if (request === undefined) throw new Error(`no request for ${action}`);
  return request;
};
const names: readonly VendorName[] = ['tencent-cloud', 'aliyun', 'qichacha', 'tianyancha'];
const call = (signal = new AbortController().signal): ProviderCall => ({ reference: 'r-1', attempt: 1, signal });
const ask = (name: VendorName, action: string, change = {}): Promise<VerificationOutcome> =>
  askProvider(vendor(name, change), requestOf(action), call());

describe('conformance', () => {
  const numberOf = ({ parameters }: AskedOfVendor): string =>
    String(parameters['BankCard'] ?? parameters['IdCard'] ?? parameters['IdentifyNum'] ?? '');
  const byLastDigit: Readonly<Record<VendorName, readonly [string, OutcomeKind, Scripted][]>> = {
    'tencent-cloud': [
      ['0', 'match', { code: '0' }],
      ['1', 'mismatch', { code: '-1' }],
      ['2', 'retryable-error', { error: 'RequestLimitExceeded' }],
      ['3', 'provider-error', { error: 'UnauthorizedOperation.Arrears' }],
      ['4', 'final-error', { code: '-3' }],
    ],
    aliyun: [
      ['0', 'match', { code: '1' }],
      ['1', 'mismatch', { code: '2' }],
      ['2', 'no-record', { code: '3' }],
      ['3', 'retryable-error', { error: 'Throttling.User' }],
      ['4', 'provider-error', { error: '412' }],
      ['5', 'final-error', { error: '401' }],
    ],
    qichacha: [],
    tianyancha: [],
  };
  const companies = {
    samples: [
      { request: company, kind: 'match' },
      { request: { ...company, name: '乙公司' }, kind: 'mismatch' },
      { request: { ...company, legalRepresentative: '赵六' }, kind: 'mismatch' },
    ],
  } as const;

  it.each(names)('%s keeps what every adapter must keep', async (name) => {
    const rules = byLastDigit[name];
    local.script((asked) => {
      const rule = rules.find(([digit]) => numberOf(asked).endsWith(digit));
      return rule === undefined ? { code: '0', company: entry } : rule[2];
    });
    const samples: ConformanceSamples = {
      identity: rules.map(([digit, kind]) => ({
        request: { ...person, identityNumber: `11010119900307999${digit}` },
        kind,
      })),
      bankCard: rules.flatMap(([digit, kind]) => [
        { request: { ...card, cardNumber: `622202887294678863${digit}` }, kind },
        { request: { ...card, cardNumber: `622202887294678863${digit}`, phone: '13812340001' }, kind },
      ]),
      company: name === 'aliyun' ? [] : companies.samples,
    };
    expect(await providerFaults(() => vendor(name), samples)).toEqual([]);
    expect(local.refused).toEqual([]);
    expect(local.asked.length).toBeGreaterThan(0);
  });
});

describe('documented answers', () => {
  interface Documented {
    readonly vendor: VendorName;
    readonly action: string;
    readonly answers: Record<string, [OutcomeKind, 'charged' | 'free']>;
    readonly errors: Record<string, OutcomeKind>;
  }
  // The JSON's strings are those of the types: the test below would not find them otherwise.
  const documents = documented as unknown as readonly Documented[];

  it('covers every action, and every code of each', () => {
    expect(vendorActions.map(({ vendor: name, action }) => [name, action])).toEqual(
      documents.map(({ vendor: name, action }) => [name, action]),
    );
    const codes = (table: AnswerTable | Record<string, unknown>): string[] => Object.keys(table).sort();
    for (const [i, { answers, errors }] of vendorActions.entries()) {
      expect(codes(answers)).toEqual(codes(documents[i]?.answers ?? {}));
      expect(codes(errors)).toEqual(codes(documents[i]?.errors ?? {}));
    }
  });

  describe.each(documents)('$vendor $action', ({ vendor: name, action, answers, errors }) => {
    // Registers of companies answer with an entry, not with a code.
    for (const [code, [kind, charge]] of Object.entries(answers)) {
      it(`answers ${code}`, async () => {
        local.script(() => ({ code }));
        const outcome = await ask(name, action);
        const price = vendor(name).pricesFen[requestOf(action).kind];
        expect(outcome).toMatchObject({ kind, providerCode: code, costFen: charge === 'charged' ? price : 0n });
        expect(local.asked.map((asked) => asked.action)).toEqual([action]);
      });
    }

    it.each(Object.entries(errors))('refuses with %s', async (code, kind) => {
      local.script(() => ({ error: code }));
      expect(await ask(name, action)).toMatchObject({ kind, providerCode: code, costFen: 0n });
    });

    it('takes a code that no document names for no judgement', async () => {
      local.script(() => ({ error: '424242' }));
      expect(await ask(name, action)).toMatchObject({ kind: 'provider-error', providerCode: '424242' });
    });

    it.each(['cuts', 'garbage', 'gateway', 'empty'] as const)('is asked again when the line %s', async (broken) => {
      local.script(() => ({ broken }));
      expect(await ask(name, action)).toMatchObject({ kind: 'retryable-error', costFen: 0n });
    });

    it('lets go of a vendor that hangs, and what it throws quotes nobody', async () => {
      local.script(() => ({ broken: 'hangs' }));
      const abort = new AbortController();
      const asked = askProvider(vendor(name), requestOf(action), call(abort.signal)).catch((error: unknown) => error);
      // Not before the vendor has it: a request that comes later would stand among those of the next test.
      while (local.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      abort.abort();
      const text = inspect(await asked, { depth: 9 });
      for (const value of [person.name, person.identityNumber, card.cardNumber, '13812340001']) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(encodeURIComponent(value));
      }
    });

    it('is refused with a wrong secret: the local vendor does verify', async () => {
      local.script(() => ({ code: '0', company: entry }));
      const outcome = await ask(name, action, { secret: new Secret('another') });
      expect(outcome).toMatchObject({ kind: 'provider-error', costFen: 0n });
      expect(local.asked).toEqual([]);
      expect(local.refused).toHaveLength(1);
    });
  });
});

describe('companies', () => {
  it.each<[string, Partial<typeof entry>, OutcomeKind, string]>([
    ['stands', {}, 'match', 'OK'],
    ['has another name', { name: '乙公司' }, 'mismatch', 'NAME'],
    ['has another credit code', { uscc: '91110101MA00ABCD41' }, 'mismatch', 'USCC'],
    ['has another legal representative', { legalRepresentative: '赵六' }, 'mismatch', 'LEGAL-REPRESENTATIVE'],
    ['is struck off', { status: '吊销' }, 'mismatch', 'NOT-STANDING'],
    ['is written in full width', { uscc: '９１１１０１０１ＭＡ００ＡＢＣＤ４０', status: '在业' }, 'match', 'OK'],
  ])('a company that %s', async (_name, change, kind, code) => {
    local.script(() => ({ code: '0', company: { ...entry, ...change } }));
    for (const [name, action] of [
      ['tencent-cloud', 'QueryEnterpriseBasicInfo'],
      ['qichacha', 'EnterpriseInfo/Verify'],
      ['tianyancha', 'ic/baseinfo/normal'],
    ] as const)
      expect(await ask(name, action)).toMatchObject({ kind, providerCode: code });
  });
});

describe('without credentials', () => {
  const production = { DATABASE_URL: 'postgres://a@127.0.0.1:1/b' };

  it('nothing is constructed and no SDK is loaded', () => {
    jest.isolateModules(() => {
      const loads: string[] = [];
      jest.doMock('./load-sdk', () => ({
        loadTencentCloud: () => loads.push('tencent-cloud'),
        loadCloudAuth: () => loads.push('aliyun'),
      }));
      const { createVendors: create } = jest.requireActual<typeof CreateVendors>('./create-vendors');
      expect(create(identitySettingsFromEnvironment(production))).toEqual([]);
      expect(loads).toEqual([]);
    });
  });

  it('a demo with credentials asks the sandbox alone: synthetic people reach no vendor', () => {
    const demo = { TENCENT_CLOUD_SECRET_ID: 'a', TENCENT_CLOUD_SECRET_KEY: 'b' };
    expect(createVendors(identitySettingsFromEnvironment(demo))).toEqual([]);
    expect(createVendors(identitySettingsFromEnvironment({ ...demo, ...production }))).toHaveLength(1);
  });
});
