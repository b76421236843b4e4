import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';

/** Opens the file of an archive. @throws ArchiveBroken, also in the middle: what was given before it was authentic and in its place */
export type OpenArchive = (fileId: string) => AsyncIterable<Buffer>;

/**
 * Where archives lie (归档存储端口). The vault keeps private files and stands above this plugin, so it registers itself here.
 */
export interface ArchiveStore {
  put(
    db: Queryable,
    month: string,
    bytes: AsyncIterable<Buffer>,
  ): Promise<{ readonly id: string; readonly sha256: string; readonly bytes: number }>;
  readonly open: OpenArchive;
}

/** An archive does not open, or is none: changed, cut, moved or gone. */
export class ArchiveBroken extends Error {
  constructor() {
    super('the archive of a month does not open');
    this.name = 'ArchiveBroken';
  }
}

export interface ArchiveStoreHolder {
  /** @throws Error for a second store */
  use(store: ArchiveStore): void;
  /** @throws Error before a plugin has registered one */
  get(): ArchiveStore;
}

export function createArchiveStoreHolder(): ArchiveStoreHolder {
  let held: ArchiveStore | undefined;
  return {
    use(store) {
      if (held) throw new Error('there are two stores of audit archives');
      held = store;
    },
    get() {
      if (!held) throw new Error('no plugin keeps audit archives');
      return held;
    },
  };
}

/** The store of archives of the running process. */
export function archiveStoreOf(strapi: Core.Strapi): ArchiveStoreHolder {
  return strapi.plugin('audit').service('archives');
}
