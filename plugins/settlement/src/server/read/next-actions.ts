import { reachOf, type Role } from '@linggong/config/access';
import { allowedActions, type Text2 } from '@linggong/core/domain';
import type { BatchBlockerCode, NextAction } from '../../api';
import { blockerCatalogue } from '../../api';
import { batchLifecycle, type BatchAction, type BatchState } from '../../domain';

type ActionName = NextAction['action'];
type Effect = NonNullable<NextAction['effect']>;

/** What decides which buttons a batch has, and for whom. */
export interface ActionFacts {
  readonly state: BatchState;
  readonly ready: number;
  readonly blockers: readonly BatchBlockerCode[];
  readonly isExpired: boolean;
  readonly confirmedBy: number | null;
  readonly effect: Effect | null;
}

interface ActionRule {
  readonly label: Text2;
  readonly lifecycleAction: BatchAction;
  readonly permission: string;
  readonly resource?: string;
  readonly secondPerson?: boolean;
  readonly reasonRequired?: boolean;
  readonly hasEffect?: boolean;
}

const rules: Readonly<Record<ActionName, ActionRule>> = {
  confirm: {
    label: { zh: '确认', en: 'Confirm' },
    lifecycleAction: 'confirm',
    permission: 'confirm',
    hasEffect: true,
  },
  'review-class': {
    label: { zh: '审核通过', en: 'Take the payments' },
    lifecycleAction: 'confirm',
    permission: 'review-class',
    reasonRequired: true,
    hasEffect: true,
  },
  'review-batch': {
    label: { zh: '核实放行', en: 'Let the batch go' },
    lifecycleAction: 'confirm',
    permission: 'review-batch',
    reasonRequired: true,
    hasEffect: true,
  },
  release: {
    label: { zh: '复核放款', en: 'Release' },
    lifecycleAction: 'release',
    permission: 'release',
    secondPerson: true,
    hasEffect: true,
  },
  recheck: { label: { zh: '重新校验', en: 'Check again' }, lifecycleAction: 'check', permission: 'recheck' },
  'edit-line': {
    label: { zh: '就地改正', en: 'Correct in place' },
    lifecycleAction: 'check',
    permission: 'edit',
    resource: 'settlement-line',
  },
  'exclude-lines': {
    label: { zh: '剔除行', en: 'Exclude lines' },
    lifecycleAction: 'check',
    permission: 'exclude-lines',
    reasonRequired: true,
  },
  cancel: {
    label: { zh: '取消批次', en: 'Cancel the batch' },
    lifecycleAction: 'cancel',
    permission: 'cancel',
    reasonRequired: true,
  },
};

/** Actions that are there for one blocker alone. */
const answersTo: Readonly<Partial<Record<ActionName, BatchBlockerCode>>> = {
  'review-class': 'class-review',
  'review-batch': 'batch-review',
};

/** The buttons of a batch for an account: actions that its role never has are left out, `why` says why one is off. */
export function nextActions(facts: ActionFacts, account: { readonly id: number; readonly role: Role }): NextAction[] {
  const allowed = allowedActions(batchLifecycle, facts.state);
  // Object.entries forgets the keys of the record.
  return (Object.entries(rules) as [ActionName, ActionRule][]).flatMap(([action, rule]) => {
    const reach = reachOf(account.role, rule.resource ?? 'settlement-batch', rule.permission);
    if (reach === undefined || !allowed.includes(rule.lifecycleAction)) return [];
    const answers = answersTo[action];
    if (answers !== undefined && !facts.blockers.includes(answers)) return [];
    const why = whyNot(action, facts, account.id);
    return {
      action,
      label: rule.label,
      enabled: why === null,
      why,
      secondPerson: rule.secondPerson ?? false,
      reasonRequired: rule.reasonRequired ?? false,
      effect: rule.hasEffect ? facts.effect : null,
    };
  });
}

function whyNot(action: ActionName, facts: ActionFacts, accountId: number): Text2 | null {
  const isChecking = facts.state === 'checking';
  if (isChecking && action !== 'cancel') return { zh: '正在校验', en: 'The check is running' };
  if (action === 'release' && facts.confirmedBy === accountId) {
    return { zh: '须由确认人以外的人放款', en: 'Somebody other than who confirmed must release' };
  }
  if (action !== 'confirm') return null;
  if (facts.isExpired) return { zh: '报价已失效，请重新校验', en: 'The quote has expired; check again' };
  const [blocker] = facts.blockers;
  if (blocker !== undefined) return blockerCatalogue[blocker].title;
  return facts.ready === 0 ? { zh: '没有可发放的行', en: 'No line is ready' } : null;
}
