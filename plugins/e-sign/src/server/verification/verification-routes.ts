import { route, withUploadedFile, type Route } from '@linggong/access';
import { codeVerification, codeParams, fileAnswer } from '../../api';
import { readCode } from '../../domain';
import { toolsOf } from '../services';
import { publicDocumentBy } from './public-document';
import { createRateLimit, networkOf } from './rate-limit';
import { createUploadGate, withinTime } from './upload-gate';
import { busy, noSuchDocument, tooMany } from './verification-problems';
import { readPdf, verifyFile } from './verify-file';

/**
 * A person verifies some papers an hour; who tries codes gets nowhere (160 bits), and who sends files gets slowed down. Behind a
 * proxy that passes no addresses on, all visitors share these.
 */
const codeLimit = createRateLimit({ burst: 120, perMinute: 60 });
const fileLimit = createRateLimit({ burst: 20, perMinute: 10 });

/** Files in memory at the same time: 40 MB at most. */
const gate = createUploadGate(4);

/** 10 MB in that time is 4 Mbit/s; documents of the platform are smaller than 1 MB. */
const uploadMs = 20_000;

const byCode = route({
  method: 'GET',
  path: '/contract-verifications/:code',
  resource: 'contract-verification',
  action: 'read',
  public: true,
  summary: { zh: '按核验码核验合同文件', en: 'Verify a contract document by the code on its pages' },
  description: {
    zh: '无需登录，不含任何个人信息。核验码印在每一页的页脚与二维码中。',
    en: 'Open to anybody; no personal data. The code stands at the foot of each page and in its QR code.',
  },
  params: codeParams,
  answers: { 200: codeVerification },
  handle: async ({ strapi, params, command, http }) => {
    const wait = codeLimit.take(http.address, Date.now());
    if (wait !== undefined) throw tooMany(wait);
    const code = readCode(params.code);
    if (code === undefined) throw noSuchDocument();
    const document = await publicDocumentBy(toolsOf(strapi).db, 'code', code, command.at);
    if (document === undefined) throw noSuchDocument();
    return { status: 200, body: { document } };
  },
});

const byFile = route({
  method: 'POST',
  path: '/contracts/verifications',
  resource: 'contract-verification',
  action: 'upload',
  public: true,
  summary: { zh: '上传 PDF 核验合同文件', en: 'Verify a contract document by its file' },
  description: {
    zh: '无需登录。表单字段 file：不超过 10 MB 的 PDF；文件不保存。结果只说明文件是否由本平台封存、封存后是否被改动。',
    en: 'Open to anybody. Form field file: a PDF of at most 10 MB; it is not stored. Says whether this platform sealed it and whether it was changed since; it proves nobody’s identity.',
  },
  upload: ['multipart/form-data'],
  answers: { 200: fileAnswer },
  handle: async ({ strapi, command, http }) => {
    const answer = gate.enter(networkOf(http.address), async () => {
      const wait = fileLimit.take(http.address, Date.now());
      if (wait !== undefined) throw tooMany(wait);
      const bytes = await withinTime(http.request, uploadMs, () =>
        withUploadedFile(http.request, ({ stream }) => readPdf(stream)),
      );
      return verifyFile(toolsOf(strapi).db, bytes, command.at);
    });
    if (answer === undefined) throw busy();
    return { status: 200, body: await answer };
  },
});

export const verificationRoutes: readonly Route[] = [byFile, byCode];
