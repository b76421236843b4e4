import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { formDraftAnswer, formDraftFound, formDraftRequest, formParams } from '../../api';
import { dropDraft, readDraft, saveDraft } from './drafts';

const read = route({
  method: 'GET',
  path: '/forms/:key/draft',
  resource: 'own-form-draft',
  action: 'read',
  summary: { zh: '查看本人填写中的草稿', en: 'Read your own draft of a form' },
  params: formParams,
  answers: { 200: formDraftFound },
  handle: ({ strapi, params, account, command }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const owner = { accountId: account.id, form: params.key };
      return { status: 200 as const, body: { draft: await readDraft(vaultOf(strapi), tx, command, owner) } };
    }),
});

const save = route({
  method: 'PUT',
  path: '/forms/:key/draft',
  resource: 'own-form-draft',
  action: 'save',
  summary: { zh: '保存表单草稿', en: 'Keep a form as a draft' },
  description: {
    zh: '整体加密，仅本人可见；提交表单即清除，三十日未更新也清除。',
    en: 'Sealed as a whole and seen by its author alone; gone when the form is handed in, or thirty days after it was last saved.',
  },
  params: formParams,
  body: formDraftRequest,
  answers: { 200: formDraftAnswer },
  handle: async ({ strapi, params, account, command, body }) => {
    const owner = { accountId: account.id, form: params.key };
    return { status: 200, body: await saveDraft(vaultOf(strapi), databaseOf(strapi), command.at, owner, body) };
  },
});

const drop = route({
  method: 'POST',
  path: '/forms/:key/draft/drop',
  resource: 'own-form-draft',
  action: 'drop',
  summary: { zh: '放弃表单草稿', en: 'Throw a draft away' },
  params: formParams,
  answers: { 200: formDraftFound },
  handle: async ({ strapi, params, account }) => {
    await dropDraft(databaseOf(strapi), { accountId: account.id, form: params.key });
    return { status: 200, body: { draft: null } };
  },
});

export const draftRoutes = [read, save, drop];
