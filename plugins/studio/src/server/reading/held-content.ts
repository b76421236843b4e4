import type { Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { Seed } from '../../domain';
import { inForce } from './in-force';

/** What holds, and which version says so; null where the platform has not adopted its seeds yet. */
export interface HeldContent<Content> {
  readonly versionId: number | null;
  readonly versionNo: number | null;
  readonly content: Content;
}

/**
 * The content of a configuration that holds: that of the version in force, and before the first start of the platform on a database,
 * what it will adopt.
 */
export async function heldContent<Content>(db: Queryable, seed: Seed): Promise<HeldContent<Content>> {
  try {
    const { versionId, versionNo, content } = await inForce<Content>(db, seed.kind, seed.key);
    return { versionId, versionNo, content };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'configuration-missing') throw error;
    // The seed is of the kind that the caller names; its shape is tested.
    return { versionId: null, versionNo: null, content: seed.content as Content };
  }
}
