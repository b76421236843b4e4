import { checkIdentifier, type Day } from '@linggong/core/domain';
import type { Json } from '../../kind';
import type { FormContent, FormField } from './content';
import { sensitiveKindOf, type SensitiveKind } from './field-types';
import type { FormValues } from './value';

export interface SensitiveValue {
  readonly field: string;
  readonly kind: SensitiveKind;
  readonly clear: string;
}

/** A record as it is kept: plain values, and what is sealed. */
export interface SplitValues {
  readonly data: FormValues;
  readonly sensitive: readonly SensitiveValue[];
}

/** Splits values that have no problems; numbers come out in their one written form, so that a search finds them. */
export function splitValues(content: FormContent, values: FormValues, today: Day): SplitValues {
  const data: Record<string, Json> = {};
  const sensitive: SensitiveValue[] = [];
  for (const field of content.fields) {
    const given = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (given === undefined) continue;
    const value = normalised(field, given, today);
    const kind = sensitiveKindOf(field);
    if (kind === undefined) data[field.id] = value;
    else sensitive.push({ field: field.id, kind, clear: String(value) });
  }
  return { data, sensitive };
}

const identifierKinds = {
  'identity-number': ['resident-id', 'hmt-residence-permit', 'foreign-pr-card'],
  uscc: ['uscc'],
  'bank-card': ['bank-card'],
  phone: ['mobile'],
} as const;

/** The form of a value in which it is kept and searched for; one that is no such number stays as it is. */
export function normalised(field: FormField, value: Json, today: Day): Json {
  if (typeof value !== 'string') return value;
  switch (field.type) {
    case 'identity-number':
    case 'uscc':
    case 'bank-card':
    case 'phone': {
      const verdicts = identifierKinds[field.type].map((kind) => checkIdentifier(kind, value, today));
      return (verdicts.find(({ valid }) => valid) ?? verdicts[0])?.normalised ?? value;
    }
    default:
      return value;
  }
}
