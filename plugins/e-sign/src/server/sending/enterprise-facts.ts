import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';

interface EnterpriseFacts {
  readonly name: string;
  readonly uscc: string;
  readonly state: string;
}

/** An enterprise as contracts name it. @throws Problem `not-found` */
export async function enterpriseOf(db: Queryable, enterpriseId: number): Promise<EnterpriseFacts> {
  const facts = await db.maybeOne<EnterpriseFacts>(
    'SELECT name, uscc, state FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  if (facts === undefined) throw notFound({ zh: '企业', en: 'enterprise' });
  return facts;
}
