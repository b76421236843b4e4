import type { Json } from '@linggong/studio/domain';
import { isRecord } from '../../provider/problem';
import type { Text2 } from '../../parts/text2';

/** What a content says about one of the facts that it asks or answers: its name, its type, the names of its choices. */
export interface FactWords {
  label: Text2;
  type?: string;
  choices: ReadonlyMap<string, Text2>;
}

const isText2 = (value: unknown): value is Text2 =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

/**
 * Names that a content itself gives to facts: whatever in it has a `field` (or an `id`) and a `label`, such as the columns of a table
 * and the fields of a form. What `field` names wins over what `id` does.
 */
export function contentWords(content: Json): ReadonlyMap<string, FactWords> {
  const byId = new Map<string, FactWords>();
  const byField = new Map<string, FactWords>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 12) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    if (!isRecord(value)) return;
    const { field, id, label } = value;
    if (isText2(label)) {
      if (typeof field === 'string') byField.set(field, factOf(value, label));
      else if (typeof id === 'string') byId.set(id, factOf(value, label));
    }
    for (const inner of Object.values(value)) if (typeof inner === 'object') visit(inner, depth + 1);
  };
  visit(content, 0);
  return new Map([...namesOfFields(content), ...byId, ...byField]);
}

/** What a form answers names its fields by their ids: which are shown, and which is wrong. */
function namesOfFields(content: Json): [string, FactWords][] {
  const fields = isRecord(content) && Array.isArray(content['fields']) ? content['fields'] : [];
  const choices = new Map(
    fields.flatMap((field: unknown): [string, Text2][] =>
      isRecord(field) && typeof field['id'] === 'string' && isText2(field['label'])
        ? [[field['id'], field['label']]]
        : [],
    ),
  );
  if (choices.size === 0) return [];
  return [
    ['shown', { label: { zh: '显示的字段', en: 'Fields shown' }, choices }],
    ['field', { label: { zh: '字段', en: 'Field' }, choices }],
  ];
}

function factOf({ type, choices }: Record<string, unknown>, label: Text2): FactWords {
  const named = (Array.isArray(choices) ? choices : []).flatMap((choice): [string, Text2][] =>
    isRecord(choice) && typeof choice['value'] === 'string' && isText2(choice['label'])
      ? [[choice['value'], choice['label']]]
      : [],
  );
  return { label, choices: new Map(named), ...(typeof type === 'string' ? { type } : {}) };
}
