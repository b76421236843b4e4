import { headersOf } from './http';
import { ProblemError, UnreachableError, problemOf } from './problem';

export interface Sending {
  /** Address with its query. */
  path: string;
  file: File;
  /** Further fields of the form; they go before the file, since the server reads the form as it comes. */
  fields?: Readonly<Record<string, string>>;
  key: string;
  /** Share of the bytes that have left, 0 to 1. */
  onProgress: (share: number) => void;
}

/**
 * Sends a file as the form field `file`; gives the JSON of the answer. XMLHttpRequest, because `fetch` does not tell how much has been sent.
 * @throws ProblemError, UnreachableError
 */
export function sendFile({ path, file, fields = {}, key, onProgress }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    headersOf({ method: 'POST', key }).forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onerror = () => {
      reject(new UnreachableError());
    };
    request.onload = () => {
      const json = parsed(request.responseText);
      if (request.status >= 400) reject(new ProblemError(problemOf(request.status, json)));
      else resolve(json);
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
