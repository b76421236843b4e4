import type { RuleFigures } from '@linggong/risk/api';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../provider';

/** How the rules did from a day to a day, by version. */
export function useRuleFigures(from: string, to: string): UseQueryResult<readonly RuleFigures[]> {
  return useQuery({
    queryKey: ['risk-rules', from, to],
    queryFn: async ({ signal }) => {
      const { json } = await call(`/api/v1/risk-rules?from=${from}&to=${to}`, { signal });
      // The route answers with the schema `rulesAnswer`.
      return (json as { rules: readonly RuleFigures[] }).rules;
    },
    retry: false,
    refetchInterval: 300_000,
  });
}

export type RuleSums = Pick<RuleFigures, 'rule' | 'text' | 'hits' | 'cases' | 'confirmed' | 'falseAlarms' | 'unclear'>;

/** The rules that stopped something, all versions together, those that hit most first. */
export function firedRules(figures: readonly RuleFigures[], most: number): RuleSums[] {
  const sums = new Map<string, RuleSums>();
  for (const one of figures) {
    const { rule } = one;
    const before = sums.get(rule);
    const sum = (of: 'hits' | 'cases' | 'confirmed' | 'falseAlarms' | 'unclear'): number =>
      (before?.[of] ?? 0) + one[of];
    sums.set(rule, {
      rule,
      text: before?.text ?? one.text,
      ...{ hits: sum('hits'), cases: sum('cases'), confirmed: sum('confirmed') },
      ...{ falseAlarms: sum('falseAlarms'), unclear: sum('unclear') },
    });
  }
  return [...sums.values()]
    .filter(({ hits, cases }) => hits + cases > 0)
    .sort((one, other) => other.hits - one.hits || other.cases - one.cases)
    .slice(0, most);
}
