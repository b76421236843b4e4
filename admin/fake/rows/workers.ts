import { mask } from '@linggong/vault/domain';
import type { WorkerRecord, WorkerRow } from '../../src/workers/worker';
import { dayAgo, hoursAgo, numberOf } from './at';

const count = 30;
const states = ['active', 'active', 'active', 'registered', 'suspended'] as const;
const surnames = ['赵', '钱', '孙', '李', '周', '吴'] as const;

/** A row of the list as the server has it. */
export type FakeWorker = WorkerRow & Pick<WorkerRecord, 'taxResident' | 'agencyFrom'>;

/** People who are nobody: surnames in turn, numbers of a row. */
export const workers = (): FakeWorker[] =>
  Array.from({ length: count }, (_, index) => {
    const state = states[index % states.length] ?? 'active';
    const isChecked = state !== 'registered';
    const serial = index.toString().padStart(4, '0');
    return {
      id: index + 1,
      number: numberOf('W', index + 1),
      name: mask('name', `${surnames[index % surnames.length] ?? '赵'}测试`),
      identityKind: 'resident-id',
      identity: mask('identity-number', `11010119900307${serial}`),
      phone: mask('phone', `1380000${serial}`),
      state,
      realNameState: isChecked ? 'verified' : 'pending',
      realNameCheckedAt: isChecked ? hoursAgo(500 + index) : null,
      taxResident: true,
      vatRole: 'platform-files',
      agencyFrom: dayAgo(160),
      agencyTo: dayAgo(-200),
      source: 'staff',
      registeredAt: hoursAgo(600 + index),
    };
  });
