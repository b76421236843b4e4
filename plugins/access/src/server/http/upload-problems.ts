import { problem, type Problem } from '@linggong/core/domain';

/** Why a multipart form was not taken. */

export function fileMissing(): Problem {
  return problem(
    400,
    'file-missing',
    { zh: '请求中没有名为 file 的文件', en: 'The request carries no file named "file"' },
    {
      field: 'file',
      fix: { zh: '请以 multipart/form-data 上传 file 字段', en: 'Send it as field "file" of a multipart form' },
    },
  );
}

export function severalFiles(): Problem {
  return problem(400, 'several-files', { zh: '一次只能上传一个文件', en: 'One file at a time' }, { field: 'file' });
}

export function formBroken(): Problem {
  return problem(
    400,
    'form-broken',
    { zh: '上传的表单不完整', en: 'The multipart form is broken or was cut off' },
    { fix: { zh: '请重新上传', en: 'Upload it again' } },
  );
}

/** @param name as it was sent, so it is cut to what can be shown */
export function formPartUnexpected(name: string): Problem {
  const shown = name.replace(/\p{C}/gu, '').slice(0, 40);
  return problem(
    400,
    'form-part-unexpected',
    {
      zh: `表单中有多余或次序不对的字段 ${shown}`,
      en: `The form has a part that is unknown or out of place: ${shown}`,
    },
    { field: shown, fix: { zh: '文本字段须在 file 之前', en: 'Text fields come before the file' } },
  );
}
