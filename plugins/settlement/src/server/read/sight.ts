import { outsideRoles, type Role } from '@linggong/config/access';
import { personCodes, STRANGER, toldAs, type Sight } from '../../api/discretion';

export function sightOf(role: Role): Sight {
  return (outsideRoles as readonly Role[]).includes(role) ? 'told' : 'exact';
}

/**
 * True where line `l` names a person whom its enterprise neither engaged nor signed with, be he registered or not. What is wrong
 * with the number itself stands in the sheet and is told as it is.
 */
export const isStranger = `(NOT l.is_known AND l.identity_blind IS NOT NULL AND l.codes <> '{}'
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
