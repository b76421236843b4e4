import type { Text2 } from '@linggong/core/domain';
import { chineseNumeral } from './chinese-numeral';
import { placeholder, type Template } from './template';

/** Values of a contract by variable name, one for each language. */
export type TemplateValues = Readonly<Record<string, Text2>>;

/** A value must not look like layout: no line ends, no control characters. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * The full text of a contract: Chinese, which prevails, then the English translation. The same template and values give the
 * same text for ever, byte by byte (NFC, `\n`), since its sha256 is what the parties consent to.
 * @throws Error where a value is missing, unknown or not printable; the value is not quoted
 */
export function renderContract(template: Template, values: TemplateValues): string {
  checkValues(template, values);
  const parts = (['zh', 'en'] as const).map((language) => renderLanguage(template, values, language));
  return parts.join(`\n\n${'-'.repeat(40)}\n\n`).normalize('NFC');
}

function renderLanguage(template: Template, values: TemplateValues, language: 'zh' | 'en'): string {
  const { title, preamble, clauses, closing } = template;
  const fill = (text: Text2): string =>
    text[language].replace(placeholder, (_all, name: string) => values[name]?.[language] ?? '');
  const articles = clauses.map(({ heading, body }, index) => {
    const number = language === 'zh' ? `第${chineseNumeral(index + 1)}条` : `Article ${index + 1}`;
    return `${number}  ${fill(heading)}\n${fill(body)}`;
  });
  return [title[language], versionLine(template, language), fill(preamble), ...articles, fill(closing)].join('\n\n');
}

function versionLine({ code, version }: Template, language: 'zh' | 'en'): string {
  return language === 'zh' ? `文本版本：${code} 第 ${version} 版` : `Text version: ${code}, version ${version}`;
}

function checkValues({ code, variables }: Template, values: TemplateValues): void {
  const declared = new Set(variables.map(({ name }) => name));
  for (const name of Object.keys(values)) if (!declared.has(name)) throw new Error(`${code}: unknown variable ${name}`);
  for (const name of declared) {
    const value = values[name];
    if (value === undefined) throw new Error(`${code}: no value for ${name}`);
    for (const text of [value.zh, value.en]) {
      if (text.trim() === '' || unprintable.test(text))
        throw new Error(`${code}: the value of ${name} is empty or not printable`);
    }
  }
}
