import type { IdentityProvider } from './identity-provider';
import { providerFaults, type ConformanceSamples } from './provider-conformance';
import { createSandboxProvider } from './sandbox-provider';

const identity = (identityNumber: string) => ({ identityKind: 'resident-id', identityNumber, name: '张三' });
const card = (cardNumber: string) => ({ ...identity('110101199003079999'), cardNumber, phone: '13812340001' });
const company = (uscc: string) => ({ name: '甲公司', uscc, legalRepresentative: '王五' });

const samples: ConformanceSamples = {
  identity: [
    { request: identity('110101199003079999'), kind: 'match' },
    { request: identity('11010119900307440X'), kind: 'mismatch' },
    { request: identity('11010119900307443X'), kind: 'no-record' },
    { request: identity('11010119900307444X'), kind: 'match' },
    { request: identity('11010119900307446X'), kind: 'retryable-error' },
    { request: identity('11010119900307449X'), kind: 'final-error' },
  ],
  bankCard: [
    { request: card('6222028872946788639'), kind: 'match' },
    { request: card('6222024402946788639'), kind: 'mismatch' },
    { request: card('6222024422946788639'), kind: 'no-record' },
    { request: card('6222024482946788639'), kind: 'final-error' },
  ],
  company: [
    { request: company('91110101MA00ABCD40'), kind: 'match' },
    { request: company('91110101MA440BCD40'), kind: 'mismatch' },
    { request: company('91110101MA442BCD40'), kind: 'no-record' },
  ],
};

const sandbox = () => createSandboxProvider({ slowMs: 20 });

it('keeps what every adapter must keep', async () => {
  expect(await providerFaults(sandbox, samples)).toEqual([]);
});

it('is busy once only', async () => {
  const { signal } = new AbortController();
  const request = identity('11010119900307446X');
  expect((await sandbox().verifyIdentity(request, { reference: 'r', attempt: 2, signal })).kind).toBe('match');
});

describe('the conformance suite finds an adapter that', () => {
  const changed =
    (change: Partial<IdentityProvider>): (() => IdentityProvider) =>
    () => ({ ...sandbox(), ...change });
  const one: ConformanceSamples = { ...samples, identity: samples.identity.slice(0, 1) };

  it.each<[string, Partial<IdentityProvider>, string]>([
    ['has a name that changes form', { name: 'Tencent Cloud' }, 'the name is not kebab-case'],
    [
      'quotes the person in its answer',
      {
        verifyIdentity: async ({ identityNumber }) => ({
          kind: 'match',
          providerCode: '0',
          requestId: identityNumber,
          costFen: 1n,
        }),
      },
      'identity 0: the answer carries personal data of the request',
    ],
    [
      'hangs when it is aborted',
      {
        verifyIdentity: (_request, { reference, signal }) =>
          signal.aborted
            ? new Promise(() => undefined)
            : Promise.resolve({ kind: 'match', providerCode: '0', requestId: reference, costFen: 1n }),
      },
      'identity 0: an aborted call ended as late',
    ],
    [
      'charges for no answer',
      {
        verifyIdentity: async (_request, { reference, signal }) => {
          signal.throwIfAborted();
          return { kind: 'retryable-error', providerCode: '17', requestId: reference, costFen: 1n };
        },
      },
      'identity 0: an answer not given is charged',
    ],
  ])('%s', async (_name, change, fault) => {
    const provider = changed(change);
    expect(await providerFaults(provider, one)).toContain(fault);
  });
});
