import { auditOwners } from '@linggong/config';
import { allowedActions } from '@linggong/core/domain';
import { findingLifecycle, findingStates } from '@linggong/continuity/domain';
import { keeping as en } from '../i18n/en/keeping';
import { keeping as zh } from '../i18n/zh/keeping';
import { actionsOf } from './finding';

describe('a finding', () => {
  it('offers what its life allows a person to do', () => {
    for (const state of findingStates) {
      const allowed = allowedActions(findingLifecycle, state).filter((action) => !['recur', 'close'].includes(action));
      expect(actionsOf(state)).toEqual(allowed);
    }
  });

  it('has words for every audit, in both languages', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words.keeping.audit).sort()).toEqual(Object.keys(auditOwners).sort());
      expect(Object.keys(words.keeping.kind).sort()).toEqual(Object.keys(auditOwners).sort());
    }
  });
});
