import { blockerCodes, type BlockerCode } from '@linggong/settlement/api';
import { allOf, reader } from './api';
import type { Platform } from './start-platform';

const ofWorkbooks = ['cell-error', 'cell-merged'] as const;
const ofClosedMonths = ['tax-refused'] as const;
/** Banks of files look at payees; the sandbox bank of the demo takes everybody. */
const ofFileBanks = ['channel-refused'] as const;
/** A fee above the amount, and a promised net that another month makes dearer: no plan of the demo does it. */
const ofFeePlans = ['fee-above-amount', 'net-not-kept'] as const;
/** A card or a contract in another name than the verified one: no route lets it come about. */
const ofOtherNames = ['card-holder-mismatch', 'contract-party-mismatch'] as const;
const ofTheBatch = [
  'enterprise-inactive',
  'class-review',
  'batch-review',
  'batch-declined',
  'cooperation-missing',
  'fee-plan-missing',
  'deposit-insufficient',
  'nothing-payable',
] as const;

/** What an enterprise is told in the place of why somebody unknown to it cannot be paid; staff are told why. */
const ofEnterprisesAlone = ['worker-not-engaged'] as const;

/** The demo lists nobody, and its limits are the wide ones of the first day. */
const ofLists = ['enterprise-denied', 'payee-denied', 'payee-watched'] as const;
const ofLimits = ['limit-enterprise', 'limit-payment', 'limit-worker'] as const;

/** Blockers that the demo's waiting batch cannot have, in order. */
export const blockersExpectedAbsent: readonly string[] = [
  ...ofWorkbooks,
  ...ofClosedMonths,
  ...ofFileBanks,
  ...ofFeePlans,
  ...ofOtherNames,
  ...ofTheBatch,
  ...ofEnterprisesAlone,
  ...ofLists,
  ...ofLimits,
].sort();

/** Blockers that no line of the demo's waiting batch has, in order. */
export async function blockersAbsent(platform: Platform): Promise<BlockerCode[]> {
  const read = await reader(platform, 'operator');
  const [batch] = await allOf<{ id: number }>(read, 'settlement-batches', { state: 'quoted' });
  const path = `/api/v1/settlement-batches/${(batch?.id ?? 0).toString()}/blockers`;
  const { groups } = await read<{ groups: { code: string }[] }>(path);
  return blockerCodes.filter((code) => !groups.some((group) => group.code === code)).sort();
}
