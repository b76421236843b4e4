import type { Text2 } from '@linggong/core/domain';

/** What may be done against a risk (风险措施); each is approved by a second person and can be lifted. */
export const measureKinds = ['freeze-worker', 'suspend-enterprise', 'hold-orders', 'lower-limit'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureSubjects = ['worker', 'enterprise'] as const;
export type MeasureSubject = (typeof measureSubjects)[number];

export const measureStates = ['in-force', 'lifted'] as const;

export interface MeasureTerms {
  readonly kind: MeasureKind;
  readonly subjectKind: MeasureSubject;
  readonly lineLimitFen?: bigint | undefined;
  readonly monthLimitFen?: bigint | undefined;
}

/** What does not fit in the terms of a measure; undefined where all does. */
export function measureFault(terms: MeasureTerms): { field: string; text: Text2 } | undefined {
  const { kind, subjectKind, lineLimitFen, monthLimitFen } = terms;
  const needs = { 'freeze-worker': 'worker', 'suspend-enterprise': 'enterprise' } as const;
  const wanted = kind === 'freeze-worker' || kind === 'suspend-enterprise' ? needs[kind] : subjectKind;
  if (wanted !== subjectKind) {
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
  return undefined;
}
