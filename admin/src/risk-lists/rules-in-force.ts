import { ruleWord } from '@linggong/risk/api';
import { skippableRules, WATCH_RULE } from '@linggong/risk/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../provider';
import { useText2, type Text2 } from '../parts/text2';
import { useMay } from '../session/use-me';

interface RuleRow {
  readonly rule: string;
  readonly row: string;
  readonly text: Text2 | null;
  readonly isInForce: boolean;
}

async function readRules({ signal }: { signal: AbortSignal }): Promise<readonly RuleRow[]> {
  const { json } = await call('/api/v1/risk-rules', { signal });
  // The route answers with the schema `rulesAnswer`.
  return (json as { rules: readonly RuleRow[] }).rules;
}

/** Rules that somebody can be let off: the rows of the table in force, those that operators added among them, and the watch list. */
export function useRulesInForce(): readonly { readonly value: string; readonly label: string }[] {
  const text = useText2();
  const enabled = useMay()('risk-decisions', 'list');
  const { data } = useQuery({ queryKey: ['risk-rules'], queryFn: readRules, retry: false, enabled });
  const lines = data?.filter(({ rule, isInForce }) => isInForce && rule.startsWith('line.'));
  if (lines === undefined) return skippableRules.map((value) => ({ value, label: text(ruleWord(value)) }));
  const own = lines.map(({ row, text: said }) => ({ value: row, label: text(said ?? ruleWord(row)) }));
  return [...own, { value: WATCH_RULE, label: text(ruleWord(WATCH_RULE)) }];
}
