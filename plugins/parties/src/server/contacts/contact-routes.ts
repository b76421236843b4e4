import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Queryable } from '@linggong/core';
import { contactConsentsAnswer, contactWithdrawal } from '../../api';
import { demandEnterprise } from '../enterprises/enterprise-rows';
import { toolsOf } from '../services';
import { contactsOf, withdrawContact } from './contact-consents';

const answerOf = async (db: Queryable, enterpriseId: number, at: Date) => ({
  status: 200 as const,
  body: { enterpriseId, items: await contactsOf(db, enterpriseId, at) },
});

const list = route({
  method: 'GET',
  path: '/enterprises/:id/contact-consents',
  resource: 'contact-consent',
  action: 'read',
  summary: { zh: '企业联系人的告知与同意', en: 'What the people were told whom an enterprise names' },
  params: idParams,
  answers: { 200: contactConsentsAnswer },
  handle: async ({ strapi, params, scope, command }) => {
    const { database } = toolsOf(strapi);
    await demandEnterprise(database, scope, params.id);
    return answerOf(database, params.id, command.at);
  },
});

const withdraw = route({
  method: 'POST',
  path: '/enterprises/:id/contact-consents/withdrawals',
  resource: 'contact-consent',
  action: 'withdraw',
  summary: { zh: '撤回企业联系人的同意', en: 'Take back the consent of a contact' },
  description: {
    zh: '由企业，或由工作人员按本人表示登记；一步完成，不要求理由。经办人的姓名和手机号随即删除，企业另行指定；法定代表人姓名依法处理，不能撤回。',
    en: 'By the enterprise, or noted by staff from his own word; one step, no reason. Name and number of a handler are deleted at once, and the enterprise names somebody else. The name of a legal representative is handled by law and cannot be taken back.',
  },
  params: idParams,
  body: contactWithdrawal,
  answers: { 200: contactConsentsAnswer },
  handle: async ({ strapi, params, body, scope, command }) => {
    const { database } = toolsOf(strapi);
    await demandEnterprise(database, scope, params.id);
    await database.transaction((tx) => withdrawContact(tx, command, params.id, body.contact));
    return answerOf(database, params.id, command.at);
  },
});

export const contactRoutes: readonly Route[] = [list, withdraw];
