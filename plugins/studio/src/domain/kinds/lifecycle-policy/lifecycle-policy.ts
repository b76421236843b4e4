import { choice, fault, id, list, maybe, money, record, text, text2, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { noLimit } from '../shared/words';

const step = record(
  { zh: '步骤', en: 'Step' },
  {
    id: id({ zh: '步骤代码', en: 'Code of the step' }),
    name: text2({ zh: '名称', en: 'Name' }),
    approval: choice(
      { zh: '第二人审批', en: 'Approval by a second person' },
      {
        always: { zh: '始终需要', en: 'always' },
        above: { zh: '超过金额时需要', en: 'above an amount' },
        never: { zh: '不需要', en: 'never' },
      },
    ),
    aboveFen: maybe(money({ zh: '单次超过', en: 'Above, at one time' }), noLimit),
    dayAboveFen: maybe(money({ zh: '当日累计超过', en: 'Above, together in a day' }), noLimit),
    basis: text2({ zh: '依据', en: 'Basis' }, { max: 500, required: false }),
  },
);

const content = record(
  { zh: '审批策略', en: 'Lifecycle policy' },
  {
    steps: list({ zh: '步骤', en: 'Steps' }, step, {
      item: { zh: '步骤', en: 'step' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'name',
    }),
  },
);
export type LifecyclePolicy = Of<typeof content>;

const input = record(
  { zh: '操作', en: 'Act' },
  {
    step: text({ zh: '步骤代码', en: 'Code of the step' }, { max: 60 }),
    amountFen: money({ zh: '金额', en: 'Amount' }),
    dayFen: money({ zh: '当日已有', en: 'Already in the day' }),
  },
);

/**
 * Whether a step with an amount waits for a second person. `dayFen` is what went without one in the day before it. A step that the
 * policy does not name waits: nothing is let through by forgetting it.
 */
export function needsApproval({ steps }: LifecyclePolicy, name: string, amountFen: bigint, dayFen: bigint): boolean {
  const rule = steps.find((one) => one.id === name);
  if (!rule || rule.approval === 'always') return true;
  if (rule.approval === 'never') return false;
  const isAbove = (bound: number | null, fen: bigint): boolean => bound !== null && fen > BigInt(bound);
  return isAbove(rule.aboveFen, amountFen) || isAbove(rule.dayAboveFen, dayFen + amountFen);
}

function faults({ steps }: LifecyclePolicy): Fault[] {
  return steps.flatMap(({ approval, aboveFen, dayAboveFen }, index) => {
    const path = `steps.${index}`;
    if (approval !== 'above') {
      if (aboveFen === null && dayAboveFen === null) return [];
      const [zh, en] = ['只有“超过金额时需要”才填金额', 'Amounts belong to "above an amount" alone'];
      return [fault(path, 'amount-without-use', zh, en)];
    }
    if (aboveFen === null && dayAboveFen === null) {
      return [fault(`${path}.aboveFen`, 'amount-missing', '请填写金额', 'Fill in an amount')];
    }
    if (aboveFen === null || dayAboveFen === null || aboveFen <= dayAboveFen) return [];
    const [zh, en] = ['当日累计金额小于单次金额', 'The amount of the day is below that of one time'];
    return [fault(`${path}.dayAboveFen`, 'day-below-one', zh, en)];
  });
}

function hints({ steps }: LifecyclePolicy): Fault[] {
  return steps.flatMap(({ approval, name }, index) => {
    if (approval !== 'never') return [];
    const [zh, en] = [`“${name.zh}”由一人即可完成`, `"${name.en}" is done by one person alone`];
    return [fault(`steps.${index}.approval`, 'one-person', zh, en)];
  });
}

function evaluate(policy: LifecyclePolicy, act: Of<typeof input>): Evaluation {
  const approval = needsApproval(policy, act.step, BigInt(act.amountFen), BigInt(act.dayFen));
  const known = policy.steps.some((one) => one.id === act.step);
  const trace = [
    approval
      ? { zh: '需要第二人审批', en: 'Waits for a second person' }
      : { zh: '直接生效', en: 'Takes effect at once' },
  ];
  return { outcome: { verdict: approval ? 'second-person' : 'one-person', approval, known }, trace };
}

/** Which steps wait for a second person, and above which amount (审批策略). */
export const lifecyclePolicy = describedKind({
  kind: 'lifecycle-policy',
  name: { zh: '审批策略', en: 'Lifecycle policy' },
  content,
  input: () => input,
  faults,
  hints,
  evaluate,
});
