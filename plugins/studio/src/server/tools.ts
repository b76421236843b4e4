import type { Core } from '@strapi/strapi';
import { kinds, type AnyKind } from '../domain';
import { createEvaluator, type Evaluator } from './evaluation/evaluator';
import { createTrials, type Trials } from './evaluation/trials';
import { createKindRegistry, type KindRegistry } from './kinds/kind-registry';
import { createCounterparts, type Counterparts } from './form-records/counterparts';
import { createHandlings, type Handlings } from './form-records/handlings';
import { createConsumers, type Consumers } from './replay/consumers';
import { createReadings, type Readings } from './versions/readings';
import { createSeeds, type Seeds } from './seeds/seeds';

/** What the operations of this plugin work with. */
export interface StudioTools {
  readonly kinds: KindRegistry;
  readonly evaluator: Evaluator;
  readonly consumers: Consumers;
  readonly counterparts: Counterparts;
  readonly handlings: Handlings;
  readonly readings: Readings;
}

export function createTools(known: readonly AnyKind[] = kinds, trials?: Trials): StudioTools {
  const registry = createKindRegistry(known);
  return {
    kinds: registry,
    evaluator: createEvaluator(registry, trials),
    consumers: createConsumers(),
    counterparts: createCounterparts(),
    handlings: createHandlings(),
    readings: createReadings(),
  };
}

/** Services of this plugin as Strapi keeps them: one each for the life of the process. */
export const services = {
  trials: (): Trials => createTrials(),
  tools: ({ strapi }: { strapi: Core.Strapi }): StudioTools => createTools(kinds, trialsOf(strapi)),
  seeds: ({ strapi }: { strapi: Core.Strapi }): Seeds => createSeeds(consumersOf(strapi)),
};

export function trialsOf(strapi: Core.Strapi): Trials {
  return strapi.plugin('studio').service('trials');
}

export function toolsOf(strapi: Core.Strapi): StudioTools {
  return strapi.plugin('studio').service('tools');
}

/** The kinds of the running process; a plugin that evaluates one faster says so in `bootstrap`. */
export function kindsOf(strapi: Core.Strapi): KindRegistry {
  return toolsOf(strapi).kinds;
}

/** What the platform works by from its first day; plugins add theirs in `bootstrap`. */
export function seedsOf(strapi: Core.Strapi): Seeds {
  return strapi.plugin('studio').service('seeds');
}

/** Who is configured by what; whoever asks for a configuration says so in `bootstrap`. */
export function consumersOf(strapi: Core.Strapi): Consumers {
  return toolsOf(strapi).consumers;
}

/** Whom the records of a form may mean; whoever knows with whom callers deal says so in `bootstrap`. */
export function counterpartsOf(strapi: Core.Strapi): Counterparts {
  return toolsOf(strapi).counterparts;
}

/** How records are dealt with, in the running process. */
export function handlingsOf(strapi: Core.Strapi): Handlings {
  return toolsOf(strapi).handlings;
}
