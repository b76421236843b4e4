import { z } from 'zod';

const schema = z.strictObject({ importId: z.uuid() });

/** Reads the payload of the import job; another shape is a fault of the program. */
export function importPayload(payload: unknown): { importId: string } {
  return schema.parse(payload);
}
