import { useText2 } from '../parts/text2';

/** Words of records of forms; they come with their pages. */
const words = {
  fill: { zh: '填写表单', en: 'Fill in a form' },
  find: { zh: '按内容查找', en: 'Find by content' },
  findLead: {
    zh: '选择表单与字段，填写完整内容查找；查找内容不留在地址和日志中。',
    en: 'Choose a form and a field and give the whole value; it stays in no address and no log.',
  },
  form: { zh: '表单', en: 'Form' },
  field: { zh: '字段', en: 'Field' },
  answers: { zh: '填写内容', en: 'What to fill in' },
  search: { zh: '查找', en: 'Find' },
  notFound: { zh: '没有内容相同的记录', en: 'No record has this value' },
  found: { zh: '查到的记录（最多 100 条）', en: 'Records found (100 at most)' },
  yuan: { zh: '元', en: 'yuan' },
  version: { zh: '表单版本', en: 'Version of the form' },
  revision: { zh: '修订', en: 'Revision' },
  revisions: { zh: '修订记录', en: 'Revisions' },
  current: { zh: '当前', en: 'current' },
  older: {
    zh: '正在查看较早的修订；此后已有新的修订。',
    en: 'This is an earlier revision; there is a newer one.',
  },
  edit: { zh: '修改', en: 'Change' },
  editLead: {
    zh: '修改后形成新的修订，原修订保留。敏感字段留空表示沿用原值。',
    en: 'A change adds a revision and keeps the one before. A sensitive field left empty stays as it is.',
  },
  save: { zh: '保存为新修订', en: 'Keep as a new revision' },
  cancel: { zh: '取消', en: 'Cancel' },
  about: { zh: '所属业务', en: 'Belongs to' },
  aboutWhom: { zh: '被投诉方', en: 'Whom it is about' },
  aboutWhomHelp: {
    zh: '从有业务往来的企业或灵工中选择；不针对某一方的可留空。',
    en: 'Choose from those you deal with; leave it open where nobody in particular is meant.',
  },
  enterprise: { zh: '企业', en: 'Enterprises' },
  worker: { zh: '灵工', en: 'Workers' },
  nobodyDealt: { zh: '没有符合的往来方', en: 'Nobody you deal with fits' },
  handling: { zh: '办理情况', en: 'How it is dealt with' },
  handlingState: { zh: '状态', en: 'State' },
  handlingReceived: { zh: '已收到，等待处理', en: 'Received, not taken up yet' },
  handlingInHand: { zh: '处理中', en: 'In hand' },
  handlingWaiting: { zh: '处理中，等待相关方答复', en: 'In hand, waiting for somebody concerned' },
  handlingAnswered: { zh: '已答复', en: 'Answered' },
  handlingDue: { zh: '答复期限', en: 'Answered by' },
  handlingCase: { zh: '风险案件', en: 'Risk case' },
  handlingBy: { zh: '承办人', en: 'Held by' },
  handlingNobody: { zh: '等待风控专员接手', en: 'Waiting for a risk officer to take it' },
  handlingAnswer: { zh: '答复', en: 'Answer' },
  by: { zh: '提交人', en: 'Handed in by' },
  at: { zh: '提交时间', en: 'Handed in at' },
  updated: { zh: '最近修改', en: 'Last changed' },
  download: { zh: '下载', en: 'Download' },
  downloadTitle: { zh: '下载附件', en: 'Download a file' },
  downloadLead: {
    zh: '附件可能含个人信息：工作人员经另一人批准后可下载一次，下载人与用途写入审计日志。',
    en: 'Files may hold personal data: staff take one once, after somebody else approved; who takes it and what for is written to the audit log.',
  },
  file: { zh: '附件', en: 'File' },
  kind: { zh: '类型', en: 'Kind' },
  size: { zh: '大小', en: 'Size' },
  hash: { zh: '校验值', en: 'Checksum' },
  nothing: { zh: '未填写任何内容', en: 'Nothing was filled in' },
  send: { zh: '提交', en: 'Hand in' },
  pick: { zh: '选择要填写的表单', en: 'Choose the form to fill in' },
  draftKept: { zh: '草稿已保存', en: 'Draft kept' },
  draftFound: { zh: '找到未提交的草稿，保存于', en: 'A draft was found, kept at' },
  draftUse: { zh: '继续填写', en: 'Go on with it' },
  draftDrop: { zh: '放弃草稿', en: 'Throw it away' },
  oldVersion: {
    zh: '草稿填写于较早的表单版本，请逐项核对。',
    en: 'The draft was begun with an earlier version of the form: look through it.',
  },
} as const;

export type Word = keyof typeof words;

export function useWords(): (word: Word) => string {
  const text = useText2();
  return (word) => text(words[word]);
}
