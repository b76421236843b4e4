import { allowedActions } from '@linggong/core/domain';
import {
  changeableFields,
  enterpriseLifecycle,
  workerActionsByPeople,
  workerLifecycle,
} from '@linggong/parties/domain';
import type { OrderDetail, OrderRow } from '@linggong/settlement/api';
import { taskLifecycle } from '@linggong/tasks/domain';
import { mask } from '@linggong/vault/domain';
import type { EnterpriseRecord, EnterpriseRow } from '../src/enterprises/enterprise';
import type { TaskRecord } from '../src/tasks/task';
import type { TaxRecord } from '../src/tax/tax';
import type { WorkerRecord } from '../src/workers/worker';
import type { FakeTask } from './rows/tasks';
import type { FakeTaxRecord } from './rows/tax-records';
import type { FakeWorker } from './rows/workers';
import type { World } from './world';

type Review = EnterpriseRecord['review'];

const criterion = {
  id: 'licence',
  title: { zh: '营业执照在有效期内', en: 'The business licence is in force' },
  text: { zh: '登记状态为存续，经营期限未届满。', en: 'Registered as operating, the term not over.' },
  evidence: { zh: '国家企业信用信息公示系统', en: 'National enterprise credit system' },
  basis: { zh: '市场主体登记管理条例', en: 'Regulation on registration of market entities' },
  required: true,
};

const review = (dueAt: string | null, isOwn: boolean): Review => ({
  key: 'parties.admission',
  name: { zh: '准入审查标准', en: 'Criteria of admission' },
  versionNo: 1,
  dueAt,
  isOwn,
  criteria: [criterion],
  citations: [],
});

const actor = 'operator#1';

/** One enterprise, whole; `isOwn` where the reader submitted it. */
export function enterpriseDetail(row: EnterpriseRow, isOwn = false): EnterpriseRecord & EnterpriseRow {
  const { id, uscc, state, createdAt, signedAt } = row;
  const account = {
    id,
    enterpriseId: id,
    subAccountNumber: `99929000010000000${id.toString()}`,
    bankName: '沙箱银行',
    bankCode: '999290000012',
    state: 'open',
    openedAt: signedAt,
  } as const;
  return {
    ...row,
    verificationCode: state === 'draft' ? null : `EV-${uscc.slice(-8)}`,
    legalRepresentative: mask('name', '测试法人'),
    registeredAddress: '上海市浦东新区示例路1号',
    businessScope: '以登记机关核定为准',
    bankName: '示例银行上海分行',
    bankCode: null,
    bankAccount: mask('bank-card', '6222028872946788639'),
    urbanMaintenanceRate: '0.07',
    allowedActions: allowedActions(enterpriseLifecycle, state),
    changeableFields: [...changeableFields(state)],
    submittedAt: state === 'draft' ? null : createdAt,
    approvedAt: signedAt,
    suspendedAt: null,
    offboardedAt: null,
    accounts: signedAt === null ? [] : [account],
    steps: [
      { action: 'create', fromState: null, toState: 'draft', actor, at: createdAt },
      ...(state === 'draft'
        ? []
        : [{ action: 'submit', fromState: 'draft', toState: 'submitted', actor, at: createdAt }]),
    ],
    review: review(null, isOwn),
  };
}

/** One worker, whole: names and numbers stay masked. */
export function workerDetail(row: FakeWorker): WorkerRecord {
  const byPeople: ReadonlySet<string> = new Set(workerActionsByPeople);
  return {
    ...row,
    address: mask('address', '上海市浦东新区示例路1号'),
    country: '156',
    realNameCode: row.realNameCheckedAt === null ? null : `RN-${row.number}`,
    lockedAt: null,
    keepsUntil: null,
    allowedActions: allowedActions(workerLifecycle, row.state).filter((action) => byPeople.has(action)),
    cards: [
      {
        id: row.id,
        workerId: row.id,
        cardVersion: 1,
        card: mask('bank-card', '6222028872946788639'),
        holder: null,
        bankName: '示例银行',
        bankCode: null,
        state: row.realNameCheckedAt === null ? 'pending' : 'verified',
        checkCode: null,
        checkedAt: row.realNameCheckedAt,
        addedAt: row.registeredAt,
        replacedAt: null,
      },
    ],
  };
}

export function orderDetail(row: OrderRow): OrderDetail {
  return {
    ...row,
    engagementId: row.id,
    bankCardId: row.workerId,
    payerAccountMasked: mask('bank-card', `99929000010000000${row.enterpriseId.toString()}`),
    remark: null,
    failure: null,
    bankReference: row.paidAt === null ? null : `REF${row.id.toString().padStart(8, '0')}`,
    trace: [],
    traceHidden: true,
  };
}

export function taskDetail(row: FakeTask, { orders }: World): TaskRecord {
  const own = orders.filter(({ taskId }) => taskId === row.id);
  const sum = own.reduce((total, { grossFen }) => total + grossFen, 0);
  return {
    ...row,
    description: '按班次完成，由企业验收。',
    scenarioTitle: { zh: '仓内分拣', en: 'Warehouse sorting' },
    engaged: own.length,
    applied: 0,
    acceptedFen: sum,
    settledFen: sum,
    employmentSigns: [],
    review: review(null, false),
    allowed: allowedActions(taskLifecycle, row.state),
  };
}

export const taxRecordDetail = (row: FakeTaxRecord): TaxRecord => ({ ...row, trace: [], traceHidden: true });
