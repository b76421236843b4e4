import type { Text2 } from '@linggong/core/domain';

const word = (zh: string, en: string): Text2 => ({ zh, en });

/** How the state that a blocker names reads in messages; the console has its own chips for them. */
export const stateWords: Readonly<Partial<Record<string, Readonly<Record<string, Text2>>>>> = {
  'task-not-accepted': {
    applied: word('已申请', 'applied for'),
    engaged: word('承揽中', 'engaged'),
    delivered: word('已交付待验收', 'delivered, not yet accepted'),
    cancelled: word('已取消', 'cancelled'),
  },
  'worker-inactive': {
    registered: word('已登记', 'registered'),
    blocked: word('已阻断', 'blocked'),
    suspended: word('已暂停', 'suspended'),
    deregistered: word('已注销', 'deregistered'),
  },
  'real-name-unverified': {
    pending: word('待认证', 'pending'),
    mismatch: word('不一致', 'mismatch'),
    'no-record': word('库中无记录', 'no record'),
    error: word('待重新认证', 'to be verified again'),
  },
  'card-unverified': {
    pending: word('待核验', 'pending'),
    refused: word('核验不通过', 'refused'),
    error: word('待重新核验', 'to be verified again'),
    replaced: word('已更换', 'replaced'),
  },
};
