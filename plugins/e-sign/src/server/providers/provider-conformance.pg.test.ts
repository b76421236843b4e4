import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { boundedFetch } from './bounded-fetch';
import { esignCnWorld } from './esign-cn/esign-cn.fixture';
import { call, flow, now, pdf, signer, valueOf, type ProviderWorld, type RemoteWorld } from './provider-world.fixture';
import { createSandboxSigner, endSandboxFlow, sandboxCallbackSignature } from './sandbox/sandbox-provider';
import { tc3Authorization } from './tencent-ess/tc3-signature';
import { tencentEssWorld } from './tencent-ess/tencent-ess.fixture';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase({
    only: ['plugins/jobs', 'plugins/audit', 'plugins/vault', 'plugins/parties', 'plugins/e-sign'],
  });
});
afterAll(() => test.drop());

async function sandboxWorld(): Promise<ProviderWorld> {
  const callbackSecret = 'a-secret-of-the-test';
  const provider = createSandboxSigner({
    db: test.db,
    clock: { now: () => now },
    pdfOf: async () => pdf,
    callbackSecret,
  });
  return {
    provider,
    end: async (flowId, how) => void (await endSandboxFlow(test.db, flowId, how, now)),
    callback: (flowId) => {
      const body = Buffer.from(JSON.stringify({ flowId }));
      return {
        body,
        query: new Map(),
        headers: { 'sandbox-signature': sandboxCallbackSignature(callbackSecret, body) },
      };
    },
    flows: async () => (await test.db.query('SELECT 1 FROM e_sign.sandbox_flows')).length,
    refused: () => 0,
    stop: async () => undefined,
  };
}

describe.each<[string, () => Promise<ProviderWorld>]>([
  ['sandbox', sandboxWorld],
  ['esign-cn', esignCnWorld],
  ['tencent-ess', tencentEssWorld],
])('%s keeps what every e-signature service must keep', (name, create) => {
  let world: ProviderWorld;
  beforeAll(async () => {
    world = await create();
  });
  afterAll(() => world.stop());
  let serial = 0;
  const open = async (): Promise<string> => {
    serial += 1;
    return valueOf(await world.provider.openFlow(flow(`LG-${name}-${serial}`), call)).flowId;
  };

  it('has a name that is kept with requests', () => {
    expect(world.provider.name).toBe(name);
  });

  it('opens a flow, finds it by our reference, and gives the signer his address', async () => {
    const flowId = await open();
    const sought = { reference: `LG-${name}-${serial}`, signer, since: now };
    expect(valueOf(await world.provider.findFlow(sought, call))).toEqual({ flowId });
    const none = { ...sought, reference: 'LG-nobody-1' };
    expect(valueOf(await world.provider.findFlow(none, call))).toBeUndefined();
    expect(valueOf(await world.provider.signAddress(flowId, signer, call)).url).toMatch(/^(https:\/\/|\/console\/)/);
    expect(valueOf(await world.provider.flowState(flowId, call)).state).toBe('open');
    expect(await world.provider.remind(flowId, call)).toEqual({ ok: true, value: undefined });
  });

  it.each(['signed', 'refused', 'expired', 'revoked'] as const)('tells a flow that is %s', async (how) => {
    const flowId = await open();
    await world.end(flowId, how);
    expect(valueOf(await world.provider.flowState(flowId, call)).state).toBe(how);
  });

  it('gives the signed file with serial and time of every certificate, only once it is signed', async () => {
    const flowId = await open();
    expect((await world.provider.signedFile(flowId, call)).ok).toBe(false);
    await world.end(flowId, 'signed');
    const { bytes, signatures } = valueOf(await world.provider.signedFile(flowId, call));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.equals(pdf)).toBe(false);
    expect(signatures).toEqual([
      expect.objectContaining({
        certificateSerial: expect.stringMatching(/^[0-9A-F]{8,}$/),
        signedAt: expect.any(Date),
      }),
    ]);
    expect(valueOf(await world.provider.orderReport(flowId, call))).toMatch(/^[\x21-\x7e]+$/);
  });

  it('revokes an open flow', async () => {
    const flowId = await open();
    valueOf(await world.provider.revokeFlow(flowId, call));
    expect(valueOf(await world.provider.flowState(flowId, call)).state).toBe('revoked');
  });

  it('lets go of an aborted call at once, and opens nothing', async () => {
    const before = await world.flows();
    const aborted = { signal: AbortSignal.abort() };
    expect(await world.provider.openFlow(flow('LG-aborted-1'), aborted)).toMatchObject({
      ok: false,
      kind: 'retryable',
    });
    expect(await world.provider.flowState('any', aborted)).toMatchObject({ ok: false, kind: 'retryable' });
    expect(await world.flows()).toBe(before);
  });

  it('believes its own call-backs only: every changed byte, another key and nothing at all are refused', async () => {
    const message = world.callback(await open());
    const { readCallback } = world.provider;
    expect(readCallback(message, now)?.flowId).toBeDefined();
    const changed = Buffer.from(message.body);
    changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
    expect(readCallback({ ...message, body: changed }, now)).toBeUndefined();
    expect(readCallback({ ...message, headers: {} }, now)).toBeUndefined();
    const forged = Object.fromEntries(
      Object.entries(message.headers).map(([key, value]) => [key, value?.replace(/[0-9a-f]{64}$/, '0'.repeat(64))]),
    );
    expect(readCallback({ ...message, headers: forged }, now)).toBeUndefined();
  });

  it('signs every request so that the service accepts it', () => {
    expect(world.refused()).toBe(0);
  });
});

describe.each<[string, () => Promise<RemoteWorld>]>([
  ['esign-cn', esignCnWorld],
  ['tencent-ess', tencentEssWorld],
])('%s over the network', (name, create) => {
  let world: RemoteWorld;
  beforeEach(async () => {
    world = await create();
  });
  afterEach(() => world.stop());
  const reference = `LG-${name}-1`;

  it('calls an opening whose answer was lost unknown; looked for, the flow is there', async () => {
    world.loseOpening();
    const lost = await world.provider.openFlow(flow(reference), call);
    expect(lost).toMatchObject({ ok: false, kind: 'unknown' });
    expect(await world.flows()).toBe(1);
    const found = valueOf(await world.provider.findFlow({ reference, signer, since: now }, call));
    expect(found?.flowId).toBeDefined();
  });

  it('gives up a call that gets no answer in time', async () => {
    const { flowId } = valueOf(await world.provider.openFlow(flow(reference), call));
    world.hang();
    expect(await world.hasty.flowState(flowId, call)).toEqual({ ok: false, kind: 'retryable', code: 'timeout' });
  });

  it('tells every documented answer for what it is, asking and opening, and repeats no message', async () => {
    const { flowId } = valueOf(await world.provider.openFlow(flow(reference), call));
    const told: unknown[] = [];
    const expected: unknown[] = [];
    for (const fault of world.faults) {
      const { code, kind } = fault;
      world.fail(fault);
      told.push(await world.provider.flowState(flowId, call));
      // What only asks may be asked again where nobody knows.
      expected.push({ ok: false, code, kind: kind === 'unknown' ? 'retryable' : kind });
      world.failOpening(fault);
      told.push(await world.provider.openFlow(flow(`LG-${name}-${told.length}`), call));
      expected.push({ ok: false, code, kind });
    }
    expect(told).toEqual(expected);
    expect(await world.flows()).toBe(1);
  });

  it('does not get in with another secret, and is told so for good', async () => {
    expect(await world.stranger.openFlow(flow(reference), call)).toMatchObject({ ok: false, kind: 'final' });
    expect(world.refused()).toBeGreaterThan(0);
    expect(await world.flows()).toBe(0);
  });

  it('takes no file whose signature is broken', async () => {
    const { flowId } = valueOf(await world.provider.openFlow(flow(reference), call));
    await world.end(flowId, 'signed');
    world.breakSignature();
    expect(await world.provider.signedFile(flowId, call)).toEqual({
      ok: false,
      kind: 'final',
      code: 'signature-broken',
    });
  });

  it('repeats our reference in call-backs, and believes none with another key', async () => {
    const { flowId } = valueOf(await world.provider.openFlow(flow(reference), call));
    const message = world.callback(flowId);
    expect(world.provider.readCallback(message, now)).toEqual({ flowId, reference });
    expect(world.stranger.readCallback(message, now)).toBeUndefined();
  });

  it('refuses a signer whose document the service does not know, without calling', async () => {
    const { signer: known, ...rest } = flow(reference);
    const foreign = { ...rest, signer: { ...known, identityKind: 'passport' } };
    expect(await world.provider.openFlow(foreign, call)).toMatchObject({ kind: 'final', code: 'identity-kind' });
    expect(await world.flows()).toBe(0);
  });
});

it('e签宝 call-backs of another time are refused (15 minutes either way)', async () => {
  const world = await esignCnWorld();
  const { flowId } = valueOf(await world.provider.openFlow(flow('LG-late-1'), call));
  const message = world.callback(flowId);
  const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
  expect(world.provider.readCallback(message, minutes(14))).toBeDefined();
  expect(world.provider.readCallback(message, minutes(16))).toBeUndefined();
  expect(world.provider.readCallback(message, minutes(-16))).toBeUndefined();
  await world.stop();
});

it('腾讯电子签 gives no file that is not the one it verified', async () => {
  const world = await tencentEssWorld();
  const { flowId } = valueOf(await world.provider.openFlow(flow('LG-other-1'), call));
  await world.end(flowId, 'signed');
  world.serveAnotherFile();
  expect(await world.provider.signedFile(flowId, call)).toMatchObject({ ok: false, code: 'file-differs' });
  world.sayNoDigest();
  expect(await world.provider.signedFile(flowId, call)).toMatchObject({ ok: false, code: 'file-digest-missing' });
  await world.stop();
});

it('signs as the documents of Tencent Cloud compute it (TC3, their own example)', () => {
  const authorization = tc3Authorization({
    secretId: 'AKID',
    secretKey: '*'.repeat(32),
    service: 'cvm',
    host: 'cvm.tencentcloudapi.com',
    action: 'DescribeInstances',
    payload: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
    at: new Date(1_551_113_065_000),
  });
  expect(authorization).toContain('Credential=AKID/2019-02-25/cvm/tc3_request');
  expect(authorization).toContain('10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f');
});

it('sends nothing where it could be read on the way', async () => {
  const wish = { method: 'GET', timeoutMs: 100, bytesMax: 10, ...call } as const;
  const answer = await boundedFetch({ ...wish, url: 'http://openapi.esign.cn/v3' });
  expect(answer).toEqual({ ok: false, kind: 'final', code: 'address-not-safe' });
});
