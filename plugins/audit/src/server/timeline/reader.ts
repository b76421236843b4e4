import { reachOf, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { isRowNumber } from './row-number';
import type { Stories, Subject } from './stories';

/** Who reads: a role, and the rows that the matrix lets him (the row scope of access, which stands above this plugin). */
export interface Reader {
  readonly role: Role;
  readonly scope:
    | { readonly kind: 'all' }
    | { readonly kind: 'enterprise'; readonly enterpriseId: number }
    | { readonly kind: 'worker'; readonly workerId: number }
    | { readonly kind: 'account'; readonly accountId: number };
}

interface Owner {
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  /** Of a person of whose data nothing but keeping is left (PIPL art. 47): his story is told to himself and to whoever audits. */
  readonly isLocked?: boolean;
}

/** Whoever searches the whole log reads every story, and all that entries tell. */
export function readsWholeLog(role: Role): boolean {
  return reachOf(role, 'audit-entry', 'list') === 'all';
}

/** May this role look at things of a resource at all? Reads and lists are often one right under two names. */
export function mayRead(role: Role, resource: string): boolean {
  if (readsWholeLog(role)) return true;
  const reach = reachOf(role, resource, 'read') ?? reachOf(role, resource, 'list');
  // A reviewer's queue is no reach over stories: what waits for him today was another's yesterday.
  return reach === 'all' || reach === 'own';
}

/**
 * Lets a reader have the story of an object, or says that there is none: an unknown kind, a row that is not there and a row of
 * somebody else are one answer. @throws Problem 404
 */
export async function demandStory(db: Queryable, stories: Stories, subject: Subject, reader: Reader): Promise<void> {
  const story = stories.kind(subject.kind);
  // Who reads the whole log may ask for what no longer has a row, for kinds that nobody declared, and for looks at lists.
  if (readsWholeLog(reader.role)) return;
  if (!story || !isRowNumber(subject.id) || !mayRead(reader.role, story.resource)) throw noStory();
  const owner = await db.maybeOne<Owner>(story.owner, [Number(subject.id)]);
  if (!owner || !covers(reader.scope, owner)) throw noStory();
  // By the role, not by the scope: an elevation gives staff the scope of a worker.
  if (owner.isLocked === true && reader.role !== 'worker') throw noStory();
}

function covers(scope: Reader['scope'], { enterpriseId, workerId }: Owner): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'enterprise') return enterpriseId === scope.enterpriseId;
  return scope.kind === 'worker' && workerId === scope.workerId;
}

const noStory = (): Error => notFound({ zh: '时间线', en: 'timeline' });
