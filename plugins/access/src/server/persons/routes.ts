import { databaseOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { holderAnswer, holderBody } from '../../api/approval';
import { route } from '../http/define-route';
import { keepContact } from '../notices/notices';
import { isPersonConfirmed } from './confirm-holder';
import { declareHolder, holderOf } from './declare-holder';

const readHolder = route({
  method: 'GET',
  path: '/me/holder',
  resource: 'own-account',
  action: 'declare-holder',
  summary: { zh: '我的账号持有人', en: 'Who stands behind my account' },
  answers: { 200: holderAnswer },
  handle: async ({ strapi, account }) => {
    const kept = await databaseOf(strapi).maybeOne<{
      identityMasked: string | null;
      phoneMasked: string | null;
      confirmed: boolean;
    }>(
      `SELECT identity_masked AS "identityMasked", phone_masked AS "phoneMasked", confirmed_at IS NOT NULL AS confirmed
         FROM access.holders WHERE account_id = $1`,
      [account.id],
    );
    const nothing = { identityMasked: null, phoneMasked: null, confirmed: false };
    return { status: 200, body: { declared: kept !== undefined, ...nothing, ...kept } };
  },
});

const declare = route({
  method: 'POST',
  path: '/me/holder',
  resource: 'own-account',
  action: 'declare-holder',
  summary: { zh: '登记本账号的持有人', en: 'Say who stands behind my account' },
  description: {
    zh: '只登记一次，保存密文索引和脱敏值，手机号另行加密，仅用于通知本人；用来防止同一人用另一个账号审批自己的申请。自行登记的，经另两人核实后方可提交或决定审批。',
    en: 'Told once; keyed hashes and masks are kept, and the telephone number sealed, for messages to the holder alone. By it nobody decides his own request through a second account. What one says of himself counts once two others have confirmed it.',
  },
  body: holderBody,
  bodyBytesMax: 4_096,
  answers: { 200: holderAnswer },
  // An identity number can be guessed from a hash of the request.
  unkept: true,
  handle: async ({ strapi, account, body, command }) => {
    const holder = holderOf(vaultOf(strapi), body);
    const { identityMasked, phoneMasked } = holder;
    const confirmed = await databaseOf(strapi).transaction(async (tx) => {
      await declareHolder(tx, command, account.id, holder);
      await keepContact(tx, vaultOf(strapi), account.id, body.phone);
      return isPersonConfirmed(tx, account.id);
    });
    return { status: 200, body: { declared: true, identityMasked, phoneMasked, confirmed } };
  },
});

export const personRoutes = [readHolder, declare];
