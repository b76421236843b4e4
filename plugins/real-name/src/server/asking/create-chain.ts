import type { IdentitySettings } from '@linggong/config';
import { questionKinds, type QuestionKind } from '../../domain';
import { answersKind, type IdentityProvider } from '../providers/identity-provider';
import { createSandboxProvider } from '../providers/sandbox-provider';
import { createVendors } from '../vendors/create-vendors';
import type { Chain } from './chain';
import { createGuard, type GuardPatience, type ProviderGuard } from './provider-guard';

interface ChainParts {
  readonly providers: readonly IdentityProvider[];
  /** Names in the order of asking; absent: as the providers come. */
  readonly order?: Readonly<Record<QuestionKind, readonly string[]>>;
  readonly dailyCapsFen?: ReadonlyMap<string, bigint>;
  readonly patience?: GuardPatience;
}

/** Puts guards around providers and lines them up by kind of question. */
export function chainOf({ providers, order, dailyCapsFen = new Map(), patience }: ChainParts): Chain {
  const guards = providers.map((provider) => createGuard(provider, patience));
  const lineUp = (kind: QuestionKind): ProviderGuard[] =>
    order === undefined
      ? guards.filter(({ provider }) => answersKind(provider, kind))
      : order[kind].flatMap((name) => guards.filter(({ provider }) => provider.name === name));
  return {
    order: { person: lineUp('person'), card: lineUp('card'), company: lineUp('company') },
    dailyCapsFen,
  };
}

/** The chain of the running platform: the sandbox alone in a demo or a test, else the configured vendors, else nobody. */
export function createChain(settings: IdentitySettings): Chain {
  if (settings.isSandboxed) return chainOf({ providers: [createSandboxProvider()] });
  return chainOf({
    providers: createVendors(settings),
    order: settings.order,
    dailyCapsFen: new Map(settings.vendors.map(({ name, dailyCapFen }) => [name, dailyCapFen])),
  });
}

/** Ends the timers of all guards. */
export function stopChain({ order }: Chain): void {
  for (const guard of new Set(questionKinds.flatMap((kind) => [...order[kind]]))) guard.stop();
}
