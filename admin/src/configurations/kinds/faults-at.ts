import type { Fault } from '@linggong/studio/domain';

/** Faults of exactly this place of a content. */
export function faultsAt(faults: readonly Fault[], path: string): readonly Fault[] {
  return faults.filter((fault) => fault.path === path);
}

/** Whether something is wrong at a place or anywhere below it. */
export function isFaulty(faults: readonly Fault[], path: string): boolean {
  return faults.some((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
}

/** A member or an item of a place. */
export function under(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${String(name)}`;
}
