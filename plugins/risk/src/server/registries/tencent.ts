import type { VendorSettings } from '@linggong/config';
import { tencentClient } from '@linggong/real-name';
import { tencentCompanyErrors } from '@linggong/real-name/domain';
import { z } from 'zod';
import { noMarks, registerStateOf } from '../../domain/ratings';
import type { CreditAnswer, CreditCall, CreditRegistry } from './credit-registry';
import { dayOf, refusalOf, textOf, toldBy, unreadable } from './read-answer';

const answer = z.object({
  EntName: z.string().max(200),
  CreditCode: z.string().max(40),
  LrName: z.string().max(200).nullish(),
  Capital: z.string().max(200).nullish(),
  Business: z.string().max(20_000).nullish(),
  OperatingStatus: z.union([z.string(), z.number()]).nullish(),
  RawOperatingStatus: z.string().max(200).nullish(),
  SetDate: z.string().max(40).nullish(),
  RequestId: z.string().optional(),
});
const refusal = z.object({ code: z.string().min(1).max(64), requestId: z.string().optional() });

/** 腾讯云 QueryEnterpriseBasicInfo (ocr 2018-11-19, TC3-HMAC-SHA256). It tells the entry and no list: its marks are unknown. */
export function createTencentCredit(settings: VendorSettings): CreditRegistry {
  const client = tencentClient(settings, 'ocr');
  const priceFen = settings.pricesFen.company;
  const refused = (error: unknown, call: CreditCall): CreditAnswer => {
    call.signal.throwIfAborted();
    const read = refusal.safeParse(error);
    // Without a code it never reached the interface: a connection, a gateway.
    if (!read.success) return unreadable('NO-ANSWER', call);
    return refusalOf(tencentCompanyErrors, read.data.code, read.data.requestId, call);
  };
  return {
    name: 'tencent-cloud',
    calls: 1,
    priceFen,
    perSecond: 20,
    lookUp: async ({ uscc }, call) => {
      try {
        call.signal.throwIfAborted();
        const told: unknown = await client.request(
          'QueryEnterpriseBasicInfo',
          { CreditCode: uscc },
          { signal: call.signal },
        );
        const read = answer.safeParse(told);
        if (!read.success) return unreadable('ANSWER-FORM', call);
        return found(read.data, told, call, priceFen);
      } catch (error) {
        return refused(error, call);
      }
    },
  };
}

function found(told: z.infer<typeof answer>, raw: unknown, call: CreditCall, costFen: bigint): CreditAnswer {
  // `OperatingStatus` 1 is 在营; the register's own words go first where they are sent.
  const rawState = told.RawOperatingStatus ?? (String(told.OperatingStatus) === '1' ? '在营' : '');
  return {
    kind: 'found',
    entry: {
      name: told.EntName,
      uscc: told.CreditCode,
      rawState,
      state: registerStateOf(rawState),
      legalRepresentative: textOf(told.LrName),
      capital: textOf(told.Capital),
      scope: textOf(told.Business),
      foundedOn: dayOf(told.SetDate),
      marks: noMarks,
    },
    raw,
    ...toldBy('OK', told.RequestId, call),
    costFen,
  };
}
