import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import busboy from 'busboy';
import { readSheet, type Sheet } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { z } from 'zod';
import { maxLines, payoutColumns, uploadBody, type PayoutColumnKey } from '../../api';
import { fileMissing, formBroken, severalFiles } from '../problems';
import { jsonSource, sheetSource, type LineSource } from './line-sources';

/** 100,000 lines as CSV are 12 MB, as JSON 24 MB. */
const BYTES_MAX = 33_554_432;
const FIELD_BYTES_MAX = 16_384;

export interface ReceivedUpload {
  readonly source: LineSource;
  /** Titles that the sender mapped to columns with this upload; to be remembered. */
  readonly mapping: Mapping;
  close(): Promise<void>;
}

export type Mapping = Readonly<Record<string, PayoutColumnKey | null>>;

const columnKey = z.enum(payoutColumns.map((column) => column.key));
const mappingField = z.record(z.string().max(100), columnKey.nullable());

/**
 * Takes an upload from the request: multipart with `file` (and before it, optionally, `columns`: a JSON object that maps
 * titles of the sheet), or JSON `{lines}`. Called after authentication; nothing has touched the stream before.
 * @param remembered titles that the enterprise mapped earlier
 * @throws Problem of the form, or of `readSheet`
 */
export async function receiveUpload(request: IncomingMessage, remembered: Mapping): Promise<ReceivedUpload> {
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('application/json') ? receiveJson(request) : receiveForm(request, remembered);
}

async function receiveForm(request: IncomingMessage, remembered: Mapping): Promise<ReceivedUpload> {
  const form = openForm(request);
  let received: { sheet: Sheet<PayoutColumnKey>; fileName: string; mapping: Mapping } | undefined;
  try {
    const { file, fileName, fields } = await form.file;
    const mapping = readMapping(fields.get('columns'));
    const sheet = await readSheet(file, {
      fileName,
      columns: payoutColumns,
      maxRows: maxLines,
      maxBytes: BYTES_MAX,
      mapping: { ...remembered, ...mapping },
    });
    received = { sheet, fileName, mapping };
    await form.end;
  } catch (error) {
    await received?.sheet.close();
    // What is still on its way is not wanted any more, but must be read for the answer to reach the sender.
    request.unpipe();
    request.resume();
    throw error;
  }
  const { sheet, fileName, mapping } = received;
  return { source: sheetSource(sheet, fileName), mapping, close: () => sheet.close() };
}

interface OpenForm {
  /** The first file, with the fields that came before it. */
  readonly file: Promise<{ file: AsyncIterable<Buffer>; fileName: string; fields: ReadonlyMap<string, string> }>;
  readonly end: Promise<void>;
}

function openForm(request: IncomingMessage): OpenForm {
  const fields = new Map<string, string>();
  const parser = createParser(request);
  const file = new Promise<Awaited<OpenForm['file']>>((resolve, reject) => {
    let files = 0;
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (name, stream, { filename }) => {
      files += 1;
      if (name !== 'file' || files > 1) {
        stream.resume();
        if (files > 1) parser.destroy(severalFiles());
        return;
      }
      // Errors of the form (cut off in the middle) must reach whoever reads the file, or he would wait for ever.
      const readable = stream.pipe(new PassThrough());
      parser.once('error', (error: Error) => readable.destroy(error));
      resolve({ file: readable, fileName: plainFileName(filename), fields });
    });
    parser.once('error', reject);
    parser.once('close', () => reject(fileMissing()));
  });
  const end = new Promise<void>((resolve, reject) => {
    parser.once('close', resolve);
    parser.once('error', reject);
  });
  // Whichever of the two is not awaited any more must not end the process.
  end.catch(() => undefined);
  request.once('aborted', () => parser.destroy(formBroken()));
  request.pipe(parser);
  return { file, end };
}

function createParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 2, fields: 5, fieldSize: FIELD_BYTES_MAX, parts: 8 },
    });
  } catch {
    throw formBroken();
  }
}

/** The last part of the name only, without control characters: it is shown, stored and never used as a path. */
function plainFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 120) || 'sheet';
}

function readMapping(text: string | undefined): Mapping {
  if (text === undefined) return {};
  const parsed = mappingField.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw problem(
    400,
    'input-invalid',
    { zh: 'columns 应为“标题 → 列”的 JSON 对象', en: 'columns must be a JSON object of title to column' },
    { field: 'columns' },
  );
}

async function receiveJson(request: IncomingMessage): Promise<ReceivedUpload> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of request) {
    // Without setEncoding a request yields buffers.
    const piece = chunk as Buffer;
    bytes += piece.length;
    if (bytes > BYTES_MAX) throw bodyTooLarge();
    hash.update(piece);
    chunks.push(piece);
  }
  const body = Buffer.concat(chunks);
  const { lines } = readBody(parseJson(body.toString('utf8')));
  return { source: jsonSource(lines, body, hash.digest('hex')), mapping: {}, close: async () => undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the input, so it goes no further.
    throw problem(400, 'body-not-json', { zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' });
  }
}

function readBody(value: unknown): z.output<typeof uploadBody> {
  const parsed = uploadBody.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const field = [...(issue?.path ?? []), ...unknown.slice(0, 1)].join('.');
  throw problem(
    400,
    'input-invalid',
    { zh: `字段 ${field || 'lines'} 不符合要求`, en: `Field ${field || 'lines'} is not as required` },
    { field: field || 'lines', fix: { zh: '请对照接口文档', en: 'See the API document' } },
  );
}

function bodyTooLarge(): Error {
  const bytesMax = BYTES_MAX;
  return problem(
    413,
    'body-too-large',
    { zh: `请求内容超过 ${bytesMax} 字节`, en: `The request body is larger than ${bytesMax} bytes` },
    { fix: { zh: '请分批提交', en: 'Send it in parts' }, extra: { bytesMax } },
  );
}
