/** What is told to the holder of an account (账号通知) that somebody else did about it. */
export const noticeKinds = [
  'opened-beside',
  'password-reset',
  'restored',
  'second-factor-reset',
  'unblocked',
  'role-changed',
  'holder-confirmed',
  'holder-needed',
  'power-escalated',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
