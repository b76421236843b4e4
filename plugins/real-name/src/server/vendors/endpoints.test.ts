import https from 'node:https';
import net from 'node:net';
import { Secret, type VendorName, type VendorSettings } from '@linggong/config';
import type { ProviderCall } from '../providers/identity-provider';
import { createAliyun } from './aliyun';
import { createTencentCloud } from './tencent-cloud';

/** Where the SDKs, which have clients of their own past the guard of outbound calls, want to connect to. */
interface Wanted {
  readonly place: string;
  readonly rejectUnauthorized: unknown;
}

const wanted: Wanted[] = [];
/** Node types it where it is made, and not as what may be replaced. */
const agent = https.Agent.prototype as unknown as {
  createConnection: (options: Record<string, unknown>) => net.Socket;
};
const real = agent.createConnection;

beforeAll(() => {
  agent.createConnection = (options) => {
    const { host, port, rejectUnauthorized } = options;
    wanted.push({ place: `${String(host)}:${String(port)}`, rejectUnauthorized });
    const socket = new net.Socket();
    process.nextTick(() => socket.destroy(new Error('this test reaches nobody')));
    return socket;
  };
});
afterAll(() => {
  agent.createConnection = real;
});
beforeEach(() => {
  wanted.length = 0;
});

const call: ProviderCall = { reference: 'r-1', attempt: 1, signal: new AbortController().signal };
const settings = (name: VendorName): VendorSettings => ({
  name,
  keyId: 'AKIDtest',
  secret: new Secret('a secret of a test'),
  endpoint: undefined,
  dailyCapFen: 0n,
  pricesFen: { person: 0n, card: 0n, company: 0n },
});
// What a caller sends must not lead anywhere: it looks like a host, and like a header.
const person = {
  identityKind: 'resident-id',
  identityNumber: '110101199003079999',
  name: 'evil.example.invalid\r\nHost: x',
};
const card = { ...person, cardNumber: '6222028872946788639', phone: '13812340001' };
const company = { name: 'evil.example.invalid', uscc: '91110101MA00ABCD40', legalRepresentative: '王五' };

/** Asks all that a vendor is asked, and tells where it wanted to go. */
async function placesOf(provider: ReturnType<typeof createAliyun>): Promise<string[]> {
  await provider.verifyIdentity?.(person, call);
  await provider.verifyBankCard?.(card, call);
  await provider.verifyCompany?.(company, call);
  expect(wanted.every(({ rejectUnauthorized }) => rejectUnauthorized !== false)).toBe(true);
  return [...new Set(wanted.map(({ place }) => place))].sort();
}

describe('where the SDKs of vendors go, with no endpoint configured', () => {
  it('tencent-cloud: two hosts of Tencent, over TLS, and nowhere else', async () => {
    expect(await placesOf(createTencentCloud(settings('tencent-cloud')))).toEqual([
      'faceid.tencentcloudapi.com:443',
      'ocr.tencentcloudapi.com:443',
    ]);
  });

  it('aliyun: one host of Aliyun, over TLS, and nowhere else', async () => {
    expect(await placesOf(createAliyun(settings('aliyun')))).toEqual(['cloudauth.aliyuncs.com:443']);
  });
});
