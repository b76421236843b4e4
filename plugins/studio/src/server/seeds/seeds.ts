import type { Seed } from '../../domain';
import type { Consumers } from '../replay/consumers';

/** Configurations that are there from the first day (出厂配置). */
export interface Seeds {
  /** @throws Error where one of that kind and key is there already */
  add(...seeds: readonly Seed[]): void;
  all(): readonly Seed[];
}

/** `consumers` hear who asks for each. */
export function createSeeds(consumers: Pick<Consumers, 'add'>): Seeds {
  const known = new Map<string, Seed>();
  return {
    add(...seeds) {
      for (const seed of seeds) {
        const name = `${seed.kind} ${seed.key}`;
        if (known.has(name)) throw new Error(`the seed ${name} is added twice`);
        known.set(name, seed);
        if (seed.usedBy) consumers.add({ kind: seed.kind, key: seed.key, name: seed.usedBy });
      }
    },
    all: () => [...known.values()],
  };
}
