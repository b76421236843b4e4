import { isDay } from '@linggong/core/domain';
import { isUnsafeText } from './unsafe-text';

/**
 * A place in an ordered list: the sort value and the row number of the last row given. Clients treat it as opaque text.
 */
export interface Place {
  readonly value: string;
  readonly id: string;
}

/** base64url of the place; made of texts only, so it fits an address. */
export function cursorOf(place: Place, encode: (text: string) => string): string {
  return encode(JSON.stringify([place.value, place.id]));
}

/** The place of a cursor, or undefined where it is none of ours. */
export function placeOf(cursor: string, decode: (text: string) => string): Place | undefined {
  try {
    const place: unknown = JSON.parse(decode(cursor));
    if (!Array.isArray(place) || place.length !== 2) return undefined;
    const [value, id]: unknown[] = place;
    if (typeof value !== 'string' || typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined;
    return { value, id };
  } catch {
    return undefined;
  }
}

export type PlaceType = 'int' | 'bigint' | 'uuid' | 'timestamptz' | 'timestamp' | 'date' | 'text';

const within = (text: string, bits: number): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?';
const timeForms = {
  timestamp: new RegExp(`^${CLOCK}$`),
  timestamptz: new RegExp(`^${CLOCK}[+-](0\\d|1[0-4])(:[0-5]\\d)?$`),
} as const;

/** Whether a part of a cursor can be a value of a type, as PostgreSQL prints it: anybody can make up a cursor. */
export function fitsType(text: string, type: PlaceType): boolean {
  switch (type) {
    case 'int':
      return within(text, 32);
    case 'bigint':
      return within(text, 64);
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
    case 'date':
      return isDay(text);
    case 'timestamp':
    case 'timestamptz':
      return isDay(text.slice(0, 10)) && text[10] === ' ' && timeForms[type].test(text.slice(11));
    case 'text':
      return !isUnsafeText(text);
  }
}
