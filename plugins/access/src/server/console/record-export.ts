import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command } from '@linggong/core';
import type { ConsoleResource } from './console-resource';

export interface ExportedPage {
  readonly resource: ConsoleResource;
  readonly body: readonly object[];
  /** Place of the first row in the filtered set, from 0. */
  readonly first: number;
  readonly total: number;
  /** The filter as it was sent. */
  readonly filter: string | undefined;
}

/**
 * Writes down who takes which rows of which list away. Filters may hold what was searched for, so that the entry keeps the names
 * of their columns and a hash: the same export is known again, and nothing can be read from it.
 */
export async function recordExport(strapi: Core.Strapi, command: Command, page: ExportedPage): Promise<void> {
  const { resource, body, first, total, filter } = page;
  const after = {
    rows: body.length,
    first,
    total,
    ...(filter === undefined ? {} : { filteredBy: columnsOf(filter), filterSha256: sha256(filter) }),
  };
  await databaseOf(strapi).transaction((tx) =>
    record(tx, command, { action: 'console.export', subject: { kind: resource.resource, id: resource.name }, after }),
  );
}

/** The filter was read as an object of known columns before the rows were. */
function columnsOf(filter: string): string {
  return Object.keys(JSON.parse(filter) as object)
    .sort()
    .join(',');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
