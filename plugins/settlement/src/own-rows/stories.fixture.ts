import { storyLists } from './acts.fixture';
import type { PartyRole } from './side.fixture';
import type { TwoSides } from './two-sides.fixture';

export interface ToldEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly address: string | null;
  readonly sessionId: string | null;
  readonly traceId: string;
  readonly reason: string | null;
  readonly after: unknown;
}

export interface Story {
  readonly status: number;
  readonly items: readonly ToldEntry[];
  readonly objects: number;
  readonly text: string;
}

/** The whole story of an object page by page, as somebody sees it. */
export async function storyOf(world: TwoSides, token: string, kind: string, id: number | string): Promise<Story> {
  const items: ToldEntry[] = [];
  let [text, cursor, objects] = ['', '', 0];
  for (let page = 0; page < 50; page += 1) {
    const answer = await world.app.http
      .get(`/api/v1/audit/timelines/${kind}/${id}?limit=7${cursor && `&cursor=${cursor}`}`)
      .auth(token, { type: 'bearer' });
    if (answer.status !== 200) return { status: answer.status, items: [], objects: 0, text: answer.text };
    items.push(...(answer.body.items as ToldEntry[]));
    text += answer.text;
    objects = answer.body.objects;
    cursor = answer.body.nextCursor ?? '';
    if (cursor === '') return { status: 200, items, objects, text };
  }
  throw new Error(`the story of ${kind} ${id} does not end`);
}

/** Objects of the own side that this party has a story of, by kind. */
export function ownObjects(world: TwoSides, role: PartyRole): (readonly [kind: string, id: number | string])[] {
  const kinds = role === 'enterprise' ? ['enterprise', 'task', 'settlement-batch', 'order'] : ['worker', 'order'];
  return kinds.flatMap((kind) =>
    (world.own.rows.get(storyLists[kind] ?? '') ?? []).map((row) => [kind, row.id] as const),
  );
}
