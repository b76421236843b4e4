import { isRecord, newKey, UnreachableError } from '../../../provider';
import { sendFile } from '../../../provider/send-file';
import type { SendFormFile } from './send-form-file';

/** Sends files of a form to the vault, each for one field of the version that is filled in. */
export function formFileSender(form: string, versionId: number): SendFormFile {
  return async (field, file) => {
    const path = `/api/v1/forms/${form}/versions/${versionId.toString()}/fields/${field}/files`;
    const json = await sendFile({ path, file, key: newKey(), onProgress: () => undefined });
    if (!isRecord(json) || typeof json['id'] !== 'string') throw new UnreachableError();
    return { id: json['id'], name: file.name };
  };
}
