import type { Text2 } from '@linggong/core/domain';
import type { Json, KindName, TestCase } from './kind';

/**
 * A configuration that the platform works by from its first day: what code asks for by kind and key. It is adopted as version 1, in
 * force, where the database has none of that key; from then on it belongs to the operators.
 */
export interface Seed {
  readonly kind: KindName;
  /** Kebab-case with a point after the area: `risk.line`. */
  readonly key: string;
  readonly name: Text2;
  readonly description: Text2;
  /** Who asks for it, in the words of its page; left out where a consumer with a past or a judgement says so itself. */
  readonly usedBy?: Text2;
  readonly content: Json;
  readonly cases: readonly TestCase[];
}
