import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { problem, type Problem } from '@linggong/core/domain';

export interface UploadedFile {
  readonly name: string;
  readonly stream: Readable;
}

function fileMissing(): Problem {
  return problem(
    400,
    'file-missing',
    { zh: '请求中没有名为 file 的文件', en: 'The request carries no file named "file"' },
    {
      field: 'file',
      fix: { zh: '请以 multipart/form-data 上传 file 字段', en: 'Send it as field "file" of a multipart form' },
    },
  );
}

function formBroken(): Problem {
  return problem(400, 'form-broken', { zh: '上传的表单不完整', en: 'The multipart form is broken' });
}

/**
 * Gives the one file of a multipart form to `use` while it streams in; nothing is written to disk here. What remains of
 * the request after a refusal is read and thrown away, so that the answer can be sent.
 * @throws Problem `file-missing`, `form-broken`, and what `use` throws
 */
export function withUploadedFile<R>(request: IncomingMessage, use: (file: UploadedFile) => Promise<R>): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    const form = readForm(request);
    if (form === undefined) {
      reject(formBroken());
      return;
    }
    let isTaken = false;
    const refuse = (error: unknown): void => {
      request.unpipe(form);
      request.resume();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    form.on('file', (field, stream, info) => {
      if (field !== 'file' || isTaken) {
        stream.resume();
        return;
      }
      isTaken = true;
      stream.on('error', () => refuse(formBroken()));
      use({ name: info.filename ?? 'file', stream }).then(resolve, refuse);
    });
    form.on('error', () => refuse(formBroken()));
    form.on('close', () => {
      if (!isTaken) reject(fileMissing());
    });
    request.on('aborted', () => refuse(formBroken()));
    request.pipe(form);
  });
}

function readForm(request: IncomingMessage): busboy.Busboy | undefined {
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 2, fields: 10, parts: 12 } });
  } catch {
    return undefined;
  }
}
