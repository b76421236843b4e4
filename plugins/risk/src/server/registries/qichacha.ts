import type { VendorSettings } from '@linggong/config';
import { fetchJson, qichachaToken } from '@linggong/real-name';
import { answerOf, qichachaErrors } from '@linggong/real-name/domain';
import { z } from 'zod';
import { registerStateOf, type CreditEntry } from '../../domain/ratings';
import type { AskedCompany, CreditAnswer, CreditCall, CreditNotFound, CreditRegistry } from './credit-registry';
import { dayOf, refusalOf, textOf, toldBy, unreadable } from './read-answer';

const answer = z.object({
  Status: z.union([z.string(), z.number()]).transform(String),
  OrderNumber: z.string().optional(),
  Result: z.unknown().optional(),
});
const flag = z.union([z.string(), z.number()]).transform(String);
const verified = z.object({
  VerifyResult: flag,
  Data: z
    .object({
      Name: z.string().max(200),
      CreditCode: z.string().max(40),
      OperName: z.string().max(200).nullish(),
      Status: z.string().max(200).nullish(),
      RegistCapi: z.string().max(200).nullish(),
      StartDate: z.string().max(40).nullish(),
      Scope: z.string().max(20_000).nullish(),
    })
    .nullish(),
});
const listed = z.object({ VerifyResult: flag });

const actions = {
  entry: '/EnterpriseInfo/Verify',
  /** 失信核查. */
  dishonest: '/ShixinCheck/GetList',
  /** 经营异常核查. */
  abnormal: '/ExceptionCheck/GetList',
} as const;

interface Told {
  readonly result: unknown;
  readonly requestId: string | undefined;
  readonly json: unknown;
}

const isRefusal = (told: Told | CreditNotFound): told is CreditNotFound => 'kind' in told;

/**
 * 企查查: the entry, then the two lists that speak of dishonesty. A mark that cannot be had makes the whole look unanswered: nobody is
 * found honest because a list was busy.
 */
export function createQichachaCredit(
  settings: VendorSettings,
  seconds = () => Math.floor(Date.now() / 1_000),
): CreditRegistry {
  const { keyId = '', secret, endpoint, pricesFen } = settings;
  const ask = async (path: string, uscc: string, call: CreditCall): Promise<Told | CreditNotFound> => {
    const url = new URL(path, endpoint ?? 'https://api.qichacha.com');
    url.searchParams.set('key', keyId);
    url.searchParams.set('searchKey', uscc);
    const timespan = String(seconds());
    try {
      const headers = { Token: qichachaToken(keyId, timespan, secret.reveal()), Timespan: timespan };
      const { json } = await fetchJson(url, headers, call.signal);
      const read = answer.safeParse(json);
      if (!read.success) return unreadable('ANSWER-FORM', call);
      const { Status: code, OrderNumber: requestId, Result } = read.data;
      return code === '200' ? { result: Result, requestId, json } : refusalOf(qichachaErrors, code, requestId, call);
    } catch {
      call.signal.throwIfAborted();
      return unreadable('NO-ANSWER', call);
    }
  };
  const priceFen = pricesFen.company;
  /** Whether it stands on a list; no entry there is «no». */
  const isListed = async (path: string, uscc: string, call: CreditCall) => {
    const told = await ask(path, uscc, call);
    if (isRefusal(told))
      return answerOf(qichachaErrors, told.providerCode).kind === 'no-record' ? { on: false, json: null } : told;
    const read = listed.safeParse(told.result);
    return read.success ? { on: read.data.VerifyResult === '1', json: told.json } : unreadable('ANSWER-FORM', call);
  };
  const lookUp = async ({ uscc }: AskedCompany, call: CreditCall): Promise<CreditAnswer> => {
    const told = await ask(actions.entry, uscc, call);
    if (isRefusal(told)) return told;
    const read = verified.safeParse(told.result);
    if (!read.success) return unreadable('ANSWER-FORM', call, priceFen);
    const { VerifyResult, Data } = read.data;
    if (VerifyResult !== '1' || !Data)
      return { kind: 'no-record', ...toldBy('VERIFY-0', told.requestId, call), costFen: 0n };
    const dishonest = await isListed(actions.dishonest, uscc, call);
    if ('kind' in dishonest) return { ...dishonest, costFen: priceFen };
    const abnormal = await isListed(actions.abnormal, uscc, call);
    if ('kind' in abnormal) return { ...abnormal, costFen: 2n * priceFen };
    const marks = { dishonest: dishonest.on, abnormal: abnormal.on, lawsuits: null };
    return {
      kind: 'found',
      entry: entryOf(Data, marks),
      raw: { entry: told.json, dishonest: dishonest.json, abnormal: abnormal.json },
      ...toldBy('200', told.requestId, call),
      costFen: 3n * priceFen,
    };
  };
  return { name: 'qichacha', calls: 3, priceFen, perSecond: 5, lookUp };
}

function entryOf(data: NonNullable<z.infer<typeof verified>['Data']>, marks: CreditEntry['marks']): CreditEntry {
  const rawState = data.Status ?? '';
  const state = registerStateOf(rawState);
  return {
    name: data.Name,
    uscc: data.CreditCode,
    rawState,
    state: state === 'standing' && marks.abnormal === true ? 'abnormal' : state,
    legalRepresentative: textOf(data.OperName),
    capital: textOf(data.RegistCapi),
    scope: textOf(data.Scope),
    foundedOn: dayOf(data.StartDate),
    marks,
  };
}
