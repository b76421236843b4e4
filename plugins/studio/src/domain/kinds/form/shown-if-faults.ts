import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import type { FormContent, FormField, ShownIf } from './content';

const texts = {
  'shown-if-unknown': {
    zh: '显示条件引用的字段不存在或已停用，请重新选择',
    en: 'The condition names a field that is not there or no longer asked; choose another',
  },
  'shown-if-unsuitable': {
    zh: '显示条件只能引用单选、多选、数字、金额或日期字段',
    en: 'A condition can name a choice, choices, a number, an amount or a day',
  },
  'shown-if-value': {
    zh: '显示条件的值不可能出现在所引用的字段中，请重新选择',
    en: 'The field that the condition names can never have this value; choose another',
  },
  'shown-if-circular': {
    zh: '显示条件循环引用，这些字段永远不会显示，请去掉其中一个条件',
    en: 'The conditions go round in a circle, so these fields would never be shown; take one of them away',
  },
} as const satisfies Record<string, Text2>;

/** Conditions of showing (显示条件) that can never work. */
export function shownIfFaults(content: FormContent): Fault[] {
  const fields = new Map(content.fields.filter(({ retired }) => retired !== true).map((field) => [field.id, field]));
  return content.fields.flatMap((field, index) => {
    if (field.shownIf === undefined || field.retired === true) return [];
    const code = shownIfFault(field, field.shownIf, fields);
    return code === undefined ? [] : [{ path: `fields.${String(index)}.shownIf`, code, text: texts[code] }];
  });
}

function shownIfFault(
  field: FormField,
  condition: ShownIf,
  fields: ReadonlyMap<string, FormField>,
): keyof typeof texts | undefined {
  const controller = fields.get(condition.field);
  if (controller === undefined) return 'shown-if-unknown';
  if (isCircular(field.id, fields)) return 'shown-if-circular';
  if (!isSuitable(controller)) return 'shown-if-unsuitable';
  return canHold(condition, controller) ? undefined : 'shown-if-value';
}

/** Follows the conditions upwards; at most as many steps as there are fields. */
function isCircular(id: string, fields: ReadonlyMap<string, FormField>): boolean {
  const seen = new Set<string>();
  let next = fields.get(id)?.shownIf?.field;
  while (next !== undefined && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = fields.get(next)?.shownIf?.field;
  }
  return false;
}

const suitable: ReadonlySet<FormField['type']> = new Set(['choice', 'choices', 'number', 'money', 'date']);

/** What may control others: nothing that is sealed, since a condition must be readable to whoever reads the record. */
export function isSuitable({ type }: FormField): boolean {
  return suitable.has(type);
}

function canHold(condition: ShownIf, controller: FormField): boolean {
  if ('is' in condition) return isPossible(condition.is, controller);
  if ('in' in condition) return condition.in.length > 0 && condition.in.every((one) => isPossible(one, controller));
  return isRange(condition, controller);
}

function isPossible(value: string | number, controller: FormField): boolean {
  if (controller.type === 'choice' || controller.type === 'choices') {
    return controller.choices.some((one) => one.value === value);
  }
  return typeof value === (controller.type === 'date' ? 'string' : 'number');
}

function isRange({ from, to }: { from?: unknown; to?: unknown }, { type }: FormField): boolean {
  if (type === 'choice' || type === 'choices') return false;
  const kind = type === 'date' ? 'string' : 'number';
  const bounds = [from, to].filter((bound) => bound !== undefined);
  if (bounds.length === 0 || bounds.some((bound) => typeof bound !== kind)) return false;
  // Days and numbers both compare as they are.
  return bounds.length < 2 || (bounds[0] as number | string) <= (bounds[1] as number | string);
}
