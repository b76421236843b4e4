import { mask } from '@linggong/vault/domain';
import type { EnterpriseRow } from '../../src/enterprises/enterprise';
import { dayAgo, hoursAgo, numberOf } from './at';

const companies = [
  { name: '示例云仓物流有限公司', uscc: '92310115MA1K2N3P4K', industry: '物流', state: 'active' },
  { name: '示例青禾设计有限公司', uscc: '91440300MA5TETT02M', industry: '设计服务', state: 'active' },
  { name: '示例北川传媒有限公司', uscc: '91110101MA00ABCD40', industry: '传媒', state: 'submitted' },
  { name: '示例山城家政有限公司', uscc: '93510104MA6QRTUW0U', industry: '居民服务', state: 'suspended' },
  { name: '示例海港会展有限公司', uscc: '5211000050001234XD', industry: '会展', state: 'draft' },
] as const;

const settled: ReadonlySet<string> = new Set(['active', 'suspended']);

/** Enterprises in every state that somebody acts on. */
export const enterprises = (): EnterpriseRow[] =>
  companies.map(({ name, uscc, industry, state }, index) => ({
    id: index + 1,
    number: numberOf('E', index + 1),
    name,
    uscc,
    state,
    verification: state === 'draft' ? 'pending' : 'match',
    industry,
    contactName: mask('name', '测试联系人'),
    contactPhone: mask('phone', `1380000010${index.toString()}`),
    createdAt: hoursAgo(2_400 - index * 24),
    signedAt: settled.has(state) ? hoursAgo(2_000 - index * 24) : null,
    stateReason: state === 'suspended' ? '营业执照到期，等待换证' : null,
    reviewDueOn: state === 'submitted' ? dayAgo(-2) : null,
  }));
