import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { withUploadedFile } from '@linggong/access';
import { streamDigest } from '@linggong/core';
import { uploadBytesMax } from '../../api';
import { formFields, isJson, readMapping, wholeBody, type Mapping } from './upload-form';

/** One hash for what an upload means: its bytes and the mapping that came with them, however the form was put together. */
export function digestOf(sha256: string, mapping: Mapping): string {
  const entries = Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([sha256, entries]))
    .digest('hex');
}

/** Reads an upload that is not wanted any more for its digest: an Idempotency-Key that has an answer came again. */
export function uploadDigest(request: IncomingMessage): Promise<string> {
  if (isJson(request)) return streamDigest(wholeBody(request), uploadBytesMax).then((sha256) => digestOf(sha256, {}));
  return withUploadedFile(
    request,
    async ({ stream, fields }) => {
      const mapping = readMapping(fields.get('columns'));
      return digestOf(await streamDigest(stream, uploadBytesMax), mapping);
    },
    formFields,
  );
}
