import { binary, route, type Route } from '@linggong/access';
import { contentBytesMax } from '@linggong/studio/api';
import { previewBody } from '../../api';
import { toolsOf } from '../services';
import { previewText } from './preview-text';

const preview = route({
  method: 'POST',
  path: '/contract-texts/preview',
  resource: 'contract-text',
  action: 'preview',
  summary: { zh: '预览合同文本的 PDF', en: 'Preview the PDF of a contract text' },
  description: {
    zh: '以虚构的数据印制正在编写的文本；不保存任何内容，不产生合同。',
    en: 'Prints a text under way with made-up values. Keeps nothing and makes no contract.',
  },
  body: previewBody,
  bodyBytesMax: contentBytesMax,
  answers: { 200: binary('application/pdf') },
  handle: async ({ strapi, body, command }) => ({
    status: 200,
    body: Buffer.from(await previewText(toolsOf(strapi), body.kind, body.content, command.at)),
  }),
});

export const textRoutes: readonly Route[] = [preview];
