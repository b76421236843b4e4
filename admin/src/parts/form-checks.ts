import { isDay, parseYuan, shanghaiDay, type IdentifierKind, type YuanFault } from '@linggong/core/domain';
import { codeFault } from './code-typed';
import { halfWidth } from './half-width';
import type { Text2 } from './text2';

export type FormValues = Readonly<Record<string, string>>;

export interface FormChoice {
  value: string;
  label: string;
}

/** One question of a form; its words are `{words}.{name}` and, below the field, `{words}.{name}Help`. */
export interface FormField {
  name: string;
  required?: boolean;
  kind?: 'text' | 'date' | 'money' | 'count' | 'choice' | 'long' | 'password' | 'record' | 'code';
  /** For a code: which, where it is given by other answers. */
  code?: IdentifierKind | ((values: FormValues) => IdentifierKind);
  choices?: readonly FormChoice[] | ((values: FormValues) => readonly FormChoice[]);
  /** For a record: the resource that one of is picked. */
  resource?: string;
  help?: boolean;
  /** Said below the field, in words of the page: what stands there now. */
  note?: string;
  /** Somebody asked for this answer to be looked at again. */
  marked?: boolean;
  autoComplete?: string;
  /** For a date: the field whose day it may not precede. */
  notBefore?: string;
  /** A text that is a number of somebody or something, of no kind that is checked here. */
  number?: boolean;
  /** A text that says nothing about a person: it may be kept in the draft. Amounts, dates and choices always may. */
  kept?: boolean;
}

/** What is wrong with an answer: a translation key and the field that it is measured by, or what the rules of the house say. */
export type FieldTrouble = { key: string; other?: string } | { text: Text2 };

/** Is it made of digits and letters alone, without spaces? */
export const isNumberField = ({ kind, number = false }: FormField): boolean => kind === 'count' || number;

/** An amount as people type it, thousands grouped or not; `1,00` stays what it is, and is refused. */
export function moneyOf(text: string): ReturnType<typeof parseYuan> {
  const plain = halfWidth(text).replace(/^¥/, '').replace(/元$/, '');
  return parseYuan(/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replace(/,/g, '') : plain);
}

/** A count likewise; undefined for what is none. */
export function countOf(text: string): number | undefined {
  const plain = halfWidth(text);
  const digits = /^\d{1,3}(,\d{3})+$/.test(plain) ? plain.replace(/,/g, '') : plain;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** The words for what is no amount. */
export const moneyFaults: Readonly<Record<YuanFault, string>> = {
  empty: 'ra.validation.required',
  format: 'form.fault.money',
  fraction: 'form.fault.fraction',
  negative: 'form.fault.negative',
  range: 'form.fault.range',
};

/** What can be chosen, as the answers so far are. */
export function choicesOf({ choices = [] }: FormField, values: FormValues): readonly FormChoice[] {
  return typeof choices === 'function' ? choices(values) : choices;
}

/** Which identifier a code is, as the answers so far are. */
export function codeOf({ code = 'resident-id' }: FormField, values: FormValues): IdentifierKind {
  return typeof code === 'function' ? code(values) : code;
}

/** What of an answer can be told before it is sent; the server decides again. */
export function troubleOf(field: FormField, values: FormValues): FieldTrouble | undefined {
  const value = (values[field.name] ?? '').trim();
  if (value === '') return field.required === true ? { key: 'ra.validation.required' } : undefined;
  switch (field.kind) {
    case 'money': {
      const parsed = moneyOf(value);
      return parsed.ok ? undefined : { key: moneyFaults[parsed.reason] };
    }
    case 'count':
      return countOf(value) === undefined ? { key: 'form.fault.count' } : undefined;
    case 'code': {
      const text = codeFault(codeOf(field, values), value, shanghaiDay(new Date()));
      return text === undefined ? undefined : { text };
    }
    case 'choice':
      return choicesOf(field, values).some((choice) => choice.value === value)
        ? undefined
        : { key: 'ra.validation.required' };
    case 'date':
      return dayTrouble(value, field.notBefore, values);
    default:
      return undefined;
  }
}

function dayTrouble(value: string, notBefore: string | undefined, values: FormValues): FieldTrouble | undefined {
  if (!isDay(value)) return { key: 'form.fault.day' };
  const first = notBefore === undefined ? '' : (values[notBefore] ?? '');
  return notBefore !== undefined && isDay(first) && value < first
    ? { key: 'form.fault.before', other: notBefore }
    : undefined;
}

/** May the answer lie in the browser until the form is sent? Only what says nothing about a person. */
export function isKept({ kind = 'text', kept = false }: FormField): boolean {
  return kept || ['date', 'money', 'count', 'choice'].includes(kind);
}
