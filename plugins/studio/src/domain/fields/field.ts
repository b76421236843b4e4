import type { Text2 } from '@linggong/core/domain';
import type { z } from 'zod';

/** What one value of a choice is called. */
export type Choices = Readonly<Record<string, Text2>>;

/** How a value is entered and read. The console has one input for each type, `changes` and `shown` one wording. */
export type Control =
  | {
      readonly type: 'text';
      readonly max: number;
      readonly lines: 'one' | 'many';
      readonly required: boolean;
      /** What it is a code of, where pages can offer those that there are. */
      readonly of?: 'kind-of-work';
    }
  | { readonly type: 'text2'; readonly max: number; readonly lines: 'one' | 'many'; readonly required: boolean }
  | { readonly type: 'count'; readonly min: number; readonly max: number; readonly unit?: Text2 }
  | { readonly type: 'money' }
  | { readonly type: 'rate' }
  /** `open`: a draft may leave it empty, which is a fault until it is picked. */
  | { readonly type: 'day'; readonly open: boolean }
  | { readonly type: 'time' }
  | { readonly type: 'instant' }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly choices: Choices }
  | { readonly type: 'choices'; readonly choices: Choices; readonly none: Text2 }
  | { readonly type: 'maybe'; readonly of: AnyField; readonly absent: Text2 }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, AnyField>> }
  | ListControl
  | { readonly type: 'variant'; readonly tag: string; readonly options: Readonly<Record<string, AnyField>> };

export interface ListControl {
  readonly type: 'list';
  readonly of: AnyField;
  /** What one item is called: 「条款」. */
  readonly item: Text2;
  /** What it means that there is none, mostly “every”; a list that is merely empty says nothing. */
  readonly none?: Text2;
  readonly min: number;
  readonly max: number;
  /** Member that tells items apart in every version; without one, items are told apart by their place. */
  readonly key?: string;
  /** Member that a reader knows an item by; the key where absent. */
  readonly title?: string;
}

/**
 * One value of a content described once (字段): its shape, its words, what a new one holds and how it is entered. Shape, faults,
 * readable changes and the editor of a kind all follow from the same description, so that they cannot drift apart.
 */
export interface Field<T> {
  readonly label: Text2;
  readonly help?: Text2;
  readonly schema: z.ZodType<T>;
  readonly empty: T;
  readonly control: Control;
}

/** A field whose type has been forgotten. */
export type AnyField = Field<unknown>;

/** The type of what a field holds. */
export type Of<F> = F extends Field<infer T> ? T : never;
