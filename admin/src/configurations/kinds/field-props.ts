import type { AnyField, Fault } from '@linggong/studio/domain';

/** What every input of a described field gets. */
export interface FieldProps {
  readonly field: AnyField;
  readonly value: unknown;
  /** Where the value stands in the content. */
  readonly path: string;
  readonly faults: readonly Fault[];
  readonly onChange: (value: unknown) => void;
}

/** The member of a value that is a record; undefined where it has none of that name. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

/** The record with one member put. */
export function withMember(value: unknown, name: string, member: unknown): unknown {
  return { ...(typeof value === 'object' ? value : {}), [name]: member };
}
