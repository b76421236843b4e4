import { types } from 'pg';

type TextParser = (text: string) => unknown;

const OID = {
  json: 114,
  jsonb: 3802,
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  int8Array: 1016,
  numericArray: 1231,
  dateArray: 1182,
} as const;

const arrayOf = (parseOne: TextParser): TextParser => {
  return (text) => arrayItems(text).map((item) => (item === null ? null : parseOne(item)));
};

/** Items of a one-dimensional PostgreSQL array literal of numbers or dates, whose items never need quotes. */
function arrayItems(text: string): (string | null)[] {
  const inner = text.slice(1, -1);
  if (inner === '') return [];
  return inner.split(',').map((item) => (item === 'NULL' ? null : item));
}

// Strapi writes `timestamp without time zone` in UTC; without the Z the driver would read it in the process's zone.
const utcTimestamp: TextParser = (text) => new Date(`${text.replace(' ', 'T')}Z`);
const asText: TextParser = (text) => text;
// JSON.parse is called with the text alone: a second argument would be taken for a reviver.
const parseJson: TextParser = (text) => JSON.parse(text);

const parsers = new Map<number, TextParser>([
  // Strapi sets a driver-wide parser that leaves jsonb as text; ours is always parsed.
  [OID.json, parseJson],
  [OID.jsonb, parseJson],
  [OID.int8, BigInt],
  [OID.numeric, asText],
  [OID.date, asText],
  [OID.timestamp, utcTimestamp],
  [OID.int8Array, arrayOf(BigInt)],
  [OID.numericArray, arrayOf(asText)],
  [OID.dateArray, arrayOf(asText)],
]);

/**
 * Column parsers of our own pool. They stand on the pool and not on the driver, because Strapi sets process-wide parsers
 * there that turn numerics into floats.
 */
export const columnParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): TextParser {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    if (own) return own;
    if (oid === OID.timestamptz) return (text) => new Date(text);
    return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
  },
};
