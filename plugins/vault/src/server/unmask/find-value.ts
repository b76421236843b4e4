import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import type { Actor, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { UnmaskBody } from '../../api';
import { unmaskOwnersOf, type SensitiveValue, type UnmaskScope } from './unmask-owners';

/** Who asks for a value, and which rows he reaches. */
export interface UnmaskCaller {
  readonly actor: Actor;
  readonly scope: UnmaskScope;
  /** The rows are opened by an elevation (提权) of their resource, whose scope this is. */
  readonly isElevated: boolean;
}

/**
 * The value that is asked for, unopened. A row that the caller may not read by the matrix, one outside of his scope, an unknown field and
 * an empty one are the same answer.
 * @throws Problem 404
 */
export async function findValue(
  strapi: Core.Strapi,
  db: Queryable,
  asked: Pick<UnmaskBody, 'subject' | 'field'>,
  caller: UnmaskCaller,
): Promise<SensitiveValue> {
  const value = await seekValue(strapi, db, asked, caller);
  if (!value) throw notFound({ zh: '敏感字段', en: 'sensitive field' });
  return value;
}

/** As `findValue`; undefined where there is nothing to be shown. */
export async function seekValue(
  strapi: Core.Strapi,
  db: Queryable,
  { subject, field }: Pick<UnmaskBody, 'subject' | 'field'>,
  { actor, scope, isElevated }: UnmaskCaller,
): Promise<SensitiveValue | undefined> {
  const owner = unmaskOwnersOf(strapi).ownerOf(subject.kind);
  if (!owner || !(isElevated || mayRead(actor, subject.kind))) return undefined;
  return owner.find(db, { id: subject.id, field }, { scope, isElevated });
}

/** As far as he may unmask he must be able to read the row itself: a scope of one resource says nothing of another. */
function mayRead({ role }: Actor, kind: string): boolean {
  return role !== undefined && reachOf(role, kind, 'read') === reachOf(role, 'sensitive-field', 'unmask');
}
