import { groupedYuanText, parseRate, type Text2 } from '@linggong/core/domain';
import type { AnyField, ListControl } from './field';

const nothing: Text2 = { zh: '（空）', en: '(empty)' };
const shownMax = 300;

/** A value as a reader sees it, cut after 300 characters. The value fits the field. */
export function shown(field: AnyField, value: unknown): Text2 {
  const whole = words(field, value);
  return { zh: cut(whole.zh), en: cut(whole.en) };
}

/**
 * An item of a list in one line, beside its heading: without what the heading says, and without what was left empty, so that the figures of a long
 * list can be read down it.
 */
export function shownBeside({ of, key, title }: ListControl, item: unknown): Text2 {
  if (of.control.type !== 'record') return shown(of, item);
  const said = Object.entries(of.control.fields).filter(
    ([name, field]) => name !== key && name !== title && !isLeftEmpty(field, member(item, name)),
  );
  const { zh, en } = membersShown(Object.fromEntries(said), item);
  return { zh: cut(zh), en: cut(en) };
}

/** Whether nothing was written there. What is absent by meaning (“no limit”, “every class”) is said, not empty. */
export function isLeftEmpty(field: AnyField, value: unknown): boolean {
  if (field.control.type === 'list') return itemsOf(value).length === 0;
  return words(field, value).zh === nothing.zh;
}

/** A text as it is written, whole: what changed may stand after any number of characters. Other values as `shown`. */
export function shownWhole(field: AnyField, value: unknown): Text2 {
  const { type } = field.control;
  return type === 'text' || type === 'text2' ? words(field, value) : shown(field, value);
}

/** A member that a content of before lacks (see `added`) reads as empty. */
function words({ control, empty }: AnyField, given: unknown): Text2 {
  const value = given === undefined ? empty : given;
  switch (control.type) {
    case 'text2':
      return textWords(value);
    case 'count':
      return counted(String(value), control.unit);
    case 'money':
      return { zh: `${yuan(value)} 元`, en: `${yuan(value)} yuan` };
    case 'rate':
      return same(percent(String(value)));
    case 'flag':
      return value === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'choice':
      return control.choices[String(value)] ?? same(String(value));
    case 'choices':
      return itemsOf(value).length === 0 ? control.none : joined(itemsOf(value).map((one) => nameIn(control, one)));
    case 'maybe':
      return value === null ? control.absent : words(control.of, value);
    case 'record':
      return membersShown(control.fields, value);
    case 'list':
      return itemsOf(value).length === 0
        ? (control.none ?? nothing)
        : joined(itemsOf(value).map((one) => words(control.of, one)));
    case 'variant':
      return optionShown(control, value);
    default:
      return value === '' ? nothing : same(String(value));
  }
}

function membersShown(fields: Readonly<Record<string, AnyField>>, value: unknown): Text2 {
  const parts = Object.entries(fields).map(([name, field]) => {
    const { zh, en } = words(field, member(value, name));
    return { zh: `${field.label.zh}：${zh}`, en: `${field.label.en}: ${en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

function optionShown(
  { tag, options }: { tag: string; options: Readonly<Record<string, AnyField>> },
  value: unknown,
): Text2 {
  const option = options[String(member(value, tag))];
  if (!option) return nothing;
  const inner = words(option, value);
  return { zh: `${option.label.zh}（${inner.zh}）`, en: `${option.label.en} (${inner.en})` };
}

function nameIn({ choices }: { choices: Readonly<Record<string, Text2>> }, value: unknown): Text2 {
  return choices[String(value)] ?? same(String(value));
}

function textWords(value: unknown): Text2 {
  const [zh, en] = [String(member(value, 'zh') ?? ''), String(member(value, 'en') ?? '')];
  return { zh: zh === '' ? nothing.zh : zh, en: en === '' ? nothing.en : en };
}

function counted(number: string, unit: Text2 | undefined): Text2 {
  return unit ? { zh: `${number} ${unit.zh}`, en: `${number} ${unit.en}` } : same(number);
}

function joined(parts: readonly Text2[]): Text2 {
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

function yuan(value: unknown): string {
  return groupedYuanText(BigInt(Number(value)));
}

/** `"0.05"` → `5%`, digit by digit: a float would make 0.07 into 7.000000000000001. */
export function percent(decimal: string): string {
  const millionths = parseRate(decimal) ?? 0n;
  const fraction = (millionths % 10_000n).toString().padStart(4, '0').replace(/0+$/, '');
  return `${millionths / 10_000n}${fraction === '' ? '' : `.${fraction}`}%`;
}

function same(words: string): Text2 {
  return { zh: words, en: words };
}

function cut(words: string): string {
  return words.length > shownMax ? `${words.slice(0, shownMax)}…` : words;
}

/** Member of a value that fits a record; undefined where the value is none. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}

/** Items of a value that fits a list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
