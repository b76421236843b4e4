import { planWords } from '@linggong/billing/api';
import { listWords, ruleWord } from '@linggong/risk/api';
import { isRole, roleNames } from '@linggong/config/roles';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { nothing, percentText } from '../parts/money-text';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import type { StateKind } from '../parts/states';
import { useText2, type Text2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { isRecord } from '../provider';
import { isNothing } from './approval';

interface ValueProps {
  field: string;
  value: unknown;
  resource: string;
}

/** The states of these resources have words of their own. */
const stateKinds: Readonly<Record<string, StateKind>> = {
  'bank-file': 'bankFile',
  'configuration-version': 'configurationVersion',
  'data-request': 'dataRequest',
  enterprise: 'enterprise',
  'fee-bill': 'feeBill',
  'fee-plan': 'feePlan',
  'risk-list-entry': 'riskListEntry',
  'risk-list-import': 'riskListImport',
  'risk-measure': 'riskMeasure',
  'rating-override': 'ratingOverride',
  'risk-offboarding': 'riskOffboarding',
  'risk-snooze': 'riskSnooze',
  'settlement-batch': 'batch',
};

/** Where the words of a coded field are. */
const wordPlaces: Readonly<Record<string, string>> = {
  channel: 'choice.channel',
  field: 'unmask.field',
  kind: 'choice.kind',
  lookAt: 'audit.noun',
  ratingClass: 'state.ratingClass',
  subjectKind: 'audit.noun',
  suite: 'keys.suite',
};

const rowKinds: Readonly<Record<string, string>> = { enterpriseId: 'enterprise', workerId: 'worker' };

/** One side of a change as people read it: money, states, days, rows and codes by their words. */
export function ChangeValue({ field, value, resource }: ValueProps): ReactNode {
  const words = useWords();
  if (isNothing(value)) return nothing;
  if (typeof value === 'number' || typeof value === 'string') return <Scalar {...{ field, resource }} value={value} />;
  if (field === 'tiers' && Array.isArray(value)) return <Tiers tiers={value} />;
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return <Lines lines={value} />;
  return words(field, value, resource);
}

/** Sentences under each other, such as what changes of a configuration. */
function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, pl: '18px' }}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </Box>
  );
}

function Scalar({ field, value, resource }: ValueProps & { value: string | number }): ReactNode {
  const words = useWords();
  const stateKind = field === 'state' ? stateKinds[resource] : undefined;
  const rowKind = rowKinds[field];
  if (stateKind !== undefined) return <StateChip kind={stateKind} state={value.toString()} />;
  if (/Fen(@|$)/.test(field)) return <Money fen={Number(value)} total />;
  if (rowKind !== undefined) return <RowName kind={rowKind} id={value} otherwise={`#${value.toString()}`} linked />;
  if (typeof value === 'string' && isInstant(value)) return <Instant at={value} />;
  return words(field, value, resource);
}

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text);

/** Words for what is neither money nor a day. */
function useWords(): (field: string, value: unknown, resource: string) => string {
  const translate = useTranslate();
  const text = useText2();
  return (field, value, resource) => {
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (typeof value === 'number') return value.toString();
    if (typeof value !== 'string') return JSON.stringify(value);
    const term = resource === 'fee-plan' ? termOf(field, value) : undefined;
    if (term !== undefined) return text(term);
    const listed = resource.startsWith('risk-') ? riskTerms(field, value) : undefined;
    if (listed !== undefined) return listed.map(text).join(translate('auditStates.and'));
    if (field === 'role' && isRole(value)) return text(roleNames[value]);
    if (field === 'rate' || field.endsWith('Surcharge')) return percentText(value);
    if (field === 'entryKind')
      return translate(`choice.postingKind.${value}`, { _: translate('choice.postingKind.other') });
    // Only what has the form of a code is looked up: what people wrote may hold signs that the dictionary reads.
    if (!/^[A-Za-z][\w, -]{0,60}$/.test(value)) return value;
    const place = wordPlaces[field];
    const logged = translate(`auditStates.value.${field}.${value}`, { _: value });
    return translate(place === undefined ? `approvals.values.${field}.${value}` : `${place}.${value}`, { _: logged });
  };
}

/** A choice of a fee plan in the words of its form. */
function termOf(field: string, value: string): Text2 | undefined {
  const words: Readonly<Record<string, Readonly<Record<string, Text2>>>> = planWords;
  return words[field]?.[value];
}

/** What an entry of a list or a snooze says, in the words of its form. */
function riskTerms(field: string, value: string): Text2[] | undefined {
  if (field === 'rule' || field === 'rules') return value.split(' ').map(ruleWord);
  if (field === 'listBy') return value.split(' ').flatMap((code) => riskTerms('subjectKind', code) ?? []);
  const words: Readonly<Record<string, Readonly<Record<string, Text2>>>> = listWords;
  const word = words[field]?.[value];
  return word && [word];
}

/** Steps of a fee: from which volume or amount on which rate holds. */
function Tiers({ tiers }: { tiers: readonly unknown[] }): ReactNode {
  const translate = useTranslate();
  return tiers.filter(isRecord).map((tier, index) => (
    <Box key={index} component="span" sx={{ display: 'block' }}>
      {percentText(String(tier['rate']))} · {translate('feePlan.tierFrom')}{' '}
      <Money fen={Math.max(Number(tier['fromVolumeFen']), Number(tier['fromAmountFen']))} total />
    </Box>
  ));
}
