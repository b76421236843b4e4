import type { Json } from '@linggong/studio/domain';
import { useLocale, useTranslate } from 'react-admin';
import { moneyText } from '../../parts/money-text';
import { useText2, type Text2 } from '../../parts/text2';
import { isRecord } from '../../provider/problem';
import type { FactWords } from './content-words';

export interface CaseWords {
  /** The name of a fact or of an answer. */
  name: (path: readonly string[]) => string;
  /** A value of it as people read it. */
  value: (path: readonly string[], value: Json) => string;
  /** The word under which the server counts outcomes: a code, or JSON where no code says it. */
  said: (word: string) => string;
}

/** Words for facts and answers: the content's own first, then those that the kinds share. */
export function useCaseWords(words: ReadonlyMap<string, FactWords>): CaseWords {
  const translate = useTranslate();
  const text = useText2();
  const signs = punctuation[useLocale() === 'en' ? 'en' : 'zh'];
  const nameOf = (name: string): string => {
    const known = words.get(name);
    return known === undefined ? translate(`configuration.fact.${name}`, { _: name }) : text(known.label);
  };
  const valueOf = (name: string, value: Json): string => {
    if (value === null) return translate('configuration.cases.nothing');
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    const known = words.get(name);
    if (typeof value === 'number')
      return name.endsWith('Fen') || known?.type === 'money' ? moneyText(value) : value.toString();
    if (typeof value === 'string') {
      const label = (known ?? anyOf(words, value))?.choices.get(value);
      return label === undefined ? translate(`configuration.value.${value}`, { _: value }) : text(label);
    }
    if (isText2(value)) return text(value);
    if (Array.isArray(value))
      return value.length === 0
        ? translate('configuration.cases.nothing')
        : value.map((item: Json) => valueOf(name, item)).join(signs.semicolon);
    // What was decided, not by which row it came.
    const { rows, ...decided } = value as Readonly<Record<string, Json>>;
    const told = rows === undefined || Object.keys(decided).length === 0 ? value : decided;
    // The answers of a table stand one level in, under a word that says nothing more.
    const { answer, ...others } = told as Readonly<Record<string, Json>>;
    if (Object.keys(others).length === 0 && isObject(answer)) return valueOf('', answer);
    const place = [...words.keys()];
    return Object.entries(told)
      .sort(([a], [b]) => place.indexOf(a) - place.indexOf(b))
      .map(([inner, own]) => `${nameOf(inner)}${signs.colon}${valueOf(inner, own as Json)}`)
      .join(signs.comma);
  };
  return {
    name: (path) =>
      path.length === 0 ? translate('configuration.cases.outcome') : withinAnswer(path).map(nameOf).join(' · '),
    value: (path, value) => valueOf(path.at(-1) ?? '', value),
    said: (word) => (isJson(word) ? [word] : word.split(' + ')).map((one) => valueOf('', parsed(one))).join(' + '),
  };
}

const punctuation = {
  zh: { colon: '：', comma: '，', semicolon: '；' },
  en: { colon: ': ', comma: ', ', semicolon: '; ' },
} as const;

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answers of a table stand one level in, under a word that says nothing more. */
function withinAnswer(path: readonly string[]): readonly string[] {
  return path.length > 1 && path[0] === 'answer' ? path.slice(1) : path;
}

/** A fact that has a choice of this code, for a code that stands alone. */
function anyOf(words: ReadonlyMap<string, FactWords>, code: string): FactWords | undefined {
  return [...words.values()].find(({ choices }) => choices.has(code));
}

const isJson = (word: string): boolean => /^[[{]/.test(word);

function parsed(word: string): Json {
  if (!isJson(word)) return word;
  try {
    return JSON.parse(word) as Json;
  } catch {
    // Long outcomes are cut: told as far as they go.
    return word;
  }
}

const isText2 = (value: unknown): value is Text2 =>
  isRecord(value) &&
  typeof value['zh'] === 'string' &&
  typeof value['en'] === 'string' &&
  Object.keys(value).length === 2;
