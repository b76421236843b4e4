import type { Text2 } from '@linggong/core/domain';
import { fieldLabel } from './field-labels';

/**
 * The path of a field (`lines[0].grossFen`, `lines.0.grossFen`) as a reader calls it: 明细第 1 项的应发金额. A name that the
 * house does not know, such as one that a caller made up, stands as it is and is said to be a field.
 */
export function fieldName(path: string): Text2 {
  const steps = path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const named = steps.map(stepName);
  return {
    zh: named.map(({ zh }, index) => (index > 0 && !isPlace(steps[index]) ? `的${zh}` : zh)).join(''),
    en: named.map(({ en }, index) => (index > 0 && !isPlace(steps[index]) ? `, ${lowerFirst(en)}` : en)).join(''),
  };
}

function stepName(step: string): Text2 {
  if (isPlace(step)) return { zh: `第 ${Number(step) + 1} 项`, en: `, item ${Number(step) + 1}` };
  return fieldLabel(step) ?? { zh: `字段 ${step}`, en: `Field ${step}` };
}

const isPlace = (step: string | undefined): boolean => /^\d+$/.test(step ?? '');

/** Inside of a sentence; what begins with an abbreviation keeps it. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}` : text;
