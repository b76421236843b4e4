import type { Queryable } from '@linggong/core';
import type { ClassFactors } from '../../domain';
import { classPoliciesInForce } from '../ratings/class-policies';

/** Factors of the classes in force, and the version that says them. */
export interface FactorsInForce {
  readonly factors: ClassFactors;
  readonly versionId: number;
}

/** How many times the share of the plan payers of each class are drawn (抽查倍数). @throws Problem 503 `configuration-missing` */
export async function classFactors(db: Queryable): Promise<FactorsInForce> {
  const { policies, versionId } = await classPoliciesInForce(db);
  return {
    versionId,
    factors: Object.fromEntries([...policies].map(([name, { samplingFactor }]) => [name, samplingFactor])),
  };
}
