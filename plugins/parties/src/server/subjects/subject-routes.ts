import { route } from '@linggong/access';
import { foundSubjects, subjectSearch } from '../../api';
import { toolsOf } from '../services';
import { findSubjects } from './find-subjects';

const search = route({
  method: 'POST',
  path: '/subjects/search',
  resource: 'subject',
  action: 'find',
  summary: { zh: '查找企业或灵工（脱敏）', en: 'Find an enterprise or a worker, masked' },
  description: {
    zh: '供提权、开立账号、登记请求等表单选择对象。灵工须以编号、手机号或证件号码精确查找，结果脱敏；每次查找留痕。',
    en: 'For forms that are about somebody: elevations, accounts, requests, holds. A worker is found by his number, telephone or identity number as a whole; the answer is masked, and each search is written down.',
  },
  body: subjectSearch,
  bodyBytesMax: 4_096,
  // A hash of what was typed could be guessed at.
  unkept: true,
  limit: 'subject-search',
  answers: { 200: foundSubjects },
  handle: async ({ strapi, body, command }) => {
    const tools = toolsOf(strapi);
    const items = await tools.database.transaction((tx) => findSubjects(tools, tx, command, body));
    return { status: 200 as const, body: { items } };
  },
});

export const subjectRoutes = [search];
