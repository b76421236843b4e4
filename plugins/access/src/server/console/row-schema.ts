import { fieldRules } from '@linggong/config/access';
import { z } from 'zod';
import { dayText, fenOutput, instantOutput } from '../../api/fields';
import type { FilterKind, ListColumn } from '../../domain/list-query';
import type { ConsoleResource } from './console-resource';

const whole = z.union([z.bigint(), z.number()]);

/** What a column holds, by how it is filtered; of one that is not filtered the list says nothing. */
const typeOf: Readonly<Record<Exclude<FilterKind, 'enum'>, z.ZodType>> = {
  text: z.string(),
  prefix: z.string(),
  exact: z.string(),
  relation: whole,
  uuid: z.uuid(),
  number: whole,
  day: dayText,
  instant: instantOutput,
  boolean: z.boolean(),
};

/**
 * A row of a console list as the API document shows it: its shown columns and no other. A list joins, so each may be null but the id;
 * one that some role does not see is promised to nobody.
 */
export function rowSchema({ resource, columns }: Pick<ConsoleResource, 'resource' | 'columns'>) {
  const hidden = new Set(fieldRules.filter((rule) => rule.resource === resource).map(({ field }) => field));
  const shown = Object.entries(columns).filter(([, { shown: isShown }]) => isShown !== false);
  return z.strictObject(
    Object.fromEntries(
      shown.map(([name, column]) => {
        const schema = name === 'id' ? columnSchema(column) : columnSchema(column).nullable();
        return [name, hidden.has(name) ? schema.optional() : schema];
      }),
    ),
  );
}

function columnSchema({ filter, values, sum }: ListColumn): z.ZodType {
  if (sum === true) return fenOutput;
  if (filter === undefined) return z.unknown();
  return filter === 'enum' ? z.enum([...(values ?? [])]) : typeOf[filter];
}
