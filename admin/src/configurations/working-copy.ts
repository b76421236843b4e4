import { isRecord } from '../provider/problem';
import type { VersionAnswered } from './configuration';
import type { WrittenVersion } from './version-api';

/** What an editor has changed and not saved yet, and the revision that he began with. */
export interface WorkingCopy extends WrittenVersion {
  revision: number;
}

export function copyOf({ revision, content, cases, note }: VersionAnswered): WorkingCopy {
  return { revision, content, cases, note };
}

/** Does a copy say something else than what is saved? */
export function differs(copy: WrittenVersion, saved: WrittenVersion): boolean {
  return (['note', 'cases', 'content'] as const).some((part) => !isSame(copy[part], saved[part]));
}

/**
 * Whether two values are the same JSON, whatever the order of their names. What is the same object is not looked into: of a table of
 * 2,000 rows a key changes one, and it must not wait for the others.
 */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  // A name without a value is not there once it is saved.
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
}

/**
 * What of a copy is still unsaved once `sent` was saved: nothing, or what was typed while it was on its way, on top of what is saved now.
 */
export function unsavedAfter(
  copy: WorkingCopy | undefined,
  sent: WrittenVersion,
  { revision }: Pick<WorkingCopy, 'revision'>,
): WorkingCopy | undefined {
  return copy === undefined || !differs(copy, sent) ? undefined : { ...copy, revision };
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A copy that was kept in this tab and never saved; undefined where there is none, or one that cannot be read. */
export function readCopy(place: Place, name: string): WorkingCopy | undefined {
  try {
    const stored: unknown = JSON.parse(place.getItem(name) ?? 'null');
    if (!isRecord(stored) || typeof stored['revision'] !== 'number' || typeof stored['note'] !== 'string')
      return undefined;
    if (!Array.isArray(stored['cases']) || stored['content'] === undefined) return undefined;
    // Written by this page only; what the server takes of it, it reads by its schema again.
    return stored as unknown as WorkingCopy;
  } catch {
    return undefined;
  }
}

/** Keeps a copy in this tab; a storage that is full keeps none, and the page goes on. */
export function writeCopy(place: Place, name: string, copy: WorkingCopy): void {
  try {
    place.setItem(name, JSON.stringify(copy));
  } catch {
    place.removeItem(name);
  }
}
