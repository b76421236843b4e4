import type { Text2 } from '@linggong/core/domain';

const word = (zh: string, en: string): Text2 => ({ zh, en });

/** How the state that a blocker names reads in messages: as the console's chips say it, which a test holds it to. */
export const stateWords: Readonly<Partial<Record<string, Readonly<Record<string, Text2>>>>> = {
  'task-not-accepted': {
    applied: word('已报名', 'Applied'),
    engaged: word('进行中', 'In work'),
    delivered: word('待验收', 'To accept'),
    cancelled: word('已取消', 'Cancelled'),
  },
  'worker-inactive': {
    registered: word('已登记', 'Registered'),
    blocked: word('已阻断', 'Blocked'),
    suspended: word('已暂停', 'Suspended'),
    deregistered: word('已注销', 'Deregistered'),
    erased: word('已清除', 'Erased'),
  },
  'real-name-unverified': {
    pending: word('待实名', 'To verify'),
    mismatch: word('实名不符', 'Mismatch'),
    'no-record': word('查无此人', 'No record'),
    error: word('待重新核验', 'To verify again'),
  },
  'card-unverified': {
    pending: word('待核验', 'To check'),
    refused: word('核验不通过', 'Refused'),
    error: word('待重新核验', 'To check again'),
    replaced: word('已更换', 'Replaced'),
  },
  'enterprise-inactive': {
    draft: word('草稿', 'Draft'),
    submitted: word('待审核', 'To review'),
    rejected: word('已退回', 'Sent back'),
    approved: word('待签约', 'To sign'),
    suspended: word('已暂停', 'Suspended'),
    offboarded: word('已清退', 'Offboarded'),
  },
};
