import { UNMASK_VISIBLE_MS } from '@linggong/vault/domain';

/** How long a clear value may still stand on this screen, in milliseconds; a clock that is wrong by more than that is not asked. */
export function lastingMs(until: string, now: number): number {
  const left = Date.parse(until) - now;
  return left > 0 && left <= UNMASK_VISIBLE_MS ? left : UNMASK_VISIBLE_MS;
}

/** Of an approval's subject, `worker:12:phone@7`: the field, and the account that asks. */
export function sensitiveOf(subjectId: string): Sensitive | undefined {
  const [, kind, id, field] = /^([a-z-]+):(\d+):([A-Za-z]+)@\d+$/.exec(subjectId) ?? [];
  return kind === undefined || id === undefined || field === undefined ? undefined : { kind, id: Number(id), field };
}

/** A sensitive field of a row, as the API names it. */
export interface Sensitive {
  readonly kind: string;
  readonly id: number;
  readonly field: string;
}
