import { problem, type Problem, type Text2 } from '@linggong/core/domain';

export const checklistChanged = (): Problem =>
  problem(
    409,
    'material-checklist-changed',
    { zh: '审查清单已更新', en: 'The checklist has changed meanwhile' },
    { fix: { zh: '请刷新页面，按新清单重新填写', en: 'Load the page again and answer the new items' } },
  );

export const reviewIncomplete = (missing: readonly Text2[]): Problem =>
  problem(
    422,
    'material-review-incomplete',
    {
      zh: `审查不完整：${missing.map(({ zh }) => zh).join('；')}`,
      en: `The review is not complete: ${missing.map(({ en }) => en).join('; ')}`,
    },
    {
      field: 'answers',
      fix: { zh: '请补齐各项结论和截屏、照片', en: 'Answer every item, and add the capture or photograph first' },
    },
  );

export const ownMaterial = (): Problem =>
  problem(
    409,
    'material-own',
    { zh: '不能审查自己登记或整改的资料', en: 'Nobody reviews what he registered or put right himself' },
    { fix: { zh: '请由另一位人员审查', en: 'Have somebody else review it' } },
  );

export const proofMissing = (): Problem =>
  problem(
    409,
    'material-proof-missing',
    { zh: '没有整改佐证', en: 'There is no proof of the rectification' },
    { fix: { zh: '请先上传整改后的截屏、照片或文件', en: 'Add a capture, photograph or paper of it first' } },
  );

export const findingNotOpen = (): Problem =>
  problem(409, 'material-finding-rectified', { zh: '该问题已整改', en: 'The finding was put right already' });

export const filesFull = (max: number): Problem =>
  problem(409, 'material-files-full', {
    zh: `一份资料最多 ${max} 个文件`,
    en: `One material holds ${max} files at most`,
  });

export const materialEnded = (): Problem =>
  problem(409, 'material-withdrawn', { zh: '该资料已撤下', en: 'The material was withdrawn' });

export const publishedLater = (): Problem =>
  problem(
    422,
    'material-published-later',
    { zh: '发布日期不能晚于三十天之后', en: 'It is published within thirty days at the latest' },
    { field: 'publishedOn' },
  );

export const dueInPast = (): Problem =>
  problem(
    422,
    'material-due-past',
    { zh: '整改期限须在今天之后、一年之内', en: 'A finding is put right after today and within a year' },
    { field: 'answers' },
  );
