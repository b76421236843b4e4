import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, type VendorName, type VendorSettings } from '@linggong/config';
import { aliyunFault, tencentFault, type SeenRequest } from '@linggong/database/testing';
import { qichachaFault, tianyanchaFault } from './signatures';

/** What the local vendor answers next: a code of the action, or a misbehaviour of the connection. */
export type Scripted =
  | { readonly code: string; readonly company?: LocalCompany }
  | { readonly error: string }
  | { readonly broken: 'hangs' | 'cuts' | 'garbage' | 'gateway' | 'empty' };

/** An entry of the local registers. */
export interface LocalCompany {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string;
  readonly status: string;
}

export interface AskedOfVendor {
  readonly vendor: VendorName;
  readonly action: string;
  /** Parameters as they arrived. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The four vendors on 127.0.0.1: they verify signatures, then answer as the script says. */
export interface LocalVendors {
  settingsOf(name: VendorName, change?: Partial<VendorSettings>): VendorSettings;
  /** Decides every answer; called with what was asked, after the signature was found to be right. */
  script(answer: (asked: AskedOfVendor) => Scripted): void;
  /** Signed questions that arrived, in order. */
  readonly asked: AskedOfVendor[];
  /** Codes with which signatures were refused. */
  readonly refused: string[];
  stop(): Promise<void>;
}

const keys = { id: 'id-of-tests', secret: 'secret-of-tests' };
const services: Readonly<Record<string, 'faceid' | 'ocr'>> = {
  'faceid.tencentcloudapi.com': 'faceid',
  'ocr.tencentcloudapi.com': 'ocr',
};

interface Door {
  readonly asked: AskedOfVendor;
  readonly fault: string | undefined;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Who is meant, what is asked, and whether the signature is right. */
function doorOf(seen: SeenRequest, nowMs: number): Door {
  const { request, url, body } = seen;
  const service = services[headerOf(request, 'host')];
  if (service !== undefined) {
    const parameters = JSON.parse(body) as Record<string, unknown>;
    const action = headerOf(request, 'x-tc-action');
    return { asked: { vendor: 'tencent-cloud', action, parameters }, fault: tencentFault(seen, keys, service, nowMs) };
  }
  const query = Object.fromEntries(url.searchParams);
  if (headerOf(request, 'x-acs-action') !== '') {
    const parameters = { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
    const action = headerOf(request, 'x-acs-action');
    return { asked: { vendor: 'aliyun', action, parameters }, fault: aliyunFault(seen, keys, nowMs) };
  }
  const action = url.pathname.replace(/^\/(services\/open\/)?/, '');
  return url.searchParams.has('searchKey')
    ? { asked: { vendor: 'qichacha', action, parameters: query }, fault: qichachaFault(seen, keys, nowMs) }
    : { asked: { vendor: 'tianyancha', action, parameters: query }, fault: tianyanchaFault(seen, keys.secret) };
}

interface Replayed {
  readonly status?: number;
  readonly json: unknown;
}

let serial = 0;
const requestId = (): string => `local-${(serial += 1)}`;

const replays: Readonly<Record<VendorName, (code: string, isError: boolean, company?: LocalCompany) => Replayed>> = {
  'tencent-cloud': (code, isError, company) => {
    const id = { RequestId: requestId() };
    if (isError) return { json: { Response: { Error: { Code: code, Message: 'refused' }, ...id } } };
    if (company === undefined) return { json: { Response: { Result: code, Description: 'told', ...id } } };
    const { name, uscc, legalRepresentative, status } = company;
    const entry = { EntName: name, CreditCode: uscc, LrName: legalRepresentative, RawOperatingStatus: status };
    return { json: { Response: { ...entry, OperatingStatus: 1, ...id } } };
  },
  aliyun: (code, isError) => {
    const id = { RequestId: requestId() };
    // What the gateway refuses itself is an HTTP error with words; what the service refuses is 200 with a number.
    if (isError && !/^\d+$/.test(code)) {
      const isOurs = !/Throttling|Unavailable|InternalError/.test(code);
      return { status: isOurs ? 400 : 503, json: { Code: code, Message: 'refused', ...id } };
    }
    if (isError) return { json: { Code: code, Message: 'refused', ...id } };
    return { json: { Code: '200', Message: 'success', ...id, ResultObject: { BizCode: code } } };
  },
  qichacha: (code, isError, company) => {
    const id = { OrderNumber: requestId() };
    if (isError || company === undefined) return { json: { Status: code, Message: 'told', Result: null, ...id } };
    const { name, uscc, legalRepresentative, status } = company;
    const Data = { KeyNo: 'k', Name: name, CreditCode: uscc, OperName: legalRepresentative, Status: status };
    return { json: { Status: '200', Message: 'found', Result: { VerifyResult: 1, Data }, ...id } };
  },
  tianyancha: (code, isError, company) => {
    if (isError || company === undefined) return { json: { error_code: Number(code), reason: 'told', result: null } };
    const { name, uscc, legalRepresentative, status } = company;
    const result = { name, creditCode: uscc, legalPersonName: legalRepresentative, regStatus: status };
    return { json: { error_code: 0, reason: 'ok', result } };
  },
};

function send(response: ServerResponse, { status = 200, json }: Replayed): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

function misbehave(response: ServerResponse, how: string): void {
  if (how === 'hangs') return;
  if (how === 'cuts') response.destroy();
  else if (how === 'gateway') response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad gateway</html>');
  else response.writeHead(200, { 'content-type': 'application/json' }).end(how === 'empty' ? '{}' : '{"half');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Starts the vendors on a free port of loopback. */
export async function startLocalVendors(): Promise<LocalVendors> {
  const asked: AskedOfVendor[] = [];
  const refused: string[] = [];
  let answer: (asked: AskedOfVendor) => Scripted = () => ({ code: '0' });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const door = doorOf({ request, url, body: await bodyOf(request) }, Date.now());
    const replay = replays[door.asked.vendor];
    if (door.fault !== undefined) {
      refused.push(door.fault);
      send(response, replay(door.fault, true));
      return;
    }
    asked.push(door.asked);
    const scripted = answer(door.asked);
    if ('broken' in scripted) misbehave(response, scripted.broken);
    else if ('error' in scripted) send(response, replay(scripted.error, true));
    else send(response, replay(scripted.code, false, scripted.company));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The guard of outbound calls closes this machine to whatever the operator has not named.
  process.env['OUTBOUND_ALLOW'] = '127.0.0.1';
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    refused,
    script: (given) => (answer = given),
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
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
