import type { Text2 } from '@linggong/core/domain';
import type { z } from 'zod';

/** What an operator can configure (配置类型), in the order in which pages name them. */
export const kindNames = [
  'form',
  'decision-table',
  'limit-set',
  'tax-parameters',
  'sampling-plan',
  'checklist',
  'sla',
  'template',
  'procedure',
  'criteria',
  'scenario',
  'calendar',
  'lifecycle-policy',
] as const;
export type KindName = (typeof kindNames)[number];

/** JSON as it is stored: a content, the input of a test case, an outcome. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What is wrong with a content: where, a stable code, and a plain sentence that says what to do. Never personal data. */
export interface Fault {
  /** Path into the content, such as `rows.3.cells.amount`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly text: Text2;
}

/** One line of a comparison of two versions that a person can read: 「第 3 行 · 单笔限额：50,000 → 80,000」. */
export interface Change {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** What it is about, in the words of the page. */
  readonly where: Text2;
  /** What stood there and what stands there now, as the page shows it; undefined on the side where there is nothing. */
  readonly before?: Text2;
  readonly after?: Text2;
}

/**
 * One kind of configuration: pure, and the same in the server and the console. `evaluate` is what the kind means: test cases, tries
 * and replays all go through it. A kind whose evaluation has a faster way (decision tables: zen-engine) offers it on the server.
 */
export interface Kind<Content = Json, Input = Json, Outcome = Json> {
  readonly kind: KindName;
  readonly name: Text2;
  /** Shape of a content: closed, bounded, made of JSON. What it refuses is never stored. */
  readonly content: z.ZodType<Content>;
  /** Shape of what a content is asked, which may depend on it (columns of a table, fields of a form). */
  input(content: Content): z.ZodType<Input>;
  /** What a new configuration begins with. */
  blank(): Content;
  /** What the shape cannot say and what keeps a draft from being checked: circular conditions, exploding expressions, unknown references. */
  faults(content: Content): Fault[];
  /** What does not stop a draft but is worth a look: rows that can never hit, gaps, a year without days. */
  hints(content: Content): Fault[];
  /** What a reader should see changed. Empty where nothing did; `undefined` before the first version. */
  changes(before: Content | undefined, after: Content): Change[];
  /** Pure and bounded. The content has no faults. The outcome is JSON; `trace` explains it where there is something to explain. */
  evaluate(content: Content, input: Input): Evaluation<Outcome>;
}

export interface Evaluation<Outcome = Json> {
  readonly outcome: Outcome;
  /** Steps in the order in which they were taken, for a reader: which rows hit, which field failed. */
  readonly trace: readonly Text2[];
}

/** A test case of a version (测试用例): what is asked, and what of the outcome must be so. Fields that are not named may be anything. */
export interface TestCase {
  readonly name: string;
  readonly input: Json;
  readonly expect: Json;
}

/** A kind whose types have been forgotten: what the registry, the API and the console work on. */
export type AnyKind = Kind;

/** Declares a kind; its types follow from its schemas. */
export function defineKind<Content, Input, Outcome>(kind: Kind<Content, Input, Outcome>): AnyKind {
  // Contents and inputs are parsed by the kind's own schemas before they reach it, so forgetting the types loses nothing.
  return kind as unknown as AnyKind;
}
