import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import { isRowNumber } from './row-number';

/** Where objects of a kind stand in the write-ahead log (旁证), so that what went past the application is told in their story. */
export interface RowTable {
  /** `schema.table`, whose rows are named by their `id`. */
  readonly name: string;
  /** Statement over `$1` (text[]) for kinds that are not named by the number of their row: their `id`, and the row's number as `key`. */
  readonly keys?: string;
}

/** A kind of object whose timeline (时间线) people may read, declared by the plugin that owns its rows. */
export interface StoryKind {
  /** As in the subject of entries, such as `settlement-batch`. */
  readonly kind: string;
  /** Its resource in the permission matrix: whoever may not read it does not read its story. */
  readonly resource: string;
  /**
   * Statement over `$1` (int): its row as "enterpriseId" and "workerId", null for what it does not belong to; none where it is not there. A person may
   * be `"isLocked"`: staff are then not told his story.
   */
  readonly owner: string;
  readonly table: RowTable;
}

/** Objects that belong to the story of another: the contracts of a worker, the orders of a batch. */
export interface Relation {
  /** Kind whose story they belong to. */
  readonly of: string;
  readonly kind: string;
  readonly resource: string;
  /** Statement over `$1` (int): their ids as `id`, newest first; it reads tables of the declaring plugin, and published views. */
  readonly ids: string;
  /** Absent where the kind declares it itself, or has no rows. */
  readonly table?: RowTable;
}

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface Stories {
  add(...kinds: readonly StoryKind[]): void;
  relate(...relations: readonly Relation[]): void;
  kind(kind: string): StoryKind | undefined;
  relations(of: string): readonly Relation[];
  all(): { readonly kinds: readonly StoryKind[]; readonly relations: readonly Relation[] };
}

export function createStories(): Stories {
  const kinds = new Map<string, StoryKind>();
  const relations: Relation[] = [];
  return {
    add(...added) {
      for (const story of added) {
        if (kinds.has(story.kind)) throw new Error(`the story of ${story.kind} is declared twice`);
        kinds.set(story.kind, story);
      }
    },
    relate: (...added) => void relations.push(...added),
    kind: (kind) => kinds.get(kind),
    relations: (of) => relations.filter((relation) => relation.of === of),
    all: () => ({ kinds: [...kinds.values()], relations }),
  };
}

/** Where the plugins above declare their kinds and relations, in `bootstrap`. */
export function storiesOf(strapi: Core.Strapi): Stories {
  return strapi.plugin('audit').service('stories');
}

/** Objects of one story at most; beyond it the newest of each relation are told. */
export const relativesMax = 2_000;

/**
 * The object itself and what belongs to its story, as far as `mayRead` lets its reader.
 * @returns whether there were more than are told
 */
export async function subjectsOf(
  db: Queryable,
  stories: Stories,
  subject: Subject,
  mayRead: (resource: string) => boolean,
): Promise<{ subjects: Subject[]; isCut: boolean }> {
  const subjects = [subject];
  let isCut = false;
  if (!isRowNumber(subject.id)) return { subjects, isCut };
  for (const { kind, resource, ids } of stories.relations(subject.kind)) {
    if (!mayRead(resource)) continue;
    const room = relativesMax - subjects.length;
    // The statement is the declaring plugin's own text; only the bound comes from here.
    const found = await db.query<{ id: string }>(
      `SELECT r.id::text AS id FROM (${ids}) r WHERE r.id IS NOT NULL LIMIT ${room + 1}`,
      [Number(subject.id)],
    );
    isCut ||= found.length > room;
    subjects.push(...found.slice(0, room).map(({ id }) => ({ kind, id })));
  }
  return { subjects, isCut };
}
