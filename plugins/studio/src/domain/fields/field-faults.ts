import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../kind';
import type { AnyField, ListControl } from './field';
import { itemsOf, member } from './shown';

/**
 * What a description alone can find wrong with a content of its shape: a required text that is not written, a day that is not picked,
 * a list with too few items, two items of one name. Kinds add what only they know.
 */
export function fieldFaults(field: AnyField, value: unknown, path = ''): Fault[] {
  const { control, label } = field;
  switch (control.type) {
    case 'text':
      return control.required && isBlank(value) ? [missing(path, label)] : [];
    case 'text2':
      return control.required && (isBlank(member(value, 'zh')) || isBlank(member(value, 'en')))
        ? [missingLanguage(path, label)]
        : [];
    case 'day':
      return value === '' ? [missing(path, label)] : [];
    case 'maybe':
      return value === null ? [] : fieldFaults(control.of, value, path);
    case 'record':
      return Object.entries(control.fields).flatMap(([name, inner]) =>
        fieldFaults(inner, member(value, name), under(path, name)),
      );
    case 'variant': {
      const option = control.options[String(member(value, control.tag))];
      return option ? fieldFaults(option, value, path) : [];
    }
    case 'list':
      return listFaults(field, control, itemsOf(value), path);
    default:
      return [];
  }
}

function listFaults({ label }: AnyField, control: ListControl, items: readonly unknown[], path: string): Fault[] {
  const faults = items.flatMap((item, index) => fieldFaults(control.of, item, under(path, String(index))));
  if (items.length < control.min) faults.push(tooFew(path, label, control));
  return control.key === undefined ? faults : [...faults, ...repeated(control.key, control.item, items, path)];
}

function repeated(key: string, item: Text2, items: readonly unknown[], path: string): Fault[] {
  const seen = new Set<unknown>();
  return items.flatMap((one, index) => {
    const name = member(one, key);
    if (name === '' || !seen.has(name)) {
      seen.add(name);
      return [];
    }
    const text = {
      zh: `有两个${item.zh}都叫“${String(name)}”，请改名或删除其中一个`,
      en: `Two items (${item.en}) are called "${String(name)}"; rename or remove one of them`,
    };
    return [{ path: under(under(path, String(index)), key), code: 'repeated', text }];
  });
}

function missing(path: string, label: Text2): Fault {
  return { path, code: 'missing', text: { zh: `请填写“${label.zh}”`, en: `Fill in "${label.en}"` } };
}

function missingLanguage(path: string, label: Text2): Fault {
  const text = { zh: `请用中英文填写“${label.zh}”`, en: `Fill in "${label.en}" in both languages` };
  return { path, code: 'missing', text };
}

function tooFew(path: string, label: Text2, { min, item }: ListControl): Fault {
  const text = {
    zh: `“${label.zh}”至少需要 ${min} 个${item.zh}`,
    en: `"${label.en}" needs at least ${min} (${item.en})`,
  };
  return { path, code: 'too-few', text };
}

/** A fault of a kind at a place of its content. */
export function fault(path: string, code: string, zh: string, en: string): Fault {
  return { path, code, text: { zh, en } };
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
