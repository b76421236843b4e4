import type { RowChange } from './row-change';

/** Prefix of the notes that the witness's event triggers write into the log. */
export const ddlPrefix = 'linggong.ddl';

/** Why a table was written anew, by the bits of `pg_event_trigger_table_rewrite_reason()`. */
const rewriteReasons: readonly (readonly [number, string])[] = [
  [1, 'persistence'],
  [2, 'default value'],
  [4, 'column type'],
  [8, 'access method'],
];

const objectsMax = 100;
const textMax = 1_500;

/**
 * What a command did to tables, publications and functions of the watch (结构变更), one change an object. None for a text that our function does
 * not write: a superuser may write any.
 */
export function ddlChanges(content: string): RowChange[] {
  const said = objectOf(content);
  if (!said || !Array.isArray(said['objects'])) return [];
  const command = textOf(said['operation']);
  const objects: unknown[] = said['objects'].slice(0, objectsMax);
  return objects.flatMap((object) => changeOf(command, object));
}

/** A command whose note was too long to be read (不明结构变更): that something was altered is told, and not what. */
export const untoldChange: RowChange = {
  relation: 'unknown object',
  operation: 'ddl',
  rowKey: undefined,
  before: undefined,
  after: { object: 'its note in the log is too long to be read' },
};

function changeOf(command: string | undefined, object: unknown): RowChange[] {
  if (typeof object !== 'object' || object === null) return [];
  const of = (name: string): unknown => Reflect.get(object, name);
  const relation = textOf(of('relation'));
  if (relation === undefined) return [];
  const facts = {
    object: [textOf(of('kind')), textOf(of('identity'))].filter((part) => part !== undefined).join(' '),
    columns: textOf(of('columns')),
    'triggers off': textOf(of('off')),
    rewritten: rewritten(of('rewritten')),
    dropped: of('dropped') === true ? 'yes' : undefined,
  };
  const after = Object.fromEntries(
    Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== ''),
  );
  return [{ relation, operation: 'ddl', rowKey: command, before: undefined, after }];
}

function rewritten(reason: unknown): string | undefined {
  if (typeof reason !== 'number') return undefined;
  return rewriteReasons.flatMap(([bit, text]) => ((reason & bit) === bit ? [text] : [])).join(', ');
}

function objectOf(content: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(content);
    // A JSON object has string keys.
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What a column of text takes: no NUL, which a superuser may write, and no length without end. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !value.includes('\u0000') ? value.slice(0, textMax) : undefined;
}
