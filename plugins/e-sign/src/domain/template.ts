import type { Text2 } from '@linggong/core/domain';

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
 * One version of a contract text (合同模板), as the Studio has it in force (`contracts.*`). It never changes: contracts point to it, and
 * their text is rendered from it again whenever somebody wants to see what was signed.
 */
export interface Template {
  readonly code: string;
  readonly version: number;
  readonly kind: ContractKind;
  readonly title: Text2;
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
