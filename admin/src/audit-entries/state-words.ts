import { isRole, roleNames } from '@linggong/config/roles';
import { useTranslate } from 'react-admin';
import { moneyText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { isKnownState, type StateKind } from '../parts/states';
import { codesOf } from './audit-entry';

/** Objects of the log whose states have words on chips. */
const lives: Readonly<Record<string, StateKind>> = {
  approval: 'approval',
  'bank-card': 'card',
  contract: 'contract',
  'data-request': 'dataRequest',
  elevation: 'elevation',
  engagement: 'engagement',
  enterprise: 'enterprise',
  'fee-bill': 'feeBill',
  'fee-plan': 'feePlan',
  finding: 'finding',
  inspection: 'inspection',
  'inspection-item': 'inspectionItem',
  'legal-hold': 'legalHold',
  order: 'order',
  payout: 'payout',
  'operation-review': 'periodReview',
  'promotional-material': 'material',
  'real-name-review': 'periodReview',
  reencryption: 'reencryption',
  'risk-case': 'riskCase',
  'risk-measure': 'riskMeasure',
  'risk-list-entry': 'riskListEntry',
  'risk-list-import': 'riskListImport',
  'rating-override': 'ratingOverride',
  'risk-offboarding': 'riskOffboarding',
  'risk-snooze': 'riskSnooze',
  'settlement-batch': 'batch',
  'settlement-line': 'line',
  task: 'task',
  'tax-period': 'taxPeriod',
  worker: 'worker',
};

/** Fields whose codes have words elsewhere in the console. */
const elsewhere: Readonly<Record<string, string>> = {
  kind: 'choice.kind',
  method: 'choice.consentMethod',
  orderState: 'state.order',
  payoutState: 'state.payout',
  provider: 'choice.provider',
  purpose: 'choice.purpose',
  resource: 'audit.noun',
  lookAt: 'audit.noun',
  ratingClass: 'state.ratingClass',
  realNameState: 'state.realName',
  registerState: 'state.registerState',
  verification: 'state.verification',
};

export interface StateWords {
  /** `secondFactor` as "双因素"; a field without a word stays as it is. */
  field: (name: string) => string;
  /** What stands in a field: codes by their words, amounts in yuan, lists one after the other. */
  value: (field: string, text: string) => string;
}

/** @param kind of the object of the entry, such as `settlement-batch` */
export function useStateWords(kind: string): StateWords {
  const translate = useTranslate();
  const text2 = useText2();
  const word = (field: string, text: string): string => {
    const life = field === 'state' ? lives[kind] : undefined;
    if (life !== undefined && isKnownState(life, text)) return translate(`state.${life}.${text}`);
    if (field === 'role' && isRole(text)) return text2(roleNames[text]);
    if (kind === 'consent' && field === 'method') return translate(`choice.method.${text}`, { _: text });
    const [thing, row] = /^([a-z-]+):(\d+)$/.exec(text)?.slice(1) ?? [];
    if (thing !== undefined && row !== undefined) return `${translate(`audit.noun.${thing}`, { _: thing })} ${row}`;
    // Only what has the form of a code is looked up: other texts may hold signs that the dictionary reads.
    if (!/^[a-z-]{2,40}$/.test(text)) return text;
    const place = elsewhere[field];
    const own = translate(`auditStates.value.${field}.${text}`, { _: text });
    return place === undefined ? own : translate(`${place}.${text}`, { _: own });
  };
  return {
    field: (name) => (name === '' ? '' : translate(`auditStates.field.${name}`, { _: name })),
    value: (field, text) => {
      if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return instantText(text, true);
      if (/Fen$/.test(field) && /^-?\d{1,18}$/.test(text)) return moneyText(BigInt(text));
      return codesOf(text)
        .map((one) => word(field, one))
        .join(translate('auditStates.and'));
    },
  };
}
