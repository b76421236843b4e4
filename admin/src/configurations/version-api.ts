import type { Json, TestCase } from '@linggong/studio/domain';
import { call } from '../provider';
import type { ConfigurationRecord, VersionAnswered } from './configuration';

const at = (resource: string, id: string | number): string => `/api/v1/${resource}/${encodeURIComponent(id)}`;

/** What was never replayed and never ran beside says nothing of it. */
function whole(json: unknown): VersionAnswered {
  return { replay: null, shadow: null, ...(json as Omit<VersionAnswered, 'replay' | 'shadow'>) };
}

/** What an editor changes of a version. */
export interface WrittenVersion {
  content: Json;
  cases: readonly TestCase[];
  note: string;
}

/** Reading and saving; moves of the life go through the data provider's commands. */
export const versionApi = {
  configuration: async (id: string | number, signal?: AbortSignal): Promise<ConfigurationRecord> =>
    // The server checks every answer of these addresses against the schemas that the types mirror.
    (await call(at('configurations', id), signal === undefined ? {} : { signal })).json as ConfigurationRecord,

  version: async (id: string | number, signal?: AbortSignal): Promise<VersionAnswered> =>
    whole((await call(at('configuration-versions', id), signal === undefined ? {} : { signal })).json),

  /** @throws ProblemError 409 `configuration-changed` where somebody else saved since `revision` */
  save: async (id: number, revision: number, written: WrittenVersion): Promise<VersionAnswered> =>
    whole(
      (
        await call(`${at('configuration-versions', id)}/content`, {
          method: 'PUT',
          body: { ...written, revision, note: written.note.trim() },
        })
      ).json,
    ),
};
