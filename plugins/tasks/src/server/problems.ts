import { problem } from '@linggong/core/domain';

export function reasonRequired(): Error {
  return problem(422, 'reason-required', { zh: '请填写理由', en: 'A reason is required' }, { field: 'reason' });
}
