import type { Day, Text2 } from '@linggong/core/domain';
import { endFault } from '../lists/list-entry';

/** What may be done against a risk (风险措施); each is approved by a second person and can be lifted. */
export const measureKinds = ['freeze-worker', 'suspend-enterprise', 'hold-orders', 'lower-limit', 'list'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureSubjects = ['worker', 'enterprise'] as const;
export type MeasureSubject = (typeof measureSubjects)[number];

export const measureStates = ['in-force', 'lifted'] as const;

/** Lists that a measure puts somebody on: it takes away or has looked at, and lets nobody off. */
export const measureLists = ['deny', 'watch'] as const;
export type MeasureList = (typeof measureLists)[number];

/** By what a measure lists a worker (证件号码、名下银行卡、手机号) or an enterprise (统一社会信用代码). */
export const measureListings = ['identity', 'card', 'phone', 'uscc'] as const;
export type MeasureListing = (typeof measureListings)[number];

export interface MeasureTerms {
  readonly kind: MeasureKind;
  readonly subjectKind: MeasureSubject;
  readonly lineLimitFen?: bigint | undefined;
  readonly monthLimitFen?: bigint | undefined;
  /** Of `list` alone: which list, by what, and the last day (Asia/Shanghai). */
  readonly list?: MeasureList | undefined;
  readonly listBy?: readonly MeasureListing[] | undefined;
  readonly endsOn?: Day | undefined;
}

export interface MeasureFault {
  readonly field: string;
  readonly text: Text2;
}

const subjectOf: Readonly<Partial<Record<MeasureKind, MeasureSubject>>> = {
  'freeze-worker': 'worker',
  'suspend-enterprise': 'enterprise',
};

/** What does not fit in the terms of a measure taken on a day; undefined where all does. */
export function measureFault(terms: MeasureTerms, today: Day): MeasureFault | undefined {
  const { kind, subjectKind, lineLimitFen, monthLimitFen } = terms;
  if ((subjectOf[kind] ?? subjectKind) !== subjectKind) {
    return {
      field: 'subjectKind',
      text: { zh: '该措施不适用于这类对象', en: 'The measure does not apply to this kind of object' },
    };
  }
  const hasLimit = lineLimitFen !== undefined || monthLimitFen !== undefined;
  if (hasLimit !== (kind === 'lower-limit')) {
    return {
      field: 'lineLimitFen',
      text: {
        zh: '调低限额须填写单笔或当月限额之一，其他措施不填写限额',
        en: 'Lowering limits takes a limit of a payment or of a month; other measures take none',
      },
    };
  }
  return listingFault(terms, today);
}

function listingFault({ kind, subjectKind, list, listBy, endsOn }: MeasureTerms, today: Day): MeasureFault | undefined {
  if ([list, listBy, endsOn].some((part) => (part !== undefined) !== (kind === 'list'))) {
    return {
      field: 'list',
      text: {
        zh: '列入名单须填写名单、标识和截止日期，其他措施不填写',
        en: 'Listing takes a list, what identifies the subject, and a last day; other measures take none of them',
      },
    };
  }
  const wrong = (listBy ?? []).some((one) => (one === 'uscc') !== (subjectKind === 'enterprise'));
  if (wrong || new Set(listBy).size !== (listBy ?? []).length) {
    return {
      field: 'listBy',
      text: {
        zh: '灵工按证件号码、银行卡或手机号列入，企业按统一社会信用代码列入，每种一次',
        en: 'A worker is listed by identity number, cards or phone, an enterprise by its credit code, each once',
      },
    };
  }
  if (endFault(endsOn, today) === undefined) return undefined;
  return {
    field: 'endsOn',
    text: { zh: '截止日期不能早于今天，也不能晚于十年后', en: 'The last day is not before today, nor ten years off' },
  };
}
