import type { Fault } from '../../kind';
import { hasDecimals } from './check-value';
import type { FormColumn, FormField } from './content';

const inverted = {
  zh: '下限大于上限，没有任何值能符合，请调整',
  en: 'The least is above the most, so nothing could fit; change one of them',
};

/** Ranges that nothing can fit. */
export function rangeFaults(field: FormField | FormColumn, path: string): Fault[] {
  switch (field.type) {
    case 'text':
      return range(`${path}.minLength`, field.minLength, field.maxLength);
    case 'number':
      return [...range(`${path}.min`, field.min, field.max), ...decimalFaults(field, path)];
    case 'money':
      return range(`${path}.minFen`, field.minFen, field.maxFen);
    case 'date':
      return range(`${path}.from`, field.from, field.to);
    case 'choices':
      return choicesRange(field, path);
    case 'table':
      return range(`${path}.minRows`, field.minRows, field.maxRows);
    default:
      return [];
  }
}

function range<T extends number | string>(path: string, from: T | undefined, to: T | undefined): Fault[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ path, code: 'range-inverted', text: inverted }];
}

function choicesRange({ choices, minItems, maxItems }: Extract<FormField, { type: 'choices' }>, path: string): Fault[] {
  const faults = range(`${path}.minItems`, minItems, maxItems);
  return faults.length > 0 ? faults : range(`${path}.minItems`, minItems, choices.length);
}

function decimalFaults(
  { min, max, decimals = 0 }: Extract<FormField | FormColumn, { type: 'number' }>,
  path: string,
): Fault[] {
  const text = { zh: '上下限的小数位数多于允许的位数', en: 'The bound has more decimals than the field allows' };
  return (['min', 'max'] as const).flatMap((name) => {
    const bound = name === 'min' ? min : max;
    if (bound === undefined || hasDecimals(bound, decimals)) return [];
    return [{ path: `${path}.${name}`, code: 'range-decimals', text }];
  });
}
