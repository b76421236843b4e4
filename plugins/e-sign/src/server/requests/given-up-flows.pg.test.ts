import { randomUUID } from 'node:crypto';
import { at, command, eSignWorld, type ESignWorld } from '../e-sign.fixture';
import { endSandboxFlow } from '../providers/sandbox/sandbox-provider';
import { given, refusedBy, type SignatureProvider } from '../providers/signature-provider';
import { checkRequest } from './check-request';
import { orderReport } from './order-report';
import { receiveCallback } from './receive-callback';
import { later, requestDesk, type RequestDesk } from './requests.fixture';
import { sweepRequests } from './sweep-requests';

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
afterAll(() => world?.stop());
beforeEach(() => {
  world.moveTo(at);
  world.useProvider(sandbox);
});

describe('an opening whose answer was lost', () => {
  it('a lost flow is not given up while the service will not say, whatever it answers', async () => {
    const [contractId = 0] = await desk.waiting(1);
    world.useProvider({
      ...sandbox,
      openFlow: async (flow, call) => {
        await sandbox.openFlow(flow, call);
        return refusedBy('unknown', 'timeout');
      },
      findFlow: async () => refusedBy('final', 'credentials-expired'),
    });
    await desk.ask([contractId]);
    await world.jobs.drain();
    for (const minutes of [3, 30]) {
      world.moveTo(later(minutes));
      await sweepRequests(world.tools, { ...command, at: later(minutes) });
      await world.jobs.drain(later(minutes));
      expect(await desk.requestOf(contractId)).toMatchObject({ state: 'opening', fault_code: 'credentials-expired' });
    }
    world.useProvider(sandbox);
    world.moveTo(later(33));
    await sweepRequests(world.tools, { ...command, at: later(33) });
    await world.jobs.drain(later(33));
    expect((await desk.requestOf(contractId)).state).toBe('open');
    expect(await desk.flowsOf([contractId])).toBe(1);
  });
});

describe('an evidence report (出证报告)', () => {
  /** A signature that is taken in while the service answers so to orders of a report; gives how often it was ordered. */
  async function signedWith(answer: Awaited<ReturnType<SignatureProvider['orderReport']>>): Promise<number> {
    const { contractId, flowId } = await desk.opened();
    await endSandboxFlow(world.test.db, flowId, 'signed', at);
    let orders = 0;
    world.useProvider({
      ...sandbox,
      orderReport: async () => {
        orders += 1;
        // Whatever becomes of the order, the signature is there already.
        expect(await desk.stateOf(contractId)).toBe('signed');
        return answer;
      },
    });
    const { id } = await desk.requestOf(contractId);
    for (let times = 0; times < 2; times += 1) await checkRequest(world.tools, command, id);
    await world.jobs.drain();
    await orderReport(world.tools, command, id).catch(() => undefined);
    expect(await desk.stateOf(contractId)).toBe('signed');
    return orders;
  }

  it('is ordered once, also where nobody knows whether it was, and again only where it was not', async () => {
    expect(await signedWith(given('R-1'))).toBe(1);
    expect(await signedWith(refusedBy('unknown', 'timeout'))).toBe(1);
    expect(await signedWith(refusedBy('retryable', 'busy'))).toBeGreaterThan(1);
  });
});

describe('call-backs about a flow that was given up', () => {
  const failedOne = async (): Promise<{ contractId: number; reference: string }> => {
    const [contractId = 0] = await desk.waiting(1);
    world.useProvider({ ...sandbox, openFlow: async () => refusedBy('final', 'InvalidParameter') });
    await desk.ask([contractId]);
    await world.jobs.drain();
    const { reference, state } = await world.test.db.one<{ reference: string; state: string }>(
      'SELECT reference, state FROM e_sign.signature_requests WHERE contract_id = $1',
      [contractId],
    );
    expect(state).toBe('failed');
    return { contractId, reference };
  };
  const callBack = (flowId: string, reference: string): Promise<void> => {
    world.useProvider({ ...sandbox, readCallback: () => ({ flowId, reference }) });
    const message = { headers: {}, query: new Map(), body: Buffer.from(randomUUID()) };
    return receiveCallback(world.tools, command, 'sandbox', message);
  };

  it('take it up again, and close it where the contract ended meanwhile', async () => {
    const standing = await failedOne();
    await callBack('flow-taken-up', standing.reference);
    expect(await desk.requestOf(standing.contractId)).toMatchObject({
      state: 'open',
      flow_id: 'flow-taken-up',
      closing_since: null,
    });
    const ended = await failedOne();
    await world.test.db.transaction((tx) => world.eSign.revoke(tx, { ...command, reason: '发错了' }, ended.contractId));
    await callBack('flow-to-be-closed', ended.reference);
    expect(await desk.requestOf(ended.contractId)).toMatchObject({ state: 'open', closing_since: at });
  });

  it('leave it where another request stands for the contract', async () => {
    const { contractId, reference } = await failedOne();
    world.useProvider(sandbox);
    await desk.ask([contractId]);
    await expect(callBack('flow-too-many', reference)).rejects.toMatchObject({ status: 404 });
  });
});
