import { createHash } from 'node:crypto';
import type { VendorSettings } from '@linggong/config';
import { z } from 'zod';
import { answerOf, compareCompany, qichachaErrors } from '../../domain';
import type {
  CompanyRequest,
  IdentityProvider,
  ProviderCall,
  VerificationOutcome,
} from '../providers/identity-provider';
import { outcomeOf, unreadable } from '../providers/vendor-answer';
import { fetchJson } from './fetch-json';

const PER_SECOND = 5;
const CONCURRENCY = 4;

const answer = z.object({
  Status: z.union([z.string(), z.number()]).transform(String),
  OrderNumber: z.string().optional(),
  Result: z.unknown().optional(),
});
const verified = z.object({
  VerifyResult: z.union([z.string(), z.number()]).transform(String),
  Data: z
    .object({
      Name: z.string(),
      CreditCode: z.string(),
      OperName: z.string().nullish(),
      Status: z.string().nullish(),
    })
    .nullish(),
});

/** `Token`: MD5 of key, seconds and secret, 32 capital hexadecimal digits – the vendor's scheme, no choice of ours. */
export function qichachaToken(key: string, timespan: string, secret: string): string {
  return createHash('md5').update(`${key}${timespan}${secret}`).digest('hex').toUpperCase();
}

/** 企查查 EnterpriseInfo/Verify: the register's entry of a credit code. A company's data stand in the address; they are public. */
export function createQichacha(
  settings: VendorSettings,
  seconds = () => Math.floor(Date.now() / 1_000),
): IdentityProvider {
  const { keyId = '', secret, endpoint, pricesFen } = settings;
  const ask = async (uscc: string, signal: AbortSignal) => {
    const url = new URL('/EnterpriseInfo/Verify', endpoint ?? 'https://api.qichacha.com');
    url.searchParams.set('key', keyId);
    url.searchParams.set('searchKey', uscc);
    const timespan = String(seconds());
    return fetchJson(url, { Token: qichachaToken(keyId, timespan, secret.reveal()), Timespan: timespan }, signal);
  };
  return {
    name: 'qichacha',
    concurrency: CONCURRENCY,
    perSecond: PER_SECOND,
    pricesFen,
    verifyCompany: async (request, call) => {
      try {
        return outcomeFrom(request, (await ask(request.uscc, call.signal)).json, call, pricesFen.company);
      } catch {
        call.signal.throwIfAborted();
        return unreadable('NO-ANSWER', call);
      }
    },
  };
}

function outcomeFrom(
  request: CompanyRequest,
  json: unknown,
  call: ProviderCall,
  priceFen: bigint,
): VerificationOutcome {
  const read = answer.safeParse(json);
  if (!read.success) return unreadable('ANSWER-FORM', call);
  const { Status: code, OrderNumber: requestId, Result } = read.data;
  if (code !== '200') return outcomeOf(answerOf(qichachaErrors, code), { code, requestId, priceFen: 0n }, call);
  const result = verified.safeParse(Result);
  if (!result.success) return unreadable('ANSWER-FORM', call);
  const { VerifyResult, Data } = result.data;
  if (VerifyResult !== '1' || !Data)
    return outcomeOf(answerOf(qichachaErrors, '201'), { code: 'VERIFY-0', requestId, priceFen: 0n }, call);
  const compared = compareCompany(request, {
    name: Data.Name,
    uscc: Data.CreditCode,
    legalRepresentative: Data.OperName ?? undefined,
    status: Data.Status ?? '',
  });
  return outcomeOf(compared, { code: compared.code, requestId, priceFen }, call);
}
