import type { Day, Text2 } from '@linggong/core/domain';

export const contractKinds = ['enterprise-cooperation', 'worker-service', 'tax-agency'] as const;

/** 企业服务合作协议, 灵活用工人员服务协议, 涉税事项代理授权书. */
export type ContractKind = (typeof contractKinds)[number];

/** One article of a contract (条款). Bodies may hold `{{variable}}`; paragraphs are separated by line ends. */
export interface Clause {
  /** Lasting name of the article, the same in every version: comparisons between versions go by it. */
  readonly id: string;
  readonly heading: Text2;
  readonly body: Text2;
}

/** What a template asks for (变量). */
export interface TemplateVariable {
  readonly name: string;
  readonly label: Text2;
  /** Personal data: kept sealed, never in the stored values, masked for everybody but the person. */
  readonly personal?: 'name' | 'identity-number';
}

/**
 * One version of a contract text (合同模板). A published version never changes: contracts point to it, and their text is
 * rendered from it again whenever somebody wants to see what was signed.
 */
export interface Template {
  readonly code: string;
  readonly version: number;
  readonly kind: ContractKind;
  readonly title: Text2;
  /** The first day on which it may be sent. */
  readonly effectiveFrom: Day;
  readonly preamble: Text2;
  readonly clauses: readonly Clause[];
  readonly closing: Text2;
  readonly variables: readonly TemplateVariable[];
}

export const placeholder = /\{\{([A-Za-z]+)\}\}/g;

/** Names of the variables that a text uses. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** Faults of a template itself; empty when it is sound. */
export function validateTemplate(template: Template): string[] {
  const { clauses, variables, preamble, closing, title } = template;
  const faults: string[] = [];
  const declared = new Set(variables.map(({ name }) => name));
  const texts = [preamble, closing, ...clauses.flatMap(({ heading, body }) => [heading, body])];
  for (const language of ['zh', 'en'] as const) {
    const used = new Set(texts.flatMap((text) => placeholdersOf(text[language])));
    for (const name of used) if (!declared.has(name)) faults.push(`${language}: {{${name}}} is not declared`);
    for (const name of declared) if (!used.has(name)) faults.push(`${language}: ${name} is declared but never used`);
    for (const text of [title, ...texts]) if (text[language].trim() === '') faults.push(`${language}: an empty text`);
    // What is left of a brace after the placeholders are gone is a misspelt one.
    for (const text of texts)
      if (/[{}]/.test(text[language].replace(placeholder, ''))) faults.push(`${language}: a stray brace`);
  }
  const ids = clauses.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('two clauses share an id');
  return faults;
}
