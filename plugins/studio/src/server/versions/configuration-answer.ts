import type { Queryable } from '@linggong/core';
import { notFound, type Text2 } from '@linggong/core/domain';
import { versionsMax, type ConfigurationAnswer, type VersionLine } from '../../api';
import { openStates, type KindName } from '../../domain';
import { hasPast } from '../replay/consumers';
import type { StudioTools } from '../tools';

interface ConfigurationRow {
  readonly id: number;
  readonly kind: KindName;
  readonly key: string;
  readonly name: Text2;
  readonly description: Text2;
  readonly reviewBy: string | null;
}

/**
 * A configuration with its history.
 * @param onlyForce of versions that are or were in force alone: what readers from outside see
 * @throws Problem 404
 */
export async function configurationAnswerOf(
  { consumers }: Pick<StudioTools, 'consumers'>,
  db: Queryable,
  id: number,
  onlyForce = false,
): Promise<ConfigurationAnswer> {
  const row = await db.maybeOne<ConfigurationRow>(
    `SELECT id, kind, key, jsonb_build_object('zh', name_zh, 'en', name_en) AS name,
            jsonb_build_object('zh', description_zh, 'en', description_en) AS description, studio.review_day(kind, review_by,
              (SELECT v.content FROM studio.versions v WHERE v.configuration_id = c.id AND v.state = 'in-force')) AS "reviewBy"
       FROM studio.configurations c WHERE id = $1`,
    [id],
  );
  const versions = row ? await versionLines(db, id, onlyForce) : [];
  if (row === undefined || (onlyForce && versions.length === 0)) throw notFound({ zh: '配置', en: 'configuration' });
  const inForce = versions.find(({ state }) => state === 'in-force');
  const open = versions.find(({ state }) => openStates.includes(state));
  return {
    ...row,
    area: row.key.split('.')[0] ?? row.key,
    inForce: inForce?.inForceFrom ? { id: inForce.id, versionNo: inForce.versionNo, since: inForce.inForceFrom } : null,
    open: open ? { id: open.id, versionNo: open.versionNo, state: open.state } : null,
    versions,
    usedBy: consumers.namesOf(row.kind, row.key),
    replayable: await hasPast(db, consumers, row),
  };
}

function versionLines(db: Queryable, configurationId: number, onlyForce: boolean): Promise<VersionLine[]> {
  return db.query<VersionLine>(
    `SELECT id, version_no AS "versionNo", state, note, based_on AS "basedOn", effective_from AS "effectiveFrom",
            shadow_from AS "shadowFrom", in_force_from AS "inForceFrom", in_force_to AS "inForceTo", state_reason AS "stateReason",
            created_at AS "createdAt", created_name AS "createdBy", submitted_name AS "submittedBy", decided_name AS "decidedBy"
       FROM studio.versions WHERE configuration_id = $1 AND (NOT $2 OR in_force_from IS NOT NULL)
      ORDER BY version_no DESC LIMIT $3`,
    [configurationId, onlyForce, versionsMax],
  );
}
