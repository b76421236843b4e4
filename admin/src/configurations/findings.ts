import type { AnyKind, Fault, Json, KindName } from '@linggong/studio/domain';

export interface Findings {
  readonly faults: Fault[];
  readonly hints: Fault[];
}

/** What the page asks the worker about, and what it is told. */
export interface AskedFindings {
  readonly id: number;
  readonly kind: KindName;
  readonly content: Json;
}
export interface ToldFindings {
  readonly id: number;
  readonly found: Findings | undefined;
}

/** Faults and hints of a content while it is edited; undefined where its shape is not whole yet. */
export function findingsOf(kind: AnyKind, content: Json): Findings | undefined {
  const read = kind.content.safeParse(content);
  return read.success ? { faults: kind.faults(read.data), hints: kind.hints(read.data) } : undefined;
}
