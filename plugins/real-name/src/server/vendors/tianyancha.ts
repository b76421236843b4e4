import type { VendorSettings } from '@linggong/config';
import { z } from 'zod';
import { answerOf, compareCompany, tianyanchaErrors } from '../../domain';
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

const answer = z.object({ error_code: z.int(), result: z.unknown().optional() });
const entry = z.object({
  name: z.string(),
  creditCode: z.string(),
  legalPersonName: z.string().nullish(),
  regStatus: z.string().nullish(),
});

/** 天眼查 ic/baseinfo/normal. It gives no id of its calls, so the evidence keeps our reference. */
export function createTianyancha(settings: VendorSettings): IdentityProvider {
  const { secret, endpoint, pricesFen } = settings;
  return {
    name: 'tianyancha',
    concurrency: CONCURRENCY,
    perSecond: PER_SECOND,
    pricesFen,
    verifyCompany: async (request, call) => {
      const url = new URL('/services/open/ic/baseinfo/normal', endpoint ?? 'https://open.api.tianyancha.com');
      url.searchParams.set('keyword', request.uscc);
      try {
        // The token stands alone: the vendor knows no «Bearer».
        const { json } = await fetchJson(url, { Authorization: secret.reveal() }, call.signal);
        return outcomeFrom(request, json, call, pricesFen.company);
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
  const code = String(read.data.error_code);
  const requestId = `tianyancha-${call.reference}-${call.attempt}`;
  if (code !== '0') return outcomeOf(answerOf(tianyanchaErrors, code), { code, requestId, priceFen: 0n }, call);
  const result = entry.safeParse(read.data.result);
  if (!result.success) return unreadable('ANSWER-FORM', call);
  const { name, creditCode, legalPersonName, regStatus } = result.data;
  const compared = compareCompany(request, {
    name,
    uscc: creditCode,
    legalRepresentative: legalPersonName ?? undefined,
    status: regStatus ?? '',
  });
  return outcomeOf(compared, { code: compared.code, requestId, priceFen }, call);
}
