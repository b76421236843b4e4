import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, type VendorName, type VendorSettings } from '@linggong/config';
import { tencentFault, type SeenRequest } from '@linggong/database/testing';

/** What the local register says next. */
export type Said =
  'found' | 'struck-off' | 'dishonest' | 'none' | 'busy' | 'garbage' | 'empty' | 'cuts' | 'gateway' | 'hangs';

/** The three vendors on 127.0.0.1: they verify signatures, then say what is scripted. */
export interface LocalRegisters {
  say(said: Said): void;
  settingsOf(name: VendorName, change?: Partial<VendorSettings>): VendorSettings;
  /** Paths and actions of signed questions, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

const keys = { id: 'id-of-tests', secret: 'secret-of-tests' };
export const localCompany = { name: '甲公司', uscc: '91110101MA00ABCD40', representative: '王五' };
const scope = '软件开发；人力资源服务';

interface Replayed {
  readonly status?: number;
  readonly json: unknown;
}

let serial = 0;
const nextId = (): string => `local-${(serial += 1)}`;

/** Each vendor in its own form: an entry, a list, or a code of refusal. */
const replay: Readonly<Record<'qichacha' | 'tianyancha' | 'tencent-cloud', (path: string, said: Said) => Replayed>> = {
  qichacha: (path, said) => {
    const code = { none: '201', busy: '109' }[said as 'none' | 'busy'];
    const OrderNumber = nextId();
    if (code) return { json: { Status: code, Message: 'told', OrderNumber, Result: null } };
    if (path.includes('GetList')) {
      const on = path.includes('Shixin') && said === 'dishonest' ? 1 : 0;
      return { json: { Status: '200', OrderNumber, Result: { VerifyResult: on, Data: [] } } };
    }
    const Data = {
      Name: localCompany.name,
      CreditCode: localCompany.uscc,
      OperName: localCompany.representative,
      Status: said === 'struck-off' ? '吊销，未注销' : '存续（在营、开业、在册）',
      RegistCapi: '1000万元人民币',
      StartDate: '2015-03-01 00:00:00',
      Scope: scope,
    };
    return { json: { Status: '200', OrderNumber, Result: { VerifyResult: 1, Data } } };
  },
  tianyancha: (path, said) => {
    const code = { none: 300_000, busy: 300_004 }[said as 'none' | 'busy'];
    if (code) return { json: { error_code: code, reason: 'told', result: null } };
    if (!path.includes('baseinfo')) {
      if (path.includes('dishonest') && said === 'dishonest') return { json: { error_code: 0, result: { total: 2 } } };
      return { json: { error_code: 300_000, reason: 'none', result: null } };
    }
    const result = {
      name: localCompany.name,
      creditCode: localCompany.uscc,
      legalPersonName: localCompany.representative,
      regStatus: said === 'struck-off' ? '吊销' : '存续',
      regCapital: '1000万元人民币',
      // Midnight of 1 March 2015 in Shanghai.
      estiblishTime: 1_425_139_200_000,
      businessScope: scope,
    };
    return { json: { error_code: 0, reason: 'ok', result } };
  },
  'tencent-cloud': (_path, said) => {
    const RequestId = nextId();
    const code = { none: 'FailedOperation.QueryNoRecord', busy: 'RequestLimitExceeded' }[said as 'none' | 'busy'];
    if (code) return { json: { Response: { Error: { Code: code, Message: 'told' }, RequestId } } };
    const entry = {
      EntName: localCompany.name,
      CreditCode: localCompany.uscc,
      LrName: localCompany.representative,
      OperatingStatus: said === 'struck-off' ? 2 : 1,
      RawOperatingStatus: said === 'struck-off' ? '吊销' : '在营（开业）',
      Capital: '1000万元人民币',
      SetDate: '2015年3月1日',
      Business: scope,
    };
    return { json: { Response: { ...entry, RequestId } } };
  },
};

const refusals = {
  qichacha: { Status: '107', Message: 'told', Result: null },
  tianyancha: { error_code: 300_009, reason: 'told', result: null },
  'tencent-cloud': { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'told' }, RequestId: 'r' } },
} as const;

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** Who is asked, what, and whether the signature is right. */
function doorOf(seen: SeenRequest): { name: keyof typeof replay; action: string; isSigned: boolean } {
  const { request, url } = seen;
  if (header(request, 'host').startsWith('ocr.'))
    return {
      name: 'tencent-cloud',
      action: header(request, 'x-tc-action'),
      isSigned: tencentFault(seen, keys, 'ocr', Date.now()) === undefined,
    };
  const action = url.pathname;
  if (!url.searchParams.has('searchKey'))
    return { name: 'tianyancha', action, isSigned: header(request, 'authorization') === keys.secret };
  const timespan = header(request, 'timespan');
  const token = createHash('md5').update(`${keys.id}${timespan}${keys.secret}`).digest('hex').toUpperCase();
  const isFresh = Math.abs(Date.now() / 1_000 - Number(timespan)) < 300;
  const isSigned = isFresh && header(request, 'token') === token && url.searchParams.get('key') === keys.id;
  return { name: 'qichacha', action, isSigned };
}

function answer(response: ServerResponse, said: Said, told: Replayed): void {
  if (said === 'hangs') return;
  if (said === 'cuts') response.destroy();
  else if (said === 'gateway') response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad</html>');
  else if (said === 'garbage' || said === 'empty')
    response.writeHead(200, { 'content-type': 'application/json' }).end(said === 'empty' ? '{}' : '{"half');
  else response.writeHead(told.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(told.json));
}

export async function startLocalRegisters(): Promise<LocalRegisters> {
  let said: Said = 'found';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const { name, action, isSigned } = doorOf({ request, url, body: Buffer.concat(chunks).toString('utf8') });
      if (!isSigned) return answer(response, 'found', { json: refusals[name] });
      asked.push(action);
      answer(response, said, replay[name](url.pathname, said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The guard of outbound calls closes this machine to whatever the operator has not named.
  process.env['OUTBOUND_ALLOW'] = '127.0.0.1';
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    say: (given) => (said = given),
    settingsOf: (name, change = {}) => ({
      name,
      keyId: name === 'tianyancha' ? undefined : keys.id,
      secret: new Secret(keys.secret),
      endpoint: new URL(`http://127.0.0.1:${port}`),
      dailyCapFen: 1_000_000n,
      pricesFen: { person: 100n, card: 150n, company: 50n },
      ...change,
    }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
