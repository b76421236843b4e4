import type { Text2 } from '@linggong/core/domain';
import { fault } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { templateField, templateQuestion, type TemplateContent, type TemplateQuestion } from './template-fields';

/** Names a variable and nothing else: there is no expression, no condition and no loop in a template. */
const placeholder = /\{\{([A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*)\}\}/g;

interface Placed {
  readonly path: string;
  readonly text: Text2;
}

function textsOf({ title, sections }: TemplateContent): Placed[] {
  const inSections = sections.flatMap(({ heading, body }, index) => [
    { path: `sections.${index}.heading`, text: heading },
    { path: `sections.${index}.body`, text: body },
  ]);
  return [{ path: 'title', text: title }, ...inSections];
}

/** Placeholders that no variable stands for, and braces that are left of a misspelt one: a contract would be sent with them. */
function faults(template: TemplateContent): Fault[] {
  const declared = new Set(template.variables.map(({ name }) => name));
  return textsOf(template).flatMap(({ path, text }) =>
    [text.zh, text.en].flatMap((words) => {
      const unknown = namesIn(words).filter((name) => !declared.has(name));
      const stray = /\{\{|\}\}/.test(words.replace(placeholder, ''));
      const [zh, en] = ['有写错的 {{ 或 }}', 'A {{ or }} is misspelt'];
      return [
        ...unknown.map((name) => unknownName(path, name)),
        ...(stray ? [fault(path, 'stray-brace', zh, en)] : []),
      ];
    }),
  );
}

function unknownName(path: string, name: string): Fault {
  const zh = `变量“${name}”没有在变量表中`;
  return fault(path, 'unknown-variable', zh, `"${name}" is not among the variables`);
}

/** Variables that nothing uses, and variables that only one of the languages has. */
function hints(template: TemplateContent): Fault[] {
  const texts = textsOf(template);
  const used = (language: keyof Text2): Set<string> => new Set(texts.flatMap(({ text }) => namesIn(text[language])));
  const [zh, en] = [used('zh'), used('en')];
  return template.variables.flatMap(({ name }, index) => {
    const path = `variables.${index}`;
    if (zh.has(name) && en.has(name)) return [];
    if (zh.has(name) || en.has(name)) {
      return [fault(path, 'one-language', `变量“${name}”只在一种语言中使用`, `"${name}" is used in one language only`)];
    }
    return [fault(path, 'unused-variable', `变量“${name}”没有被使用`, `"${name}" is not used`)];
  });
}

function namesIn(words: string): string[] {
  return [...words.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** A template with its values: the sections as paragraphs, and the variables that no value was given for. */
export interface FilledTemplate {
  readonly title: string;
  readonly text: string;
  readonly missing: readonly string[];
}

/**
 * The text with its values, in one pass: what a value says is never read as a placeholder again. A variable without a value stays as
 * it is written, and is named as missing.
 */
export function fillTemplate(template: TemplateContent, { language, values }: TemplateQuestion): FilledTemplate {
  const given = new Map(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const filled = (text: Text2): string =>
    text[language].replace(placeholder, (whole, name: string) => given.get(name) ?? whole);
  const body = template.sections.flatMap(({ heading, body: words }) => [filled(heading), filled(words)]);
  const used = new Set(textsOf(template).flatMap(({ text }) => namesIn(text[language])));
  const missing = [...used].filter((name) => !given.has(name));
  const text = body.filter((paragraph) => paragraph !== '').join('\n\n');
  return { title: filled(template.title), text, missing };
}

function evaluate(template: TemplateContent, question: TemplateQuestion): Evaluation {
  const { title, text, missing } = fillTemplate(template, question);
  const trace = missing.map((name) => ({ zh: `缺少变量“${name}”的值`, en: `No value for "${name}"` }));
  return { outcome: { title, text, missing }, trace };
}

/** A text with named places (模板), for contracts, notices and documents. */
export const template = describedKind({
  kind: 'template',
  name: { zh: '模板', en: 'Template' },
  content: templateField,
  input: templateQuestion,
  faults,
  hints,
  evaluate,
});
