import type { VendorSettings } from '@linggong/config';
import { untilAborted } from '@linggong/core';
import { z } from 'zod';
import {
  aliyunBankCard,
  aliyunBankCardErrors,
  aliyunIdentity,
  aliyunIdentityErrors,
  answerOf,
  type AnswerTable,
} from '../../domain';
import type { IdentityProvider, ProviderCall, VerificationOutcome } from '../providers/identity-provider';
import { outcomeOf, unreadable } from '../providers/vendor-answer';
import { loadCloudAuth, loadDarabonba, loadOpenApi } from './load-sdk';

const PER_SECOND = 20;
const CONCURRENCY = 20;
/** The SDK cannot be aborted: its sockets end by these limits, while our side lets go at once. */
const CONNECT_TIMEOUT_MS = 3_000;
const READ_TIMEOUT_MS = 10_000;

const body = z.object({
  code: z.string().max(64).optional(),
  requestId: z.string().optional(),
  resultObject: z.object({ bizCode: z.string().max(64).optional() }).optional(),
});
const refusal = z.object({ code: z.string().min(1).max(64), requestId: z.string().optional() });

interface Tables {
  readonly answers: AnswerTable;
  readonly errors: AnswerTable;
}

function outcomeFrom(answered: unknown, { answers, errors }: Tables, call: ProviderCall, priceFen: bigint) {
  const read = body.safeParse(answered);
  if (!read.success) return unreadable('ANSWER-FORM', call);
  const { code, requestId, resultObject } = read.data;
  const bizCode = resultObject?.bizCode;
  if (code === undefined) return unreadable('ANSWER-FORM', call);
  if (code !== '200') return outcomeOf(answerOf(errors, code), { code, requestId, priceFen: 0n }, call);
  if (bizCode === undefined) return unreadable('ANSWER-FORM', call);
  return outcomeOf(answerOf(answers, bizCode), { code: bizCode, requestId, priceFen }, call);
}

function refused(error: unknown, { errors }: Tables, call: ProviderCall): VerificationOutcome {
  call.signal.throwIfAborted();
  const read = refusal.safeParse(error);
  // Errors of the connection carry system codes, which no table knows and no account is to blame for.
  if (!read.success || /^(E[A-Z]+|UND_|RequestTimeout)/.test(read.data.code)) return unreadable('NO-ANSWER', call);
  const { code, requestId } = read.data;
  return outcomeOf(answerOf(errors, code), { code, requestId, priceFen: 0n }, call);
}

/**
 * 阿里云 实人认证 (cloudauth): 身份二要素 and 银行卡核验. BankMetaVerify takes its parameters in the query of an encrypted request, so
 * the SDK's errors quote them: only code and request id of what it throws are ever looked at.
 */
export function createAliyun(settings: VendorSettings): IdentityProvider {
  const sdk = loadCloudAuth();
  const { $OpenApiUtil } = loadOpenApi();
  const { RuntimeOptions } = loadDarabonba();
  const { endpoint } = settings;
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: settings.keyId ?? '',
      accessKeySecret: settings.secret.reveal(),
      endpoint: endpoint?.host ?? 'cloudauth.aliyuncs.com',
      protocol: endpoint?.protocol === 'http:' ? 'http' : 'https',
    }),
  );
  const runtime = new RuntimeOptions({
    autoretry: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    readTimeout: READ_TIMEOUT_MS,
  });
  const verify = async (
    ask: () => Promise<{ body?: unknown }>,
    tables: Tables,
    call: ProviderCall,
    priceFen: bigint,
  ): Promise<VerificationOutcome> => {
    try {
      const { body: answered } = await untilAborted(ask, call.signal);
      return outcomeFrom(answered, tables, call, priceFen);
    } catch (error) {
      return refused(error, tables, call);
    }
  };
  const { pricesFen } = settings;
  return {
    name: 'aliyun',
    concurrency: CONCURRENCY,
    perSecond: PER_SECOND,
    pricesFen,
    verifyIdentity: ({ identityNumber, name }, call) => {
      const request = new sdk.Id2MetaVerifyRequest({
        paramType: 'normal',
        identifyNum: identityNumber,
        userName: name,
      });
      const tables = { answers: aliyunIdentity, errors: aliyunIdentityErrors };
      return verify(() => client.id2MetaVerifyWithOptions(request, runtime), tables, call, pricesFen.person);
    },
    verifyBankCard: ({ identityNumber, name, cardNumber, phone }, call) => {
      const request = new sdk.BankMetaVerifyRequest({
        paramType: 'normal',
        verifyMode: 'VERIFY_BANK_CARD',
        productType: phone === undefined ? 'BANK_CARD_3_META' : 'BANK_CARD_4_META',
        bankCard: cardNumber,
        userName: name,
        identifyNum: identityNumber,
        ...(phone === undefined ? {} : { mobile: phone }),
      });
      const tables = { answers: aliyunBankCard, errors: aliyunBankCardErrors };
      return verify(() => client.bankMetaVerifyWithOptions(request, runtime), tables, call, pricesFen.card);
    },
  };
}
