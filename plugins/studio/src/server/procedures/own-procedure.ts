import type { Queryable } from '@linggong/core';
import type { OwnProcedure } from '../../api';

/** The text of a procedure that binds an account, in the version that it acknowledges (R1.7); undefined where it does not bind it. */
export function ownProcedureOf(
  db: Queryable,
  configurationId: number,
  accountId: number,
): Promise<OwnProcedure | undefined> {
  return db.maybeOne<OwnProcedure>(
    `SELECT d.version_id AS "versionId", v.note, v.content
       FROM studio.procedure_duties d JOIN studio.versions v ON v.id = d.version_id
      WHERE d.configuration_id = $1 AND d.account_id = $2`,
    [configurationId, accountId],
  );
}
