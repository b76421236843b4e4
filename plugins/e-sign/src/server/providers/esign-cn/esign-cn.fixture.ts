import { createHash, createHmac, randomUUID } from 'node:crypto';
import { localService, type LocalService, type Said, type Seen } from '../local-service.fixture';
import { now, pdf, type DocumentedFault, type Ending, type RemoteWorld } from '../provider-world.fixture';
import { createEsignCnProvider } from './esign-cn-provider';

const appId = '7439000001';
const appSecret = 'a-secret-of-the-test';
const endings: Readonly<Record<Ending, number>> = { signed: 2, revoked: 3, expired: 5, refused: 7 };

interface Flow {
  readonly title: string;
  readonly account: string;
  readonly bizNum: string;
  readonly fileId: string;
  status: number;
}

/** A body of a request that the adapter sent; the service reads of it what it needs. */
type Json = Record<string, never> & { readonly [key: string]: Json };

/** e签宝 as its documents describe it: every request's MD5, time and signature are checked (open.esign.cn dev-guide3). */
export class EsignService {
  readonly flows = new Map<string, Flow>();
  readonly files = new Map<string, { md5: string; bytes?: Buffer }>();
  isBroken = false;
  url = '';

  serve(seen: Seen): Said | undefined {
    if (seen.path.startsWith('/oss/')) return this.store(seen);
    if (!isSigned(seen)) return undefined;
    const body = (seen.body.length > 0 ? JSON.parse(seen.body.toString()) : {}) as Json;
    const [path = ''] = seen.path.split('?');
    const flowId = /^\/v3\/sign-flow\/([^/]+)\//.exec(path)?.[1];
    if (path === '/v3/files/file-upload-url') return this.place(body);
    if (path === '/v3/sign-flow/create-by-file') return this.create(body);
    if (path === '/v3/sign-flow/sign-flow-list') return this.list(body);
    if (path === '/v3/evidence-report/apply') return ok({ recordNum: 'R-1' });
    if (/^\/v3\/files\/[^/]+\/verify$/.test(path)) return this.verify(body);
    if (/^\/v3\/files\/[^/]+$/.test(path)) return ok({ fileStatus: 2 });
    const flow = this.flows.get(flowId ?? '');
    return flow === undefined ? fault(1437105) : this.flowCall(path.split('/').at(-1) ?? '', flow, body);
  }

  private place(body: Json): Said {
    const fileId = randomUUID();
    this.files.set(fileId, { md5: String(body['contentMd5']) });
    return ok({ fileId, fileUploadUrl: `${this.url}/oss/${fileId}` });
  }

  /** The store of files: no signature of ours, but MD5 and type as they were announced. */
  private store({ method, path, headers, body }: Seen): Said {
    const file = this.files.get(path.slice('/oss/'.length));
    if (method === 'GET') return { status: 200, body: Buffer.concat([file?.bytes ?? pdf, Buffer.from('% signed')]) };
    const md5 = createHash('md5').update(body).digest('base64');
    const fits = file !== undefined && headers['content-md5'] === md5 && md5 === file.md5;
    if (!fits || headers['content-type'] !== 'application/pdf') return { status: 403, body: {} };
    file.bytes = body;
    return { status: 200, body: { errCode: 0 } };
  }

  private create(body: Json): Said {
    const config = body['signFlowConfig'];
    const signer = body['signers']?.[0];
    const fileId = String(body['docs']?.[0]?.['fileId']);
    const info = signer?.['psnSignerInfo'];
    if (this.files.get(fileId)?.bytes === undefined) return fault(1437513);
    if (!/^1[3-9]\d{9}$/.test(String(info?.['psnAccount']))) return fault(1435002);
    const flowId = randomUUID().replaceAll('-', '');
    const bizNum = String(signer?.['signFields']?.[0]?.['customBizNum']);
    const account = String(info?.['psnAccount']);
    this.flows.set(flowId, { title: String(config?.['signFlowTitle']), account, bizNum, fileId, status: 1 });
    return ok({ signFlowId: flowId });
  }

  private list(body: Json): Said {
    const account = String(body['operator']?.['psnAccount']);
    const own = [...this.flows].filter(([, flow]) => flow.account === account);
    const signFlowInfos = own.map(([signFlowId, { title, status }]) => ({
      signFlowId,
      signFlowTitle: title,
      signFlowStatus: status,
    }));
    return ok({ total: own.length, signFlowInfos });
  }

  private verify(body: Json): Said {
    const flow = this.flows.get(String(body['signFlowId']));
    if (flow?.status !== 2) return fault(1437518);
    const cert = { certOwner: '张三', certSN: '5A3B9C77E1', issuerCN: 'Test CA' };
    const signature = { modify: this.isBroken, signTimeSource: 'tsa', signTime: '2026-11-22 11:05:00' };
    return ok({ signInfos: [{ cert, signature }] });
  }

  private flowCall(act: string, flow: Flow, body: Json): Said {
    switch (act) {
      case 'sign-url':
        if (String(body['operator']?.['psnAccount']) !== flow.account) return fault(1435002);
        return ok({ url: 'https://smlt.esign.cn/long', shortUrl: 'https://smlt.esign.cn/s' });
      case 'detail':
        return ok({ signFlowStatus: flow.status });
      case 'revoke':
        if (flow.status !== 1) return fault(1437116);
        flow.status = 3;
        return ok(null);
      case 'urge':
        return flow.status === 1 ? ok(null) : fault(1437116);
      case 'file-download-url':
        if (flow.status !== 2) return fault(1437518);
        return ok({ files: [{ fileId: flow.fileId, downloadUrl: `${this.url}/oss/${flow.fileId}` }] });
      default:
        return { status: 404, body: {} };
    }
  }
}

const ok = (data: object | null): Said => ({ status: 200, body: { code: 0, message: '成功', data } });
const fault = (code: number): Said => ({ status: 200, body: { code, message: '失败', data: null } });

/** Recomputed from the documents' seven lines, apart from the adapter. */
function isSigned({ method, path, headers, body }: Seen): boolean {
  const md5 = body.length > 0 ? createHash('md5').update(body).digest('base64') : '';
  const type = headers['content-type'] ?? '';
  const lines = `${method}\n${headers.accept}\n${md5}\n${type}\n\n${path}`;
  const signature = createHmac('sha256', appSecret).update(lines).digest('base64');
  const age = Math.abs(now.getTime() - Number(headers['x-tsign-open-ca-timestamp']));
  return (
    headers['x-tsign-open-app-id'] === appId &&
    headers['x-tsign-open-auth-mode'] === 'Signature' &&
    headers['x-tsign-open-ca-signature'] === signature &&
    (headers['content-md5'] ?? '') === md5 &&
    age < 15 * 60_000
  );
}

/** Codes of the documents (codemsg-v3, dev-guide3). */
const faults: readonly DocumentedFault[] = [
  { what: 'a wrong parameter', code: 'esign-1435002', kind: 'final' },
  { what: 'a file that is not converted yet', code: 'esign-1437513', kind: 'retryable' },
  { what: 'a flow that is not finished yet', code: 'esign-1437518', kind: 'retryable' },
  { what: 'an address outside of the white list', code: 'esign-403', kind: 'final' },
  { what: 'too many calls', code: 'http-429', kind: 'retryable' },
  { what: 'a gateway that is down', code: 'http-502', kind: 'unknown' },
];

function saidOf({ code }: DocumentedFault): Said {
  const http = /^http-(\d+)$/.exec(code)?.[1];
  return http === undefined ? fault(Number(code.replace('esign-', ''))) : { status: Number(http), body: {} };
}

export async function esignCnWorld(): Promise<RemoteWorld> {
  const service = new EsignService();
  const unsigned = { status: 401, body: { success: false, code: 401, message: 'INVALID_SIGNATURE' } };
  const local: LocalService = await localService(
    (seen) => service.serve(seen),
    ({ path }) => path,
    unsigned,
  );
  service.url = local.url;
  const options = { appId, appSecret, url: local.url, clock: { now: () => now }, timeoutMs: 20_000 };
  return {
    provider: createEsignCnProvider(options),
    hasty: createEsignCnProvider({ ...options, timeoutMs: 200 }),
    stranger: createEsignCnProvider({ ...options, appSecret: 'another' }),
    faults,
    async end(flowId, how) {
      const flow = service.flows.get(flowId);
      if (flow) flow.status = endings[how];
    },
    callback: (flowId) => esignCallback(flowId, service.flows.get(flowId)?.bizNum ?? '', now),
    flows: async () => service.flows.size,
    refused: () => local.refused.length,
    loseOpening: () => local.next('create-by-file', { kind: 'lost' }),
    hang: () => local.next('detail', { kind: 'hang' }),
    breakSignature: () => void (service.isBroken = true),
    fail: (documented) => local.next('detail', { kind: 'say', said: saidOf(documented) }),
    failOpening: (documented) => local.next('create-by-file', { kind: 'say', said: saidOf(documented) }),
    stop: local.stop,
  };
}

/** A call-back as the service signs it: time, values of the query, body. */
export function esignCallback(
  flowId: string,
  customBizNum: string,
  at: Date,
  query: ReadonlyMap<string, string> = new Map([
    ['b', '2'],
    ['a', '1'],
  ]),
) {
  const body = Buffer.from(
    JSON.stringify({ action: 'SIGN_FLOW_COMPLETE', signFlowId: flowId, customBizNum, signFlowStatus: '2' }),
  );
  const timestamp = String(at.getTime());
  const values = [...query.keys()].sort().map((name) => query.get(name) ?? '');
  const text = Buffer.concat([Buffer.from(`${timestamp}${values.join('')}`), body]);
  return {
    body,
    query,
    headers: {
      'x-tsign-open-app-id': appId,
      'x-tsign-open-timestamp': timestamp,
      'x-tsign-open-signature-algorithm': 'hmac-sha256',
      'x-tsign-open-signature': createHmac('sha256', appSecret).update(text).digest('hex'),
    },
  };
}
