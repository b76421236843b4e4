import type { IncomingMessage } from 'node:http';
import { withUploadedFile, type UploadedFile } from '@linggong/access';
import { readSheet, Spool } from '@linggong/core';
import { maxLines, payoutColumns, uploadBytesMax } from '../../api';
import { jsonSource, sheetSource, type LineSource } from './line-sources';
import { digestOf } from './upload-digest';
import { formFields, isJson, readMapping, wholeBody, type Mapping } from './upload-form';

export interface ReceivedUpload {
  readonly source: LineSource;
  /** Titles that the sender mapped to columns with this upload; to be remembered. */
  readonly mapping: Mapping;
  /** What tells this upload from another under the same Idempotency-Key. */
  readonly digest: string;
}

/**
 * Takes an upload from the request and gives it to `use`: multipart with `file` (and before it, optionally, `columns`: a JSON
 * object that maps titles of the sheet), or JSON `{lines}`. Either is spooled encrypted and walked line by line, never whole
 * in memory. Called after authentication; nothing has touched the stream before.
 * @param remembered titles that the enterprise mapped earlier
 * @throws Problem of the form, of `readSheet`, of a JSON line, and what `use` throws
 */
export function receiveUpload<R>(
  request: IncomingMessage,
  remembered: Mapping,
  use: (received: ReceivedUpload) => Promise<R>,
): Promise<R> {
  if (isJson(request)) return receiveJson(request, use);
  return withUploadedFile(request, (file) => receiveSheet(file, remembered, use), formFields);
}

async function receiveSheet<R>(
  { name, stream, fields }: UploadedFile,
  remembered: Mapping,
  use: (received: ReceivedUpload) => Promise<R>,
): Promise<R> {
  const mapping = readMapping(fields.get('columns'));
  const fileName = name === 'file' ? 'sheet' : name;
  const sheet = await readSheet(stream, {
    fileName,
    columns: payoutColumns,
    maxRows: maxLines,
    maxBytes: uploadBytesMax,
    mapping: { ...remembered, ...mapping },
  });
  try {
    return await use({ source: sheetSource(sheet, fileName), mapping, digest: digestOf(sheet.sha256, mapping) });
  } finally {
    await sheet.close();
  }
}

async function receiveJson<R>(request: IncomingMessage, use: (received: ReceivedUpload) => Promise<R>): Promise<R> {
  const spool = await Spool.from(wholeBody(request), uploadBytesMax);
  try {
    return await use({ source: jsonSource(spool), mapping: {}, digest: digestOf(spool.sha256, {}) });
  } finally {
    await spool.close();
  }
}
