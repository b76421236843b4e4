import { databaseOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { holderAnswer, holderBody } from '../../api/approval';
import { route } from '../http/define-route';
import { declareHolder, holderOf } from './declare-holder';

const readHolder = route({
  method: 'GET',
  path: '/me/holder',
  resource: 'own-account',
  action: 'declare-holder',
  summary: { zh: '我的账号持有人', en: 'Who stands behind my account' },
  answers: { 200: holderAnswer },
  handle: async ({ strapi, account }) => {
    const kept = await databaseOf(strapi).maybeOne<{ identityMasked: string | null; phoneMasked: string | null }>(
      `SELECT identity_masked AS "identityMasked", phone_masked AS "phoneMasked" FROM access.holders WHERE account_id = $1`,
      [account.id],
    );
    return { status: 200, body: { declared: kept !== undefined, identityMasked: null, phoneMasked: null, ...kept } };
  },
});

const declare = route({
  method: 'POST',
  path: '/me/holder',
  resource: 'own-account',
  action: 'declare-holder',
  summary: { zh: '登记本账号的持有人', en: 'Say who stands behind my account' },
  description: {
    zh: '只登记一次，只保存密文索引和脱敏值；用来防止同一人用另一个账号审批自己的申请。',
    en: 'Told once; keyed hashes and masks are kept. By it nobody decides his own request through a second account.',
  },
  body: holderBody,
  bodyBytesMax: 4_096,
  answers: { 200: holderAnswer },
  // An identity number can be guessed from a hash of the request.
  unkept: true,
  handle: async ({ strapi, account, body, command }) => {
    const holder = holderOf(vaultOf(strapi), body);
    const { identityMasked, phoneMasked } = holder;
    const answer = { status: 200, body: { declared: true, identityMasked, phoneMasked } } as const;
    await databaseOf(strapi).transaction((tx) => declareHolder(tx, command, account.id, holder));
    return answer;
  },
});

export const personRoutes = [readHolder, declare];
