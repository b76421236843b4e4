import type { Relation, Tuple } from '@linggong/audit/domain';
import { parseMessage } from '@linggong/audit/domain';

/**
 * Says what our parser read of pgoutput in the words of test_decoding, which PostgreSQL's own project writes: where both agree, letter by letter,
 * nothing was lost, moved or taken for something else.
 * @param typeNames names of types by oid, as `format_type` gives them
 */
export function decodedTexts(payloads: readonly Buffer[], typeNames: ReadonlyMap<number, string>): string[] {
  const relations = new Map<number, Relation>();
  let xid = 0;
  return payloads.flatMap((payload): string[] => {
    const message = parseMessage(payload);
    const columnsOf = (oid: number, tuple: Tuple, skipsNull = false): string =>
      columnTexts(relations.get(oid), tuple, typeNames, skipsNull);
    const table = (oid: number): string => relations.get(oid)?.name ?? '';
    switch (message.kind) {
      case 'begin':
        xid = message.xid;
        return [`BEGIN ${xid}`];
      case 'commit':
        return [`COMMIT ${xid}`];
      case 'relation':
        relations.set(message.relation.oid, message.relation);
        return [];
      case 'note': {
        // This fixture reads messages of a few bytes, and only a long one is cut.
        const { content = '', prefix } = message;
        return [`message: transactional: 1 prefix: ${prefix}, sz: ${Buffer.byteLength(content)} content:${content}`];
      }
      case 'insert':
        return [`table ${table(message.oid)}: INSERT:${columnsOf(message.oid, message.after)}`];
      case 'update': {
        const { oid, before, after } = message;
        const old = before && ` old-key:${columnsOf(oid, before, true)} new-tuple:`;
        return [`table ${table(oid)}: UPDATE:${old ?? ''}${columnsOf(oid, after)}`];
      }
      case 'delete':
        return [`table ${table(message.oid)}: DELETE:${columnsOf(message.oid, message.before, true)}`];
      case 'truncate':
        return [`table ${message.oids.map(table).join(', ')}: TRUNCATE: (no-flags)`];
      case 'other':
        return [];
      default: {
        const none: never = message;
        return none;
      }
    }
  });
}

function columnTexts(
  relation: Relation | undefined,
  tuple: Tuple,
  typeNames: ReadonlyMap<number, string>,
  skipsNull: boolean,
): string {
  return tuple
    .map((value, place) => {
      const column = relation?.columns[place];
      if (!column) return ' ?';
      if (value === null && skipsNull) return '';
      return ` ${column.name}[${typeNames.get(column.typeOid) ?? '?'}]:${literal(column.typeOid, value)}`;
    })
    .join('');
}

/** int2, int4, int8, oid, float4, float8, numeric are written bare, bool in words, everything else quoted. */
const bareTypes = new Set([21, 23, 20, 26, 700, 701, 1700]);
const boolType = 16;

function literal(typeOid: number, value: Tuple[number]): string {
  if (value === null) return 'null';
  if (value === undefined) return 'unchanged-toast-datum';
  if (typeof value !== 'string') return '?';
  if (bareTypes.has(typeOid)) return value;
  if (typeOid === boolType) return value === 't' ? 'true' : 'false';
  return `'${value.replaceAll("'", "''")}'`;
}
