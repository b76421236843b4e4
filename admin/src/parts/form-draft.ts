import { isRecord } from '../provider/problem';
import { isKept, type FormField, type FormValues } from './form-checks';

const prefix = 'linggong.draft.';

/** Where the draft of a form lies: in this tab only, by account and page, so that nobody finds another's. */
export function draftName(identifier: string, path: string): string {
  return `${prefix}${identifier}.${path}`;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The answers that were typed before and may be kept; of no other field, whatever lies there. */
export function readDraft(place: Place, name: string, fields: readonly FormField[]): FormValues {
  try {
    const stored: unknown = JSON.parse(place.getItem(name) ?? 'null');
    if (!isRecord(stored)) return {};
    const kept = fields.filter(isKept).map((field) => [field.name, stored[field.name]] as const);
    return Object.fromEntries(kept.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/**
 * Keeps what differs from what the form began with: found again, it takes nothing back that somebody else has changed meanwhile. And only
 * what says nothing about a person: identity numbers, phones, cards and names never touch the disk.
 */
export function writeDraft(
  place: Place,
  name: string,
  fields: readonly FormField[],
  values: FormValues,
  initial: FormValues = {},
): void {
  const kept = fields
    .filter(isKept)
    .map((field) => [field.name, values[field.name] ?? ''] as const)
    .filter(([field, value]) => value !== (initial[field] ?? ''));
  place.setItem(name, JSON.stringify(Object.fromEntries(kept)));
}

export function dropDraft(place: Place, name: string): void {
  place.removeItem(name);
}
