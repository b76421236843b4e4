import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import type { Actor, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { UnmaskBody } from '../../api';
import { unmaskOwnersOf, type SensitiveValue, type UnmaskScope } from './unmask-owners';

/**
 * The value that is asked for, unopened. A row that the caller may not read by the matrix, one outside of his scope, an unknown field and
 * an empty one are the same answer.
 * @throws Problem 404
 */
export async function findValue(
  strapi: Core.Strapi,
  db: Queryable,
  { subject, field }: Pick<UnmaskBody, 'subject' | 'field'>,
  caller: { readonly actor: Actor; readonly scope: UnmaskScope },
): Promise<SensitiveValue> {
  const owner = unmaskOwnersOf(strapi).ownerOf(subject.kind);
  const value =
    owner && mayRead(caller.actor, subject.kind)
      ? await owner.find(db, { id: subject.id, field }, caller.scope)
      : undefined;
  if (!value) throw notFound({ zh: '敏感字段', en: 'sensitive field' });
  return value;
}

/** As far as he may unmask he must be able to read the row itself: a scope of one resource says nothing of another. */
function mayRead({ role }: Actor, kind: string): boolean {
  return role !== undefined && reachOf(role, kind, 'read') === reachOf(role, 'sensitive-field', 'unmask');
}
