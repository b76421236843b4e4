import type { NewsAnswer } from '@linggong/access/api';

/** One line of what came of my things (消息), as it is on the wire. */
export type NewsLine = Omit<NewsAnswer['items'][number], 'at' | 'dueAt'> & { at: string; dueAt: string | null };

/** What `GET /api/v1/me/news` answers. */
export interface News {
  newCount: number;
  items: readonly NewsLine[];
}

/** Where a line leads: the thing itself; the list where it tells of several, or of a file that is taken at the list. */
export function pathOf({ kind, page, subjectId }: Pick<NewsLine, 'kind' | 'page' | 'subjectId'>): string {
  const isThing = subjectId !== null && kind !== 'export-ready' && kind !== 'export-failed';
  return isThing ? `/${page}/${encodeURIComponent(subjectId)}/show` : `/${page}`;
}

/** What the bell shows: no more than two figures. */
export function countText(count: number): string {
  return count > 99 ? '99+' : count.toString();
}

/** Earlier lines below the newest ones; what was told again meanwhile stands once, where it is new. */
export function joined(newest: readonly NewsLine[], earlier: readonly NewsLine[]): NewsLine[] {
  const first = newest.at(-1);
  if (first === undefined) return [...newest];
  return [...newest, ...earlier.filter(({ id }) => BigInt(id) < BigInt(first.id))];
}
