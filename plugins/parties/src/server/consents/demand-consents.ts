import type { Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { withdrawnNeeds } from '@linggong/vault';

/**
 * Nobody goes on working, and nobody is taken back, against a consent that he took back himself (PIPL art. 13, 15).
 * @throws Problem 409 `consent-missing`
 */
export async function demandConsents(tx: Tx, workerId: number): Promise<void> {
  const [withdrawn] = await withdrawnNeeds(tx, [workerId]);
  if (withdrawn === undefined) return;
  const named = withdrawn.purposes.join(', ');
  throw problem(
    409,
    'consent-missing',
    {
      zh: `该人员已撤回必需的个人信息处理同意：${named}`,
      en: `He took back consents that the service needs: ${named}`,
    },
    {
      fix: { zh: '请由本人重新同意，或登记其书面同意', en: 'Have him give them again, or note what he gave on paper' },
    },
  );
}
