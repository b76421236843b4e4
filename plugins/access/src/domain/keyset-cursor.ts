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
