import type { VendorSettings } from '@linggong/config';
import { fetchJson } from '@linggong/real-name';
import { answerOf, tianyanchaErrors } from '@linggong/real-name/domain';
import { z } from 'zod';
import { registerStateOf, type CreditEntry, type CreditMarks } from '../../domain/ratings';
import type { AskedCompany, CreditAnswer, CreditCall, CreditNotFound, CreditRegistry } from './credit-registry';
import { dayOf, refusalOf, textOf, toldBy, unreadable } from './read-answer';

const answer = z.object({ error_code: z.int(), result: z.unknown().optional() });
const base = z.object({
  name: z.string().max(200),
  creditCode: z.string().max(40),
  regStatus: z.string().max(200).nullish(),
  legalPersonName: z.string().max(200).nullish(),
  regCapital: z.string().max(200).nullish(),
  // The vendor's own spelling.
  estiblishTime: z.union([z.string().max(40), z.number()]).nullish(),
  businessScope: z.string().max(20_000).nullish(),
});
const counted = z.object({ total: z.coerce.number().int().min(0).max(1e9) });

const actions = {
  entry: 'ic/baseinfo/normal',
  /** 失信人. */
  dishonest: 'jr/dishonest/2.0',
  /** 经营异常. */
  abnormal: 'mr/abnormal/2.0',
  /** 法律诉讼. */
  lawsuits: 'jr/lawSuit/2.0',
} as const;

interface Told {
  readonly result: unknown;
  readonly json: unknown;
}

/** 天眼查: the entry, then three lists by their totals. It gives no id of its calls, so the check keeps our reference. */
export function createTianyanchaCredit({ secret, endpoint, pricesFen }: VendorSettings): CreditRegistry {
  const priceFen = pricesFen.company;
  const ask = async (path: string, keyword: string, call: CreditCall): Promise<Told | CreditNotFound> => {
    const url = new URL(`/services/open/${path}`, endpoint ?? 'https://open.api.tianyancha.com');
    url.searchParams.set('keyword', keyword);
    try {
      // The token stands alone: the vendor knows no «Bearer».
      const { json } = await fetchJson(url, { Authorization: secret.reveal() }, call.signal);
      const read = answer.safeParse(json);
      if (!read.success) return unreadable('ANSWER-FORM', call);
      const { error_code: code, result } = read.data;
      return code === 0 ? { result, json } : refusalOf(tianyanchaErrors, String(code), undefined, call);
    } catch {
      call.signal.throwIfAborted();
      return unreadable('NO-ANSWER', call);
    }
  };
  /** How many entries a list has; none on it is zero. */
  const totalOf = async (path: string, keyword: string, call: CreditCall) => {
    const told = await ask(path, keyword, call);
    if ('kind' in told) {
      const isNone = answerOf(tianyanchaErrors, told.providerCode).kind === 'no-record';
      return isNone ? { total: 0, json: null } : told;
    }
    const read = counted.safeParse(told.result);
    return read.success ? { total: read.data.total, json: told.json } : unreadable('ANSWER-FORM', call);
  };
  const lookUp = async ({ uscc }: AskedCompany, call: CreditCall): Promise<CreditAnswer> => {
    const told = await ask(actions.entry, uscc, call);
    if ('kind' in told) return told;
    const read = base.safeParse(told.result);
    if (!read.success) return unreadable('ANSWER-FORM', call, priceFen);
    const raw: Record<string, unknown> = { entry: told.json };
    const totals: Record<'dishonest' | 'abnormal' | 'lawsuits', number> = { dishonest: 0, abnormal: 0, lawsuits: 0 };
    let costFen = priceFen;
    for (const list of ['dishonest', 'abnormal', 'lawsuits'] as const) {
      const found = await totalOf(actions[list], uscc, call);
      if ('kind' in found) return { ...found, costFen };
      totals[list] = found.total;
      raw[list] = found.json;
      costFen += priceFen;
    }
    const marks = { dishonest: totals.dishonest > 0, abnormal: totals.abnormal > 0, lawsuits: totals.lawsuits };
    return { kind: 'found', entry: entryOf(read.data, marks), raw, ...toldBy('0', undefined, call), costFen };
  };
  return { name: 'tianyancha', calls: 4, priceFen, perSecond: 5, lookUp };
}

function entryOf(told: z.infer<typeof base>, marks: CreditMarks): CreditEntry {
  const rawState = told.regStatus ?? '';
  const state = registerStateOf(rawState);
  return {
    name: told.name,
    uscc: told.creditCode,
    rawState,
    state: state === 'standing' && marks.abnormal === true ? 'abnormal' : state,
    legalRepresentative: textOf(told.legalPersonName),
    capital: textOf(told.regCapital),
    scope: textOf(told.businessScope),
    foundedOn: dayOf(told.estiblishTime),
    marks,
  };
}
