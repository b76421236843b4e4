import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pain001Version } from '../../domain';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** Beside `src` and `dist`, so that sources and build find the same files. */
const schemas = path.resolve(__dirname, '../../../schemas');

/** Faults of one file that are told; they name elements and lines, but may quote values, so they are for tests and counts. */
export interface SchemaVerdict {
  readonly valid: boolean;
  readonly faults: readonly string[];
}

/** Validates a file of ours against the schema written from the standard's element list. */
export async function validatePain001(xml: string, version: Pain001Version): Promise<SchemaVerdict> {
  const schema = await readFile(path.join(schemas, `${version}.xsd`), 'utf8');
  const { valid, errors } = await validateXML({
    xml: { fileName: 'file.xml', contents: xml },
    schema: { fileName: 'schema.xsd', contents: schema },
    initialMemoryPages: 32 * memoryPages.MiB,
    maxMemoryPages: 512 * memoryPages.MiB,
  });
  return { valid, faults: errors.map(({ message }) => message) };
}
