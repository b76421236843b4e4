import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { VendorSettings } from '@linggong/config';
import type { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { z } from 'zod';
import {
  answerOf,
  compareCompany,
  tencentBankCard3,
  tencentBankCard4,
  tencentCompanyErrors,
  tencentFaceIdErrors,
  tencentIdCard,
  type AnswerTable,
} from '../../domain';
import type {
  CompanyRequest,
  IdentityProvider,
  ProviderCall,
  VerificationOutcome,
} from '../providers/identity-provider';
import { outcomeOf, unreadable } from '../providers/vendor-answer';
import { loadTencentCloud } from './load-sdk';

const PER_SECOND = 20;
const CONCURRENCY = 20;
/** The SDK's own limit, behind the abort signal that usually ends a call. */
const TIMEOUT_SECONDS = 15;

const verification = z.object({ Result: z.string().max(64), RequestId: z.string().optional() });
const company = z.object({
  EntName: z.string(),
  CreditCode: z.string(),
  LrName: z.string().optional(),
  RawOperatingStatus: z.string().optional(),
  OperatingStatus: z.union([z.string(), z.number()]).optional(),
  RequestId: z.string().optional(),
});
const refusal = z.object({ code: z.string().min(1).max(64), requestId: z.string().optional() });

/**
 * Where the connections go. Plain http leads every connection to that loopback address while names, and with them the signed
 * host and the service in the credential scope, stay those of Tencent: what a local server verifies is what Tencent would.
 */
function connection(endpoint: URL | undefined, service: string) {
  const usual = { endpoint: `${service}.tencentcloudapi.com`, protocol: 'https://' };
  if (endpoint === undefined) return { ...usual, agent: new https.Agent({ keepAlive: true }) };
  if (endpoint.protocol === 'https:')
    return { ...usual, endpoint: `${service}.${endpoint.host}`, agent: new https.Agent({ keepAlive: true }) };
  const agent = new http.Agent();
  agent.createConnection = () =>
    net.connect({ host: endpoint.hostname.replace(/[[\]]/g, ''), port: Number(endpoint.port || '80') });
  return { ...usual, protocol: 'http://', agent };
}

const versions = { faceid: '2018-03-01', ocr: '2018-11-19' } as const;
type Clients = Readonly<Record<keyof typeof versions, CommonClient>>;

/** A client of one service of 腾讯云, which signs by TC3-HMAC-SHA256 with the configured credentials. */
export function tencentClient(settings: VendorSettings, service: keyof typeof versions): CommonClient {
  const { CommonClient: Client } = loadTencentCloud();
  return new Client(`${service}.tencentcloudapi.com`, versions[service], {
    credential: { secretId: settings.keyId ?? '', secretKey: settings.secret.reveal() },
    profile: { httpProfile: { ...connection(settings.endpoint, service), reqTimeout: TIMEOUT_SECONDS } },
  });
}

function refused(error: unknown, errors: AnswerTable, call: ProviderCall): VerificationOutcome {
  call.signal.throwIfAborted();
  const read = refusal.safeParse(error);
  // Without a code it never reached the interface: a connection, a gateway.
  if (!read.success) return unreadable('NO-ANSWER', call);
  const { code, requestId } = read.data;
  return outcomeOf(answerOf(errors, code), { code, requestId, priceFen: 0n }, call);
}

/**
 * 腾讯云: 人脸核身 (faceid) for persons and cards, 文字识别 (ocr) for companies. Of what the SDK throws only code and request id
 * are looked at; its messages may repeat the question.
 */
export function createTencentCloud(settings: VendorSettings): IdentityProvider {
  const clients: Clients = { faceid: tencentClient(settings, 'faceid'), ocr: tencentClient(settings, 'ocr') };
  const ask = async (
    service: keyof Clients,
    action: string,
    body: object,
    { signal }: ProviderCall,
  ): Promise<unknown> => {
    signal.throwIfAborted();
    return clients[service].request(action, body, { signal });
  };
  const verify = async (
    action: string,
    table: AnswerTable,
    body: object,
    call: ProviderCall,
    priceFen: bigint,
  ): Promise<VerificationOutcome> => {
    try {
      const read = verification.safeParse(await ask('faceid', action, body, call));
      if (!read.success) return unreadable('ANSWER-FORM', call);
      const { Result: code, RequestId: requestId } = read.data;
      return outcomeOf(answerOf(table, code), { code, requestId, priceFen }, call);
    } catch (error) {
      return refused(error, tencentFaceIdErrors, call);
    }
  };
  const { pricesFen } = settings;
  return {
    name: 'tencent-cloud',
    concurrency: CONCURRENCY,
    perSecond: PER_SECOND,
    pricesFen,
    verifyIdentity: ({ identityNumber, name }, call) =>
      verify('IdCardVerification', tencentIdCard, { IdCard: identityNumber, Name: name }, call, pricesFen.person),
    verifyBankCard: ({ identityNumber, name, cardNumber, phone }, call) => {
      const three = { IdCard: identityNumber, Name: name, BankCard: cardNumber, CertType: 0 };
      return phone === undefined
        ? verify('BankCardVerification', tencentBankCard3, three, call, pricesFen.card)
        : verify('BankCard4EVerification', tencentBankCard4, { ...three, Phone: phone }, call, pricesFen.card);
    },
    verifyCompany: async (request, call) => {
      try {
        const answer = await ask('ocr', 'QueryEnterpriseBasicInfo', { CreditCode: request.uscc }, call);
        return companyOutcome(request, answer, call, pricesFen.company);
      } catch (error) {
        return refused(error, tencentCompanyErrors, call);
      }
    },
  };
}

function companyOutcome(
  request: CompanyRequest,
  answer: unknown,
  call: ProviderCall,
  priceFen: bigint,
): VerificationOutcome {
  const read = company.safeParse(answer);
  if (!read.success) return unreadable('ANSWER-FORM', call);
  const { EntName, CreditCode, LrName, RawOperatingStatus, OperatingStatus, RequestId } = read.data;
  // `OperatingStatus` 1 is 在营; the register's own words go first where they are sent.
  const status = RawOperatingStatus ?? (String(OperatingStatus) === '1' ? '在营' : '');
  const compared = compareCompany(request, { name: EntName, uscc: CreditCode, legalRepresentative: LrName, status });
  return outcomeOf(compared, { code: compared.code, requestId: RequestId, priceFen }, call);
}
