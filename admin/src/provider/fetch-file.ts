import { headersOf } from './http';
import { ProblemError, UnreachableError, problemOf } from './problem';

/**
 * Fetches a file with the sign-in of the console; a plain link would carry none.
 * @throws ProblemError, UnreachableError
 */
export async function fetchFile(path: string): Promise<{ blob: Blob; name: string | undefined }> {
  let response: Response;
  try {
    response = await fetch(path, { headers: headersOf({}) });
  } catch {
    throw new UnreachableError();
  }
  if (response.status >= 400) throw new ProblemError(problemOf(response.status, await jsonOf(response)));
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { blob: await response.blob(), name };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
