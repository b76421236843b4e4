import { createHash, randomUUID } from 'node:crypto';
import { at, command, eSignWorld, plainPdf, type ESignWorld } from '../e-sign.fixture';
import { endSandboxFlow } from '../providers/sandbox/sandbox-provider';
import { given, refusedBy, type SignatureProvider } from '../providers/signature-provider';
import { evidenceOf } from '../signing/evidence';
import { signedFileOf } from '../signing/signed-files';
import { receiveCallback } from './receive-callback';
import { days, later, requestDesk, type RequestDesk } from './requests.fixture';
import { sweepRequests } from './sweep-requests';
import { coveredRead } from '@linggong/audit';

let world: ESignWorld;
let sandbox: SignatureProvider;
let desk: RequestDesk;
beforeAll(async () => {
  world = await eSignWorld();
  const { current } = world.tools.signing;
  if (current === undefined) throw new Error('the world has a sandbox');
  sandbox = current;
  desk = requestDesk(world);
});
afterAll(() => world.stop());
beforeEach(() => {
  world.moveTo(at);
  world.useProvider(sandbox);
});

describe('a reliable signature (可靠的电子签名)', () => {
  it('signs the contract, and keeps serial, time, hashes, flow and report as evidence', async () => {
    const { contractId, flowId } = await desk.opened('tax-agency');
    expect(await desk.stateOf(contractId)).toBe('sent');
    await endSandboxFlow(world.test.db, flowId, 'signed', later(5));
    world.moveTo(later(5 * 60));
    await sweepRequests(world.tools, { ...command, at: later(5 * 60) });
    expect(await desk.stateOf(contractId)).toBe('signed');
    // The report is a job of its own.
    await world.jobs.drain(later(5 * 60));
    const pdf = await plainPdf(world.test.db, contractId, at);
    const [evidence, ...more] = await evidenceOf(world.test.db, contractId, 'staff');
    expect(more).toEqual([]);
    expect(evidence).toMatchObject({
      method: 'provider',
      provider: 'sandbox',
      flowId,
      signedAt: later(5),
      timeStamp: later(5),
      certificateSerial: expect.stringMatching(/^[0-9A-F]{20}$/),
      sourceSha256: createHash('sha256').update(pdf).digest('hex'),
      reportRef: `SBX-${flowId}`,
      proves: { zh: expect.stringContaining('仅供演示') },
    });
    const kept = await signedFileOf(world.test.db, contractId, 'staff');
    const chunks: Buffer[] = [];
    for await (const chunk of world.tools.vault.getFile(kept.fileId, coveredRead('restore', ['file'])))
      chunks.push(chunk);
    const file = Buffer.concat(chunks);
    expect(file.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(createHash('sha256').update(file).digest('hex')).toBe(evidence?.fileSha256);
    const [authorization] = await world.test.db.query(
      'SELECT consent_method FROM parties.agency_authorizations WHERE contract_id = $1',
      [contractId],
    );
    expect(authorization).toEqual({ consent_method: 'provider' });
  });

  it('is not taken with a file that acts: what a service gives passes the same gate as what a person sends (R9.3)', async () => {
    const { contractId, flowId } = await desk.opened('tax-agency');
    await endSandboxFlow(world.test.db, flowId, 'signed', later(5));
    const action = Buffer.from('9 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF\n');
    world.useProvider({
      ...sandbox,
      signedFile: async (id, call) => {
        const file = await sandbox.signedFile(id, call);
        return file.ok ? given({ ...file.value, bytes: Buffer.concat([file.value.bytes, action]) }) : file;
      },
    });
    const files = () => world.test.db.one('SELECT count(*)::int AS kept FROM e_sign.signed_files');
    const before = await files();
    world.moveTo(later(5 * 60));
    await sweepRequests(world.tools, { ...command, at: later(5 * 60) });
    expect(await desk.requestOf(contractId)).toMatchObject({ state: 'open', fault_code: 'file-pdf-active' });
    expect(await files()).toEqual(before);
  });

  it('is evidence that nobody changes or removes', async () => {
    for (const sql of ['UPDATE e_sign.signer_evidence SET provider = NULL', 'DELETE FROM e_sign.signer_evidence']) {
      await expect(world.test.db.query(sql)).rejects.toThrow(/permission denied|never changed/);
    }
    await expect(world.test.db.query('DELETE FROM e_sign.signed_files')).rejects.toThrow(/permission denied|never/);
  });

  it.each(['refused', 'expired', 'revoked'] as const)(
    'that is %s at the service leaves the contract to be signed another way',
    async (how) => {
      const { contractId, flowId } = await desk.opened();
      await endSandboxFlow(world.test.db, flowId, how, later(5));
      await sweepRequests(world.tools, { ...command, at: later(5 * 60) });
      expect(await desk.requestOf(contractId)).toMatchObject({ state: how, fault_code: how });
      expect(await desk.stateOf(contractId)).toBe('sent');
      const { requested } = await desk.ask([contractId]);
      expect(requested).toEqual([contractId]);
    },
  );

  it('refuses what cannot be asked, with the reason', async () => {
    const [ready = 0] = await desk.waiting(1);
    const [asked = 0] = await desk.waiting(1);
    await desk.ask([asked]);
    const enterpriseId = await world.enterprise('approved');
    const own = await world.test.db.transaction((tx) =>
      world.eSign.sendToEnterprise(tx, command, { enterpriseId, validFrom: '2026-01-01', validTo: null }),
    );
    const { requested, refused } = await desk.ask([ready, asked, own, 999_999]);
    expect(requested).toEqual([ready]);
    expect(refused.map(({ reason }) => reason)).toEqual(['already-requested', 'not-of-a-worker', 'contract-unknown']);
    world.useProvider(undefined);
    await expect(desk.ask([ready])).rejects.toMatchObject({ code: 'signature-service-missing' });
  });

  it('is made in one place only: no click while it is open there', async () => {
    const { contractId } = await desk.opened();
    const click = await world.test.db.transaction((tx) => world.eSign.sign(tx, command, [contractId], 'click'));
    expect(click.refused).toEqual([{ contractId, reason: 'at-provider' }]);
  });

  it('asked for twice at once is asked for once', async () => {
    const [contractId = 0] = await desk.waiting(1);
    const both = await Promise.all([desk.ask([contractId]), desk.ask([contractId])]);
    expect(both.flatMap(({ requested }) => requested)).toEqual([contractId]);
    await world.jobs.drain();
    expect(await desk.flowsOf([contractId])).toBe(1);
  });
});

describe('what ends here ends there', () => {
  it('a revoked contract, one signed on paper and one that ran out close their flows', async () => {
    const revoked = await desk.opened();
    const paper = await desk.opened();
    await world.test.db.transaction((tx) =>
      world.eSign.revoke(tx, { ...command, reason: '发错了' }, revoked.contractId),
    );
    await world.test.db.transaction((tx) => world.eSign.sign(tx, command, [paper.contractId], 'paper'));
    await world.jobs.drain();
    for (const { contractId, flowId } of [revoked, paper]) {
      expect(await desk.requestOf(contractId)).toMatchObject({ state: 'revoked', closing_since: null });
      expect(await sandbox.flowState(flowId, { signal: new AbortController().signal })).toMatchObject({
        value: { state: 'revoked' },
      });
    }
  });

  it('signed there a moment before: what is known is kept, and the contract stays as it is', async () => {
    const { contractId, flowId } = await desk.opened();
    await endSandboxFlow(world.test.db, flowId, 'signed', at);
    // The sandbox revokes nothing that is over, as services do.
    world.useProvider({ ...sandbox, revokeFlow: async () => refusedBy('final', 'flow-over') });
    await world.test.db.transaction((tx) => world.eSign.revoke(tx, { ...command, reason: '发错了' }, contractId));
    await world.jobs.drain();
    expect(await desk.requestOf(contractId)).toMatchObject({ state: 'signed', refusal: 'not-sent' });
    expect(await desk.stateOf(contractId)).toBe('revoked');
    expect(await evidenceOf(world.test.db, contractId, 'staff')).toMatchObject([{ method: 'provider', flowId }]);
  });

  it('a contract that nobody signed in thirty days ends, with its request', async () => {
    const { contractId, flowId } = await desk.opened();
    await world.eSign.expire({ ...command, at: days(29) });
    expect(await desk.stateOf(contractId)).toBe('sent');
    await world.eSign.expire({ ...command, at: days(31) });
    world.moveTo(days(31));
    await world.jobs.drain();
    expect(await desk.stateOf(contractId)).toBe('expired');
    expect((await desk.requestOf(contractId)).state).not.toBe('open');
    expect(await sandbox.flowState(flowId, { signal: new AbortController().signal })).not.toMatchObject({
      value: { state: 'open' },
    });
  });

  it('a request whose time is over is closed at a service that is late with it', async () => {
    const { contractId } = await desk.opened();
    const late: string[] = [];
    world.useProvider({
      ...sandbox,
      flowState: async () => given({ state: 'open', code: '1' }),
      revokeFlow: async (flowId) => {
        late.push(flowId);
        return given(undefined);
      },
    });
    await sweepRequests(world.tools, { ...command, at: days(31) });
    expect(late).toContain((await desk.requestOf(contractId)).flow_id);
    expect((await desk.requestOf(contractId)).state).toBe('expired');
  });
});

describe('openings that go wrong', () => {
  it('a lost answer is looked for: the flow is found and not made twice', async () => {
    const [contractId = 0] = await desk.waiting(1);
    world.useProvider({
      ...sandbox,
      openFlow: async (flow, call) => {
        await sandbox.openFlow(flow, call);
        return refusedBy('unknown', 'timeout');
      },
    });
    await desk.ask([contractId]);
    await world.jobs.drain();
    expect(await desk.requestOf(contractId)).toMatchObject({ state: 'opening', fault_code: 'timeout' });
    world.useProvider(sandbox);
    world.moveTo(later(3));
    await sweepRequests(world.tools, { ...command, at: later(3) });
    await world.jobs.drain(later(3));
    expect(await desk.requestOf(contractId)).toMatchObject({ state: 'open', fault_code: null });
    expect(await desk.flowsOf([contractId])).toBe(1);
  });

  it('an opening that is nowhere is made again only after ten minutes', async () => {
    const [contractId = 0] = await desk.waiting(1);
    let calls = 0;
    const silent = async () => {
      calls += 1;
      return refusedBy('unknown', 'no-connection');
    };
    world.useProvider({ ...sandbox, openFlow: silent });
    await desk.ask([contractId]);
    await world.jobs.drain();
    for (const minutes of [3, 6, 9]) {
      world.moveTo(later(minutes));
      await sweepRequests(world.tools, { ...command, at: later(minutes) });
      await world.jobs.drain(later(minutes));
    }
    expect(calls).toBe(1);
    world.useProvider(sandbox);
    world.moveTo(later(12));
    await sweepRequests(world.tools, { ...command, at: later(12) });
    await world.jobs.drain(later(12));
    expect((await desk.requestOf(contractId)).state).toBe('open');
  });

  it('a busy service is asked again with growing waits, a refusal is final', async () => {
    const [busy = 0, refused = 0] = await desk.waiting(2);
    const { number } = await world.test.db.one<{ number: string }>(
      'SELECT number FROM public.contracts WHERE id = $1',
      [busy],
    );
    world.useProvider({
      ...sandbox,
      openFlow: async ({ reference }) =>
        reference === number ? refusedBy('retryable', 'RequestLimitExceeded') : refusedBy('final', 'InvalidParameter'),
    });
    await desk.ask([busy, refused]);
    await world.jobs.drain();
    expect(await desk.requestOf(busy)).toMatchObject({ state: 'waiting', fault_code: 'RequestLimitExceeded' });
    expect(await desk.requestOf(refused)).toMatchObject({ state: 'failed', fault_code: 'InvalidParameter' });
    world.useProvider(sandbox);
    world.moveTo(later(10));
    await sweepRequests(world.tools, { ...command, at: later(10) });
    await world.jobs.drain(later(10));
    expect((await desk.requestOf(busy)).state).toBe('open');
  });

  it('a contract without a PDF holds up no other', async () => {
    const [bad = 0, good = 0] = await desk.waiting(2);
    const { signing } = world.tools;
    Object.assign(signing, {
      contractPdf: async (...given: Parameters<typeof plainPdf>) => {
        if (given[1] === bad) throw new Error('no font');
        return plainPdf(...given);
      },
    });
    await desk.ask([bad, good]);
    await world.jobs.drain();
    Object.assign(signing, { contractPdf: plainPdf });
    expect(await desk.requestOf(bad)).toMatchObject({ state: 'waiting', fault_code: 'pdf-failed' });
    expect((await desk.requestOf(good)).state).toBe('open');
  });
});

class Killed extends Error {}

describe('a process that is killed while it opens flows', () => {
  /** Dies before, or right after, the n-th call of the service – when the flow exists and nobody has written it down. */
  function mortal(nth: number, when: 'before' | 'after'): SignatureProvider {
    let calls = 0;
    return {
      ...sandbox,
      openFlow: async (flow, call) => {
        calls += 1;
        if (calls === nth && when === 'before') throw new Killed();
        const answer = await sandbox.openFlow(flow, call);
        if (calls === nth) throw new Killed();
        return answer;
      },
    };
  }

  it('leaves nothing out and makes nothing twice, wherever it dies', async () => {
    const contractIds = await desk.waiting(12);
    await desk.ask(contractIds);
    let minutes = 0;
    for (const nth of [1, 2, 3]) {
      for (const when of ['before', 'after'] as const) {
        world.useProvider(mortal(nth, when));
        minutes += 12;
        world.moveTo(later(minutes));
        await sweepRequests(world.tools, { ...command, at: later(minutes) });
        // The queue tries again by itself; each try may die again.
        await world.jobs.drain(later(minutes));
      }
    }
    world.useProvider(sandbox);
    for (let round = 0; round < 3; round += 1) {
      minutes += 12;
      world.moveTo(later(minutes));
      await sweepRequests(world.tools, { ...command, at: later(minutes) });
      await world.jobs.drain(later(minutes));
    }
    const states = await Promise.all(contractIds.map(async (id) => (await desk.requestOf(id)).state));
    expect(new Set(states)).toEqual(new Set(['open']));
    expect(await desk.flowsOf(contractIds)).toBe(12);
  });
});

describe('batches at the pace of the service', () => {
  it('ask for six hundred, report what was refused, and open each once', async () => {
    const contractIds = await desk.waiting(600);
    const placed = await world.test.db.transaction((tx) =>
      world.eSign.placeRequests(tx, command, [...contractIds, 999_999]),
    );
    await world.jobs.drain();
    expect(await world.jobs.run(placed.jobId)).toMatchObject({ state: 'done', result: { done: 601, refused: 1 } });
    const { count } = await world.test.db.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM e_sign.signature_requests WHERE contract_id = ANY($1::int[]) AND state = 'open'`,
      [contractIds],
    );
    expect(count).toBe(600);
  });
});

describe('call-backs', () => {
  const believed = (flowId: string, reference?: string): SignatureProvider => ({
    ...sandbox,
    readCallback: () => ({ flowId, reference }),
  });
  const message = (text: string = randomUUID()) => ({ headers: {}, query: new Map(), body: Buffer.from(text) });

  it('only make a job ask for the truth, and the same one twice does nothing', async () => {
    const { contractId, flowId } = await desk.opened();
    let asked = 0;
    world.useProvider({
      ...believed(flowId),
      flowState: async (...given_) => {
        asked += 1;
        return sandbox.flowState(...given_);
      },
    });
    const same = message();
    for (let times = 0; times < 3; times += 1) {
      await receiveCallback(world.tools, command, 'sandbox', same);
      await world.jobs.drain();
    }
    // It said “signed”, perhaps; the service says that it is open.
    expect(asked).toBe(1);
    expect(await desk.stateOf(contractId)).toBe('sent');
    await endSandboxFlow(world.test.db, flowId, 'signed', at);
    await receiveCallback(world.tools, command, 'sandbox', message());
    await world.jobs.drain();
    expect(await desk.stateOf(contractId)).toBe('signed');
  });

  it('about a flow that is not ours, and to a service that is not configured, find nothing', async () => {
    world.useProvider(believed('flow-of-somebody-else'));
    await expect(receiveCallback(world.tools, command, 'sandbox', message())).rejects.toMatchObject({ status: 404 });
    await expect(receiveCallback(world.tools, command, 'esign-cn', message())).rejects.toMatchObject({ status: 404 });
    world.useProvider(sandbox);
    await expect(receiveCallback(world.tools, command, 'sandbox', message())).rejects.toMatchObject({ status: 401 });
  });

  it('find a flow whose opening was never answered, by our reference', async () => {
    const [contractId = 0] = await desk.waiting(1);
    world.useProvider({ ...sandbox, openFlow: async () => refusedBy('unknown', 'timeout') });
    await desk.ask([contractId]);
    await world.jobs.drain();
    const { reference } = await world.test.db.one<{ reference: string }>(
      'SELECT reference FROM e_sign.signature_requests WHERE contract_id = $1',
      [contractId],
    );
    world.useProvider(believed('a-flow-that-was-made', reference));
    await receiveCallback(world.tools, command, 'sandbox', message());
    expect(await desk.requestOf(contractId)).toMatchObject({ state: 'open', flow_id: 'a-flow-that-was-made' });
  });
});

it('keeps no name, phone or number in its tables', async () => {
  const rows = await world.test.db.query(
    `SELECT to_jsonb(r)::text AS row FROM e_sign.signature_requests r UNION ALL SELECT to_jsonb(e)::text FROM e_sign.signer_evidence e`,
  );
  const text = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(600);
  expect(text).not.toMatch(/张三|11010119900101|138\d{8}/);
});
