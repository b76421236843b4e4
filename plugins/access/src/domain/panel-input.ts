import { isTypeName } from './panel-routes';
import { unsafeTextPath } from './unsafe-text';

const int4Max = 2_147_483_647;

/** Fields of the panel's inputs that hold row numbers, at any depth, with the operators of a filter below them. */
const numberFields = new Set([
  'id',
  'ids',
  'parent',
  'folder',
  'folderId',
  'fileIds',
  'folderIds',
  'destinationFolderId',
]);
/** Parts of a query that hold names of fields, not values. */
const nameFields = new Set(['populate', 'fields', 'sort']);
const nullOperators = new Set(['$null', '$notNull']);

/** Deepest input that is looked into; deeper ones are refused. */
const depthMax = 24;

export interface PanelInput {
  /** What Strapi or PostgreSQL would choke on; undefined where all is well. */
  readonly fault: string | undefined;
  /** Content types that the input names. */
  readonly types: readonly string[];
}

/**
 * Looks through a query or body of the panel before Strapi does. A row number that is no int4 makes two of its queries fail in
 * one transaction, and the second failure, which nobody waits for, ends the process; a NUL is refused by the database.
 */
export function readPanelInput(value: unknown): PanelInput {
  const types: string[] = [];
  const unsafe = unsafeTextPath(value);
  return { fault: unsafe ?? faultIn(value, { name: '', isNumber: false, isName: false, depth: 0 }, types), types };
}

interface Place {
  readonly name: string;
  readonly isNumber: boolean;
  /** Below a part that holds names; only a filter inside of it holds values again. */
  readonly isName: boolean;
  readonly depth: number;
}

function faultIn(value: unknown, place: Place, types: string[]): string | undefined {
  if (place.depth > depthMax) return place.name;
  if (typeof value === 'string') {
    if (isTypeName(value)) types.push(value);
    return place.isNumber && !isRowNumber(value) ? place.name : undefined;
  }
  if (typeof value === 'number') return Math.abs(value) > int4Max ? place.name : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const fault = faultIn(child, placeOf(key, place), types);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function placeOf(key: string, place: Place): Place {
  const isName = key !== 'filters' && (place.isName || nameFields.has(key));
  const isField = !/^(?:\$\w+|\d+)$/.test(key);
  const isNumber = numberFields.has(key) || (place.isNumber && !isField);
  return {
    name: isField ? key : place.name,
    isNumber: isNumber && !isName && !nullOperators.has(key),
    isName,
    depth: place.depth + 1,
  };
}

function isRowNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= int4Max;
}
