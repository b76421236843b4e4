import { problem } from '@linggong/core/domain';
import type { AnyKind, Evaluation, Json, KindName } from '../../domain';

/**
 * A faster way of evaluating a kind than its pure function: one content, inputs of its shape, outcomes in their order. It comes out as
 * the pure function does, and gives up by itself on what does not end.
 * @throws Problem where it gave up
 */
export type FastEngine = (content: Json, inputs: readonly Json[]) => Promise<readonly Evaluation[]>;

/** The kinds that this platform knows (配置类型), and who evaluates them faster. */
export interface KindRegistry {
  all(): readonly AnyKind[];
  /** @throws Problem 422 `kind-unknown` */
  of(name: KindName): AnyKind;
  speedUp(name: KindName, engine: FastEngine): void;
  fastOf(name: KindName): FastEngine | undefined;
}

export function createKindRegistry(kinds: readonly AnyKind[]): KindRegistry {
  const known = new Map(kinds.map((kind) => [kind.kind, kind]));
  const engines = new Map<KindName, FastEngine>();
  return {
    all: () => [...known.values()],
    of(name) {
      const kind = known.get(name);
      if (kind === undefined) throw unknownKind(name);
      return kind;
    },
    speedUp: (name, engine) => void engines.set(name, engine),
    fastOf: (name) => engines.get(name),
  };
}

function unknownKind(name: string): Error {
  return problem(
    422,
    'kind-unknown',
    { zh: `本平台还没有“${name}”这种配置`, en: `This platform does not know the kind ${name} yet` },
    { field: 'kind', fix: { zh: '请选择列表中的配置类型', en: 'Choose a kind of the list' } },
  );
}
