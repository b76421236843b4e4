import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { guideAnswer, guideParams, guidesAnswer, guidesRequest } from '../../api/guide';
import { searchGuides } from '../../domain/guides/search-guides';
import { route } from '../http/define-route';
import { publishedGuides } from './published-guides';

const list = route({
  method: 'GET',
  path: '/guides',
  resource: 'guide',
  action: 'list',
  summary: { zh: '使用指南', en: 'Guides' },
  description: {
    zh: '系统管理员在内容面板中撰写并发布；随平台交付的指南也在其中，可以修改。按词查找时标题符合的在前。',
    en: 'Written and published by the system administrator in the content panel; those that the platform comes with are there too, to be changed. Of those that hold the words, titles come first.',
  },
  query: guidesRequest,
  answers: { 200: guidesAnswer },
  handle: async ({ strapi, account, query: { q = '', language } }) => {
    const found = searchGuides(await publishedGuides(databaseOf(strapi), account.role), q, language);
    const items = found.map(({ guide: { name, title, steps, pages, body }, line }) => ({
      name,
      title,
      steps: { zh: [...steps.zh], en: [...steps.en] },
      pages: [...pages],
      hasText: body[language] !== '',
      line,
    }));
    return { status: 200, body: { items } };
  },
});

const read = route({
  method: 'GET',
  path: '/guides/:name',
  resource: 'guide',
  action: 'read',
  summary: { zh: '查看一篇使用指南', en: 'Read a guide' },
  params: guideParams,
  answers: { 200: guideAnswer },
  handle: async ({ strapi, account, params }) => {
    const guide = (await publishedGuides(databaseOf(strapi), account.role)).find(({ name }) => name === params.name);
    if (guide === undefined) throw notFound({ zh: '使用指南', en: 'guide' });
    const { title, steps, pages, body } = guide;
    return {
      status: 200,
      body: { name: guide.name, title, body, steps: { zh: [...steps.zh], en: [...steps.en] }, pages: [...pages] },
    };
  },
});

export const guideRoutes = [list, read];
