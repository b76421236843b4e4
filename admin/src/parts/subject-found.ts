import type { FoundSubjects, SubjectSearch } from '@linggong/parties/api';
import { isRecord } from '../provider/problem';

export type SubjectKind = SubjectSearch['kind'];
export type FoundSubject = FoundSubjects['items'][number];

/** Who was found, as the server masks him. */
export function foundOf(json: unknown): FoundSubject[] {
  const items: unknown = isRecord(json) ? json['items'] : undefined;
  // The server checks every answer of this address against the schema that `FoundSubjects` is.
  return Array.isArray(items) ? (items as FoundSubject[]) : [];
}
