import { calendar } from './calendar/calendar';
import { checklist } from './checklist/checklist';
import { criteria } from './criteria/criteria';
import type { DescribedKind } from './described-kind';
import { lifecyclePolicy } from './lifecycle-policy/lifecycle-policy';
import { limitSet } from './limit-set/limit-set';
import { procedure } from './procedure/procedure';
import { samplingPlan } from './sampling-plan/sampling-plan';
import { scenario } from './scenario/scenario';
import { sla } from './sla/sla';
import { taxParameters } from './tax-parameters/tax-parameters';
import { template } from './template/template';

/** Kinds whose editors follow from their description. */
export const describedKinds: readonly DescribedKind[] = [
  limitSet,
  taxParameters,
  samplingPlan,
  checklist,
  sla,
  template,
  procedure,
  criteria,
  scenario,
  calendar,
  lifecyclePolicy,
];
