import { askOrTakeFile } from '../provider';

/** Asks for a file of a contract, or takes it. @throws ProblemError, UnreachableError */
export function takePaper(
  { id, file }: { readonly id: number | string; readonly file: 'document' | 'signed-file' },
  reason: string | undefined,
  approval?: string,
): ReturnType<typeof askOrTakeFile> {
  const body = reason === undefined ? {} : { reason };
  return askOrTakeFile(`/api/v1/contracts/${id.toString()}/${file}`, body, approval);
}
