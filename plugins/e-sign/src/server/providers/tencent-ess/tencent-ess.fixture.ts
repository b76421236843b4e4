import { createCipheriv, createHash, createHmac, randomUUID } from 'node:crypto';
import { localService, type Said, type Seen } from '../local-service.fixture';
import { now, pdf, type DocumentedFault, type Ending, type RemoteWorld } from '../provider-world.fixture';
import type { CallbackMessage } from '../signature-provider';
import { createTencentEssProvider } from './tencent-ess-provider';

const secretId = 'AKIDtestonly';
const secretKey = 'a-key-of-the-test';
const operatorId = 'yDoperator';
const callbackKey = '0123456789abcdef0123456789abcdef';
const callbackToken = 'a-token-of-the-test';
const endings: Readonly<Record<Ending, number>> = { refused: 3, signed: 4, expired: 5, revoked: 6 };

const signedPdf = Buffer.concat([pdf, Buffer.from('% signed')]);

interface Flow {
  readonly name: string;
  readonly mobile: string;
  readonly userData: string;
  status: number;
}

/** A body of a request that the adapter sent; the service reads of it what it needs. */
type Json = Record<string, never> & { readonly [key: string]: Json };

/** 腾讯电子签 as its documents describe it: every request's TC3 signature and time are checked. */
class EssService {
  readonly flows = new Map<string, Flow>();
  readonly files = new Set<string>();
  isBroken = false;
  /** The md5 that it says it verified; undefined: it says none. */
  verifiedMd5: string | undefined = createHash('md5').update(signedPdf).digest('hex').toUpperCase();
  url = '';
  served = signedPdf;

  serve(seen: Seen): Said | undefined {
    if (seen.method === 'GET') return { status: 200, body: this.served };
    if (!isSigned(seen)) return undefined;
    const body = JSON.parse(seen.body.toString()) as Json;
    const operator = body['Operator']?.['UserId'] ?? body['Caller']?.['OperatorId'];
    const action = String(seen.headers['x-tc-action']);
    // Bills are asked for by the enterprise, not by one of its people.
    if (action !== 'DescribeBillUsageDetail' && String(operator) !== operatorId) return fault('OperationDenied');
    return this.act(action, body);
  }

  private act(action: string, body: Json): Said {
    switch (action) {
      case 'UploadFiles':
        return this.upload(body);
      case 'CreateFlowByFiles':
        return this.create(body);
      case 'DescribeBillUsageDetail':
        return this.bills(body);
      case 'DescribeFlowInfo':
        return this.describe(String(body['FlowIds']?.[0]));
      default:
        return this.flowCall(action, body);
    }
  }

  private upload(body: Json): Said {
    const bytes = Buffer.from(String(body['FileInfos']?.[0]?.['FileBody']), 'base64');
    if (bytes.subarray(0, 5).toString() !== '%PDF-') return fault('InvalidParameter.FileType');
    const fileId = randomUUID();
    this.files.add(fileId);
    return ok({ FileIds: [fileId], TotalCount: 1 });
  }

  private create(body: Json): Said {
    if (!this.files.has(String(body['FileIds']?.[0]))) return fault('ResourceNotFound.File');
    const approver = body['Approvers']?.[0];
    const flowId = randomUUID().replaceAll('-', '');
    this.flows.set(flowId, {
      name: String(body['FlowName']),
      mobile: String(approver?.['ApproverMobile']),
      userData: String(body['UserData']),
      status: 1,
    });
    return ok({ FlowId: flowId, Approvers: [{ RecipientId: 'r-1' }] });
  }

  private bills(body: Json): Said {
    if (!/^\d{8}$/.test(String(body['StartTime']))) return fault('InvalidParameter');
    const Details = [...this.flows].map(([FlowId, { name }]) => ({ FlowId, FlowName: name, QuotaType: 'SignFlow' }));
    return ok({ Total: Details.length, Details });
  }

  private describe(flowId: string): Said {
    const flow = this.flows.get(flowId);
    if (flow === undefined) return fault('ResourceNotFound.Flow');
    return ok({ FlowDetailInfos: [{ FlowId: flowId, FlowName: flow.name, FlowStatus: flow.status }] });
  }

  private flowCall(action: string, body: Json): Said {
    const flow = this.flows.get(String(body['FlowId'] ?? body['FlowIds']?.[0] ?? body['BusinessIds']?.[0]));
    if (flow === undefined) return fault('ResourceNotFound.Flow');
    switch (action) {
      case 'CreateFlowSignUrl':
        if (String(body['FlowApproverInfos']?.[0]?.['ApproverMobile']) !== flow.mobile)
          return fault('InvalidParameter');
        return ok({ FlowApproverUrlInfos: [{ SignUrl: 'https://essurl.cn/sign' }] });
      case 'CancelFlow':
        if (flow.status !== 1) return fault('OperationDenied.FlowStatusForbid');
        flow.status = 6;
        return ok({});
      case 'CreateFlowReminds':
        return ok({ RemindFlowRecords: [] });
      case 'DescribeFileUrls':
        return flow.status === 4 ? ok({ FileUrls: [{ Url: `${this.url}/file.pdf` }] }) : fault('OperationDenied');
      case 'VerifyPdf':
        return this.verify();
      case 'CreateFlowEvidenceReport':
        return ok({ ReportId: 'R-1', Status: 'EvidenceStatusExecuting' });
      default:
        return fault('InvalidAction');
    }
  }

  private verify(): Said {
    const result = { VerifyResult: 1, CertSn: '5A3B9C77E1', SignPlatform: '腾讯电子签', SignTime: 1795316700 };
    const PdfResourceMd5 = this.verifiedMd5;
    return ok({ VerifyResult: this.isBroken ? 3 : 1, PdfResourceMd5, PdfVerifyResults: [result] });
  }
}

const ok = (response: object): Said => ({ status: 200, body: { Response: { ...response, RequestId: randomUUID() } } });
const fault = (code: string): Said =>
  ok({ Error: { Code: code, Message: 'a message that the adapter must not repeat' } });

/** Recomputed from the documents for whatever headers the request says it signs, apart from the adapter. */
function isSigned({ headers, body }: Seen): boolean {
  const authorization = headers.authorization ?? '';
  const [, id, day, service, signed, signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^/]+)\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  if (id !== secretId || service !== 'ess' || day === undefined || signed === undefined) return false;
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).toLowerCase()}\n`);
  const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
  const canonical = `POST\n/\n\n${lines.join('')}\n${signed}\n${hash(body)}`;
  const timestamp = String(headers['x-tc-timestamp']);
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${day}/ess/tc3_request\n${hash(canonical)}`;
  const step = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
  const key = step(step(step(`TC3${secretKey}`, day), 'ess'), 'tc3_request');
  const isFresh = Math.abs(now.getTime() / 1000 - Number(timestamp)) < 300;
  return isFresh && headers['x-tc-version'] === '2020-11-11' && step(key, text).toString('hex') === signature;
}

/** Codes of the documents (1323/70376). */
const faults: readonly DocumentedFault[] = [
  { what: 'too many calls', code: 'RequestLimitExceeded', kind: 'retryable' },
  { what: 'too many calls of the account', code: 'RequestLimitExceeded.UinLimitExceeded', kind: 'retryable' },
  { what: 'an internal error', code: 'InternalError', kind: 'unknown' },
  { what: 'an internal error of the API', code: 'InternalError.Api', kind: 'unknown' },
  { what: 'a quota that is used up', code: 'LimitExceeded', kind: 'final' },
  { what: 'a wrong parameter', code: 'InvalidParameter', kind: 'final' },
  { what: 'a right that is missing', code: 'OperationDenied.NoPermissionFeature', kind: 'final' },
  { what: 'a flow that is not there', code: 'ResourceNotFound.Flow', kind: 'final' },
  { what: 'a signature of another time', code: 'AuthFailure.SignatureExpire', kind: 'retryable' },
  { what: 'a gateway that is down', code: 'http-502', kind: 'unknown' },
];

function saidOf({ code }: DocumentedFault): Said {
  const http = /^http-(\d+)$/.exec(code)?.[1];
  return http === undefined ? fault(code) : { status: Number(http), body: {} };
}

export async function tencentEssWorld(): Promise<RemoteWorld & { serveAnotherFile(): void; sayNoDigest(): void }> {
  const service = new EssService();
  const nameOf = ({ headers, path }: Seen): string => `${String(headers['x-tc-action'])} ${path}`;
  const local = await localService((seen) => service.serve(seen), nameOf, fault('AuthFailure.SignatureFailure'));
  service.url = local.url;
  const options = {
    secretId,
    secretKey,
    operatorId,
    callbackKey,
    callbackToken,
    url: local.url,
    fileUrl: local.url,
    clock: { now: () => now },
    timeoutMs: 20_000,
  };
  return {
    provider: createTencentEssProvider(options),
    hasty: createTencentEssProvider({ ...options, timeoutMs: 200 }),
    stranger: createTencentEssProvider({ ...options, secretKey: 'another', callbackToken: undefined }),
    faults,
    async end(flowId, how) {
      const flow = service.flows.get(flowId);
      if (flow) flow.status = endings[how];
    },
    callback: (flowId) => essCallback(flowId, service.flows.get(flowId)?.userData ?? ''),
    flows: async () => service.flows.size,
    refused: () => local.refused.length,
    loseOpening: () => local.next('CreateFlowByFiles', { kind: 'lost' }),
    hang: () => local.next('DescribeFlowInfo', { kind: 'hang' }),
    breakSignature: () => void (service.isBroken = true),
    sayNoDigest: () => void (service.verifiedMd5 = undefined),
    serveAnotherFile: () => void (service.served = Buffer.concat([signedPdf, Buffer.from(' changed on the way')])),
    fail: (documented) => local.next('DescribeFlowInfo', { kind: 'say', said: saidOf(documented) }),
    failOpening: (documented) => local.next('CreateFlowByFiles', { kind: 'say', said: saidOf(documented) }),
    stop: local.stop,
  };
}

/** A call-back as the service sends it: encrypted, and signed over the bytes of the body. */
function essCallback(flowId: string, userData: string): CallbackMessage {
  const message = {
    MsgId: randomUUID(),
    MsgType: 'FlowStatusChange',
    MsgVersion: 'CustomApp',
    MsgData: { FlowId: flowId, FlowCallbackStatus: 4, UserData: userData, Approvers: [{ ApproverName: '张三' }] },
  };
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(callbackKey), Buffer.from(callbackKey.slice(0, 16)));
  const encrypt = Buffer.concat([cipher.update(JSON.stringify(message)), cipher.final()]).toString('base64');
  const body = Buffer.from(JSON.stringify({ encrypt }));
  const signature = createHmac('sha256', callbackToken).update(body).digest('hex');
  return { body, query: new Map(), headers: { 'content-signature': `sha256=${signature}` } };
}
