import { useCallback, useState } from 'react';
import { isRecord } from '../provider/problem';

const prefix = 'linggong.preference.';

/** A preference as it lies in this browser. */
export function readPreference<T>(name: string, fallback: T, accepts: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
    return accepts(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function dropPreference(name: string): void {
  localStorage.removeItem(prefix + name);
}

/**
 * How somebody likes his console on this computer (menu folded, columns shown). Unlike react-admin's store it survives signing out.
 * `accepts` guards against what an older version left behind.
 */
export function usePreference<T>(
  name: string,
  fallback: T,
  accepts: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readPreference(name, fallback, accepts));
  const store = useCallback(
    (next: T) => {
      setValue(next);
      localStorage.setItem(prefix + name, JSON.stringify(next));
    },
    [name],
  );
  return [value, store];
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isFlags = (value: unknown): value is Record<string, boolean> =>
  isRecord(value) && Object.values(value).every(isBoolean);
