import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import { maskPersonalText, type Problem } from '@linggong/core/domain';
import { fileMissing, formBroken, formPartUnexpected, severalFiles } from './upload-problems';

const FIELD_BYTES_MAX = 16_384;
const NAME_LONGEST = 120;

/** The file of a multipart form while it streams in. */
export interface UploadedFile {
  /** Last part of its name, without control characters and personal numbers: to be shown and stored, never used as a path. */
  readonly name: string;
  /** Ends only when the whole form has ended in order; else it is destroyed with the Problem. */
  readonly stream: Readable;
  /** Text fields that came before the file. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Gives the file of field `file` of a multipart form to `use` while it streams in; nothing is written to disk here, and
 * nothing has touched the request before. Who reads the stream to its end knows that the form was whole: a cut connection,
 * a second file or a part that nobody asked for ends it with the Problem instead, so that `use` cannot commit half of a
 * form. What remains of a refused request is read and thrown away, so that the answer can be sent.
 * @param fields names of the text fields that may come before the file
 * @throws Problem 400 `file-missing`, `several-files`, `form-part-unexpected`, `form-broken`; and what `use` throws
 */
export function withUploadedFile<R>(
  request: IncomingMessage,
  use: (file: UploadedFile) => Promise<R>,
  fields: readonly string[] = [],
): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    const form = openForm(request);
    if (form === undefined) {
      request.resume();
      reject(formBroken());
      return;
    }
    readForm({ request, form, use, known: new Set(fields), resolve, reject });
  });
}

function openForm(request: IncomingMessage): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 2, fields: 10, fieldSize: FIELD_BYTES_MAX, parts: 12 },
    });
  } catch {
    return undefined;
  }
}

interface Reading<R> {
  readonly request: IncomingMessage;
  readonly form: busboy.Busboy;
  readonly use: (file: UploadedFile) => Promise<R>;
  readonly known: ReadonlySet<string>;
  readonly resolve: (value: R) => void;
  readonly reject: (error: unknown) => void;
}

const ignore = (): void => undefined;

function readForm<R>({ request, form, use, known, resolve, reject }: Reading<R>): void {
  const fields = new Map<string, string>();
  // Each stream keeps a listener for its whole life: an 'error' that nobody hears ends the process.
  const file = new PassThrough().on('error', ignore);
  const open = new Set<Readable>();
  let isTaken = false;
  let unexpected: string | undefined;
  let fault: Problem | undefined;

  const drain = (): void => {
    request.unpipe(form);
    form.destroy();
    request.resume();
  };
  const fail = (cause: Problem): void => {
    if (fault !== undefined || file.writableEnded) return;
    fault = cause;
    file.destroy(cause);
    drain();
    if (!isTaken) reject(cause);
  };

  // A part that begins behind the closing delimiter never ends, and busboy then waits for it for ever.
  const noteStuck = (): void => {
    if (!request.readableEnded) return;
    setImmediate(() => {
      const isIdle = form.writableLength === 0 && !file.writableNeedDrain;
      if (isIdle && [...open].some((part) => part.readableLength === 0)) fail(formBroken());
    });
  };

  form.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) fail(formBroken());
    // A field behind the file would be read too late to have an effect.
    else if (known.has(name) && !isTaken) fields.set(name, value);
    else unexpected ??= name;
  });
  form.on('file', (field, part, { filename }) => {
    part.on('error', ignore);
    open.add(part.on('close', () => open.delete(part)));
    if (field !== 'file' || isTaken) {
      part.resume();
      if (field === 'file') fail(severalFiles());
      else unexpected ??= field;
      return;
    }
    isTaken = true;
    part.pipe(file, { end: false });
    part.on('data', noteStuck);
    const taken = async (): Promise<R> => use({ name: plainFileName(filename), stream: file, fields });
    void taken()
      .then(resolve, (error: unknown) => reject(fault ?? error))
      .finally(drain);
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) form.on(limit, () => fail(formBroken()));
  form.on('error', () => fail(formBroken()));
  form.on('close', () => {
    if (!isTaken) fail(fileMissing());
    else if (unexpected !== undefined) fail(formPartUnexpected(unexpected));
    else file.end();
  });
  file.on('drain', noteStuck);
  request.on('end', noteStuck);
  request.on('error', () => fail(formBroken()));
  request.on('close', () => {
    if (!request.complete) fail(formBroken());
  });
  request.pipe(form);
}

function plainFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return maskPersonalText(last.replace(/\p{C}/gu, '')).slice(0, NAME_LONGEST) || 'file';
}
