import { problem, type Problem, type Text2 } from '@linggong/core/domain';

export const visitOpen = (): Problem =>
  problem(
    409,
    'site-visit-open',
    { zh: '该企业已有一次尚未结束的现场核查', en: 'A visit to this enterprise has not ended yet' },
    { fix: { zh: '请先完成它', en: 'Conclude it first' } },
  );

/** Offboarding (清退, R2.3) is final: whoever comes back applies anew, and is visited then. */
export const visitTooLate = (): Problem =>
  problem(
    409,
    'site-visit-offboarded',
    { zh: '该企业已清退，不能再开始现场核查', en: 'The enterprise is offboarded; no visit to it can begin' },
    { fix: { zh: '如重新入驻，请在新的申请中核查', en: 'If it applies anew, record the visit with that application' } },
  );

export const visitEnded = (): Problem =>
  problem(
    409,
    'site-visit-ended',
    { zh: '现场核查已结束，不能再修改', en: 'The visit has ended and does not change any more' },
    { fix: { zh: '须补充的，请另记一次现场核查', en: 'Record another visit for what is to be added' } },
  );

export const visitDay = (): Problem =>
  problem(
    422,
    'site-visit-day',
    { zh: '核查日期不能晚于今天，也不能早于三十天前', en: 'The day of a visit is today or one of the thirty before' },
    { field: 'visitedOn', fix: { zh: '请更正核查日期', en: 'Correct the day' } },
  );

export const companionUnknown = (): Problem =>
  problem(
    422,
    'site-visit-companion',
    { zh: '没有这个在用的平台人员账号，或就是您本人', en: 'No other account of the house in use is called that' },
    { field: 'companion', fix: { zh: '请填写同行人员的登录名', en: 'Give what the other person signs in with' } },
  );

export const itemUnknown = (): Problem =>
  problem(
    422,
    'site-visit-item',
    { zh: '本次核查的清单中没有这一项', en: 'The checklist of this visit has no such item' },
    { field: 'item', fix: { zh: '请刷新页面后重试', en: 'Load the page again' } },
  );

export const filesFull = (max: number): Problem =>
  problem(
    409,
    'site-visit-files-full',
    { zh: `一次现场核查最多 ${max} 份照片或文件`, en: `A visit holds at most ${max} photographs and papers` },
    { fix: { zh: '请另记一次现场核查', en: 'Record another visit' } },
  );

export const visitIncomplete = (missing: readonly Text2[]): Problem =>
  problem(
    422,
    'site-visit-incomplete',
    {
      zh: `现场核查不完整：${missing.map(({ zh }) => zh).join('；')}`,
      en: `The visit is not complete: ${missing.map(({ en }) => en).join('; ')}`,
    },
    {
      field: 'answers',
      fix: { zh: '请填写必查项，并上传须附的照片', en: 'Answer what must be, and add the photographs asked for' },
    },
  );

/** The application cannot pass yet. */
export const visitMissing = (criteria: readonly { readonly id: string; readonly title: Text2 }[]): Problem =>
  problem(
    409,
    'site-visit-missing',
    {
      zh: `预计月发放金额较高，须现场核查通过后才能通过审核：${criteria.map(({ id, title }) => `${id} ${title.zh}`).join('；')}`,
      en: `So much is expected a month that it passes only after a visit that passed: ${criteria
        .map(({ id, title }) => `${id} ${title.en}`)
        .join('; ')}`,
    },
    { fix: { zh: '请记录现场核查', en: 'Record a site visit' } },
  );
