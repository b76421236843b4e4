import { ruleWord } from '@linggong/risk/api';
import { firstRuleText, interviewScript, orderChecks } from '@linggong/risk/domain';
import { useTranslate } from 'react-admin';
import { useText2, type Text2 } from '../parts/text2';

/** What a rule asks, where the domain has its words: checks and questions of inspections, rules of payment lines. */
export function textOfRule(rule: string): Text2 | undefined {
  const [group = '', ...rest] = rule.split('.');
  const name = rest.join('.');
  if (group === 'inspection') return orderChecks.find(({ id }) => id === name)?.text;
  if (group === 'interview') return interviewScript.find(({ finding }) => finding === name)?.text;
  const decided = firstRuleText(rule);
  if (decided !== undefined) return decided;
  const text = ruleWord(group === 'line' ? name : rule);
  return text.zh === text.en ? undefined : text;
}

/** The rule that opened a case, in words. */
export function useRuleWord(): (rule: string) => string {
  const translate = useTranslate();
  const text = useText2();
  return (rule) => {
    const known = textOfRule(rule);
    if (known !== undefined) return text(known);
    const finding = /^finding\.([a-z-]+)\.(.+)$/.exec(rule);
    if (finding) return translate(`keeping.kind.${finding[1] ?? ''}.${finding[2] ?? ''}`, { _: rule });
    // Rows that operators added have no word of ours: they are known by what they belong to.
    const [group = ''] = rule.split('.');
    const ofGroup = translate(`riskCases.ruleGroup.${group}`, { _: translate('riskCases.ruleGroup.rule') });
    return translate(`riskCases.rule.${rule}`, { _: ofGroup });
  };
}
