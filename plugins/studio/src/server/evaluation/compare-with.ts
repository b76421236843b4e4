import type { Compared, Json } from '../../domain';
import type { ConfiguredBy } from '../reading/in-force';
import type { ReplayItem } from '../replay/replay-source';
import type { Evaluator } from './evaluator';

/** What a version decided, and what it was asked. */
export type Decided = Omit<ReplayItem, 'cursor' | 'decided'> & { readonly decided: Json };

/** What a version would have decided beside what was decided. */
export async function compareWith(
  evaluator: Evaluator,
  { kind, content }: Pick<ConfiguredBy, 'kind' | 'content'>,
  items: readonly Decided[],
): Promise<Compared[]> {
  const tried = await evaluator.tryAll(
    kind,
    content,
    items.map(({ input }) => input),
  );
  return items.map(({ subject, decided, amountFen }, index) => ({
    label: subject.label,
    ...(subject.link === undefined ? {} : { link: subject.link }),
    before: decided,
    after: tried[index]?.outcome,
    ...(tried[index] === undefined ? {} : { trace: tried[index].trace }),
    ...(amountFen === undefined ? {} : { amountFen }),
  }));
}
