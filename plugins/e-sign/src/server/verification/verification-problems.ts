import { notFound, problem, type Problem } from '@linggong/core/domain';

export const documentBytesMax = 10 * 1024 * 1024;

export const noSuchDocument = (): Problem => notFound({ zh: '合同文件', en: 'contract document' });

export function notPdf(): Problem {
  return problem(
    400,
    'not-a-pdf',
    { zh: '上传的文件不是 PDF', en: 'The file is no PDF' },
    {
      field: 'file',
      fix: {
        zh: '请上传从平台下载的合同 PDF 原文件，不要上传照片或扫描件',
        en: 'Send the PDF itself as it was downloaded, no photo and no scan',
      },
    },
  );
}

export function tooLarge(): Problem {
  return problem(
    413,
    'document-too-large',
    { zh: '文件超过 10 MB', en: 'The file is larger than 10 MB' },
    { field: 'file', fix: { zh: '平台的合同文件都小于 1 MB', en: 'Documents of the platform are smaller than 1 MB' } },
  );
}

export function tooMany(retryAfterSeconds: number): Problem {
  return problem(
    429,
    'too-many-verifications',
    { zh: '核验过于频繁', en: 'Too many verifications from this address' },
    { extra: { retryAfterSeconds }, fix: { zh: '请稍候再试', en: 'Wait a moment, then try again' } },
  );
}

/** Nobody did too much: there is no place at the moment, or another file of the same address is being read. */
export function busy(): Problem {
  return problem(
    503,
    'verification-busy',
    { zh: '正在核验其他文件', en: 'Other files are being verified at the moment' },
    { extra: { retryAfterSeconds: 5 }, fix: { zh: '请几秒后再试', en: 'Try again in a few seconds' } },
  );
}
