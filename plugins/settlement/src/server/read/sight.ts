import { outsideRoles, type Role } from '@linggong/config/access';
import { personCodes, STRANGER, toldAs, type Sight } from '../../api/discretion';

export function sightOf(role: Role): Sight {
  return (outsideRoles as readonly Role[]).includes(role) ? 'told' : 'exact';
}

/**
 * True where the enterprise of line `l` knows its person, never null. A line that was checked before this was kept asks its own engagement and
 * task: a subquery for each such row of a page or batch, in the place of one that the planner would hash all tasks for.
 */
export const isOwnPerson = `coalesce(l.is_known, CASE WHEN l.engagement_id IS NULL THEN false
  ELSE (SELECT true FROM tasks.published_task_facts kt JOIN public.settlement_batches kb ON kb.enterprise_id = kt.enterprise_id
         WHERE kt.task_id = l.task_id AND kb.id = l.batch_id LIMIT 1) END, false)`;

/**
 * True where line `l` names a person whom its enterprise neither engaged nor signed with, be he registered or not. What is wrong
 * with the number itself stands in the sheet and is told as it is.
 */
export const isStranger = `(l.identity_blind IS NOT NULL AND l.codes <> '{}' AND NOT ${isOwnPerson}
  AND NOT EXISTS (SELECT FROM unnest(l.codes) AS fault (code) WHERE fault.code LIKE 'identity-%'))`;

const renamed = Object.entries(toldAs)
  .map(([code, told]) => `WHEN c.code = '${code}' THEN '${told}'`)
  .join(' ');

const toldCodes = `CASE WHEN l.codes = '{}' THEN l.codes ELSE ARRAY(
    SELECT CASE WHEN ${isStranger} AND c.code = ANY ('{${personCodes.join(',')}}') THEN '${STRANGER}' ${renamed} ELSE c.code END
      FROM unnest(l.codes) AS c (code)
     UNION SELECT '${STRANGER}' WHERE ${isStranger} ORDER BY 1) END`;

/** SQL of the codes of line `l`, each once, as somebody reads them: filters, groups and choices go by what is shown. */
export const codesFor: Readonly<Record<Sight, string>> = { exact: 'l.codes', told: toldCodes };
