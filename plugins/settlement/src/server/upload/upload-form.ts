import type { IncomingMessage } from 'node:http';
import { demandStorable } from '@linggong/access';
import { problem } from '@linggong/core/domain';
import { z } from 'zod';
import { payoutColumns, type PayoutColumnKey } from '../../api';
import { bodyBroken } from '../problems';

export type Mapping = Readonly<Record<string, PayoutColumnKey | null>>;

const columnKey = z.enum(payoutColumns.map((column) => column.key));
const mappingField = z.record(z.string().max(100), columnKey.nullable());

/** Text fields that may come before the file. */
export const formFields = ['columns'] as const;

export function isJson(request: IncomingMessage): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

/** The bytes of a body; where the sender goes away in the middle that is his refusal, no fault of ours. @throws Problem */
export async function* wholeBody(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // Without setEncoding a request yields buffers. Where nobody wants the rest, the line must live on to carry the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    throw request.complete ? error : bodyBroken();
  } finally {
    request.resume();
  }
}

/** @throws Problem 400 `input-invalid`, `body-not-json`, `text-not-storable` */
export function readMapping(text: string | undefined): Mapping {
  if (text === undefined) return {};
  const value = parseJson(text);
  demandStorable(value, 'columns');
  const parsed = mappingField.safeParse(value);
  if (parsed.success) return parsed.data;
  throw problem(
    400,
    'input-invalid',
    { zh: '列对应：应为“标题 → 列”的 JSON 对象', en: 'Mapping of columns: must be a JSON object of title to column' },
    { field: 'columns' },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the input, so it goes no further.
    throw problem(400, 'body-not-json', { zh: '列对应：不是有效的 JSON', en: 'Mapping of columns: is not valid JSON' });
  }
}
