import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Fault, Json, KindName } from '../../domain';
import { pastRecords } from './past-records';
import { pastReviews } from './past-reviews';
import type { Period, ReplaySource } from './replay-source';

/** Whoever is configured by a configuration (使用方). */
export interface Consumer {
  readonly kind: KindName;
  readonly key: string;
  /** What it does, in the words of the page; absent where the `usedBy` of a seed says it. */
  readonly name?: Text2;
  /** Where its past is: as soon as there is any, a version is replayed on it before it is submitted. */
  readonly replay?: ReplaySource;
  /**
   * What it does not take of a draft beside what the kind refuses: asked when the draft is checked, and again for the day on which it comes
   * into force. `current` is what is in force; `day` the first day of the draft.
   */
  readonly judge?: Judge;
}

export type Judge = (content: Json, current: Json | undefined, day: Day) => Fault[];

export interface Consumers {
  /** @throws Error where a second source is named for one configuration */
  add(...consumers: readonly Consumer[]): void;
  namesOf(kind: KindName, key: string): Text2[];
  sourceOf(kind: KindName, key: string): ReplaySource | undefined;
  judgesOf(kind: KindName, key: string): Judge[];
}

export function createConsumers(): Consumers {
  const known: Consumer[] = [];
  const of = (kind: KindName, key: string): Consumer[] =>
    known.filter((consumer) => consumer.kind === kind && consumer.key === key);
  const named = (kind: KindName, key: string): ReplaySource | undefined =>
    of(kind, key).find(({ replay }) => replay)?.replay;
  return {
    add(...consumers) {
      for (const consumer of consumers) {
        if (consumer.replay && named(consumer.kind, consumer.key))
          throw new Error(`${consumer.kind} ${consumer.key} has a source of its past already`);
        known.push(consumer);
      }
    },
    namesOf: (kind, key) => [...of(kind, key).flatMap(({ name }) => name ?? []), ...generalUse(kind, key)],
    sourceOf: (kind, key) => named(kind, key) ?? generalPast(kind, key),
    judgesOf: (kind, key) => of(kind, key).flatMap(({ judge }) => judge ?? []),
  };
}

/** What operators add beside the seeds is asked for by these; nothing else asks for a key that code does not know. */
function generalUse(kind: KindName, key: string): Text2[] {
  if (kind === 'procedure') return [{ zh: '制度签收与复审', en: 'Acknowledgement and review of procedures' }];
  return kind === 'form' && key.startsWith('forms.') ? [{ zh: '表单填写与记录', en: 'Filling forms in' }] : [];
}

/** The past that the Studio keeps itself: what was filled in, and what reviews cited. */
function generalPast(kind: KindName, key: string): ReplaySource | undefined {
  if (kind === 'form') return pastRecords(key);
  return kind === 'criteria' ? pastReviews(key) : undefined;
}

const EVER: Period = { from: '2000-01-01', to: '2999-12-31' };

/** Whether there is anything that a version of a configuration can be replayed on: then it is, before it is submitted. */
export async function hasPast(
  db: Queryable,
  consumers: Pick<Consumers, 'sourceOf'>,
  { kind, key }: { readonly kind: KindName; readonly key: string },
): Promise<boolean> {
  const source = consumers.sourceOf(kind, key);
  if (source === undefined) return false;
  if (source.any) return source.any(db);
  return (await source.page(db, { ...EVER, after: undefined, limit: 1 })).length > 0;
}
