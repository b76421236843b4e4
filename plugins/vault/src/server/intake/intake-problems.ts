import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import type { PdfFault } from './pdf-fault';

const field = 'file';

export function fileKindUnknown(): Problem {
  return problem(
    422,
    'file-kind-unknown',
    { zh: '文件须为PDF、JPEG或PNG', en: 'The file must be a PDF, JPEG or PNG' },
    {
      field,
      fix: { zh: '请上传扫描原件，不要改扩展名', en: 'Upload the scan itself; its name alone changes nothing' },
    },
  );
}

export function fileTooLarge(bytesMax: number): Problem {
  const size = `${bytesMax / 1_048_576} MB`;
  return problem(
    413,
    'file-too-large',
    { zh: `文件超过${size}`, en: `The file is larger than ${size}` },
    { field, fix: { zh: '请降低分辨率或分批上传', en: 'Scan at a lower resolution, or in parts' } },
  );
}

export function pictureBroken(): Problem {
  return problem(
    422,
    'picture-broken',
    { zh: '图片已损坏，无法打开', en: 'The picture is broken and does not open' },
    { field, fix: { zh: '请重新扫描或拍照后上传', en: 'Scan or photograph it again' } },
  );
}

export function pictureTooLarge(megapixels: number): Problem {
  return problem(
    413,
    'picture-too-large',
    { zh: `图片超过${megapixels}百万像素`, en: `The picture has more than ${megapixels} megapixels` },
    { field, fix: { zh: '请降低分辨率后上传', en: 'Scan at a lower resolution' } },
  );
}

const pdfTexts: Readonly<Record<PdfFault, Text2>> = {
  structure: { zh: 'PDF不完整，或夹带了其他内容', en: 'The PDF is not whole, or something else hangs on it' },
  active: {
    zh: 'PDF含有脚本、附件、表单动作或多媒体',
    en: 'The PDF holds scripts, attached files, form actions or media',
  },
  encrypted: { zh: 'PDF已加密，无法检查', en: 'The PDF is encrypted and cannot be looked at' },
  packed: { zh: 'PDF中有无法解开检查的对象', en: 'The PDF holds objects that cannot be unpacked' },
};

export function pdfRefused(fault: PdfFault): Problem {
  return problem(422, `pdf-${fault}`, pdfTexts[fault], {
    field,
    fix: {
      zh: '请打印后扫描，或另存为不含脚本、附件和密码的PDF',
      en: 'Print and scan it, or save it as a PDF without scripts, attachments and password',
    },
  });
}

export function intakeBusy(): Problem {
  return problem(
    503,
    'intake-busy',
    { zh: '正在处理的文件较多', en: 'Many files are being taken in' },
    { fix: { zh: '请稍后再上传', en: 'Send it again in a moment' }, extra: { retryAfterSeconds: 10 } },
  );
}
