import { clause, document, pages, type Control } from './control';

/** 8.1.4.1 身份鉴别 and 8.1.4.2 访问控制. */
export const authenticationControls: readonly Control[] = [
  {
    number: 1,
    clause: clause('8.1.4.1 a)'),
    name: { zh: '身份唯一，口令复杂并定期更换', en: 'Unique identity; complex passwords that are changed' },
    how: {
      zh: '登录名由唯一索引保证不重复；口令至少 12 位、四类字符中三类，90 天到期，不得与前五次相同，用 argon2id 保存。',
      en: 'Identifiers are unique by an index; passwords have at least 12 characters of three classes, end after 90 days, differ from the last five, and are kept as argon2id.',
    },
    evidence: [pages.accounts, document('config/src/access/sign-in-policy.ts')],
    checks: ['passwords'],
  },
  {
    number: 2,
    clause: clause('8.1.4.1 b)'),
    name: { zh: '登录失败处理，超时退出', en: 'Failed sign-ins; sessions that end' },
    how: {
      zh: '连续输错五次锁定，每次加倍，最长 30 分钟；会话 30 分钟无操作即结束，最长八小时。',
      en: 'Five wrong passwords in a row lock an identifier, twice as long each time up to 30 minutes; a session ends after 30 idle minutes and after eight hours at the latest.',
    },
    evidence: [pages.sessions, document('config/src/access/sign-in-policy.ts')],
    checks: ['sign-in-bounds'],
  },
  {
    number: 3,
    clause: clause('8.1.4.1 c)'),
    name: { zh: '远程管理防窃听', en: 'Remote administration cannot be listened to' },
    how: {
      zh: '由 TLS_CERT_FILE 与 TLS_KEY_FILE 启用 TLS 1.2 以上，或置于 https 代理之后（PROXY_HOPS 与 PUBLIC_URL）。',
      en: 'TLS 1.2 or later by TLS_CERT_FILE and TLS_KEY_FILE, or behind a proxy that speaks https (PROXY_HOPS and PUBLIC_URL).',
    },
    evidence: [document('cms/README.md')],
    checks: ['transport'],
  },
  {
    number: 4,
    clause: clause('8.1.4.1 d)'),
    name: { zh: '两种以上鉴别技术，其一为密码技术', en: 'Two factors, one of them cryptographic' },
    how: {
      zh: '三员、财务与审批角色须用口令加动态口令（TOTP，RFC 6238）；未通过时除本人账号外什么都打不开。',
      en: 'The three administrators, finance and approvers need a password and a TOTP code (RFC 6238); without it nothing but one’s own account opens.',
    },
    evidence: [pages.accounts, document('config/src/access/second-factor.ts')],
    checks: ['second-factor'],
  },
  {
    number: 5,
    clause: clause('8.1.4.2 a)'),
    name: { zh: '为登录的用户分配账户和权限', en: 'Accounts and rights are assigned' },
    how: {
      zh: '一个账号一个角色；每个接口都须在权限矩阵中有一行，否则服务不启动。',
      en: 'One account has one role; every operation has a line in the permission matrix, or the server does not start.',
    },
    evidence: [pages.matrix, pages.accounts],
    checks: ['rights'],
  },
  {
    number: 6,
    clause: clause('8.1.4.2 b)'),
    name: { zh: '删除默认账户，修改默认口令', en: 'No default accounts, no default passwords' },
    how: {
      zh: '没有内置账户；没有初始口令：开户或重置后，本人凭申请人、审批人各持的一半启用码设置口令；内容面板的账户没有可用口令。',
      en: 'There are no built-in accounts and no first passwords: its holder sets one by the halves of a code that who asked and who approved hand over; accounts of the panel have no password that anybody knows.',
    },
    evidence: [pages.accounts],
    checks: ['default-accounts'],
  },
  {
    number: 7,
    clause: clause('8.1.4.2 c)'),
    name: { zh: '停用多余、过期账户，不共享', en: 'Unused accounts are disabled; none is shared' },
    how: {
      zh: '安全管理员停用不再使用的账号；每个会话可见其地址与设备，可逐个结束。',
      en: 'The security administrator blocks what is no longer used; each session shows its address and device and can be ended.',
    },
    evidence: [pages.accounts, pages.sessions],
    checks: ['unused-accounts'],
  },
  {
    number: 8,
    clause: clause('8.1.4.2 d)'),
    name: { zh: '最小权限，管理权限分离', en: 'Least rights; administrators apart' },
    how: {
      zh: '三员权限互不相交，均不接触业务数据；应用连接数据库的角色只能读写数据行，不能修改审计表。',
      en: 'The three administrators have disjoint powers and touch no business data; the application’s database role writes rows only and cannot change the audit tables.',
    },
    evidence: [pages.matrix, document('database/roles.sql')],
    checks: ['three-roles', 'audit-guard'],
  },
  {
    number: 9,
    clause: clause('8.1.4.2 e)'),
    name: { zh: '由授权主体配置访问控制策略', en: 'Policies are set by whom is authorised' },
    how: {
      zh: '账号的开通、停用与重置只属于安全管理员；矩阵随版本发布，运行中不可改。',
      en: 'Opening, blocking and resetting accounts belongs to the security administrator alone; the matrix comes with the release and cannot be changed at run time.',
    },
    evidence: [pages.matrix, pages.entries],
    checks: ['right-givers', 'rights'],
  },
  {
    number: 10,
    clause: clause('8.1.4.2 f)'),
    name: { zh: '粒度：用户级到表、文件、记录级', en: 'Granularity: user to table, file and record' },
    how: {
      zh: '矩阵按资源与操作授权，数据范围（全部、本人、待办）在 SQL 中限定；范围之外一律视为不存在。',
      en: 'The matrix gives by resource and action, rows (all, own, queue) are bound in SQL; what lies outside does not exist.',
    },
    evidence: [pages.matrix],
    checks: ['row-scopes'],
  },
  {
    number: 11,
    clause: clause('8.1.4.2 g)'),
    name: { zh: '重要数据设安全标记并控制访问', en: 'Important data are labelled, and access goes by it' },
    how: {
      zh: '敏感列逐列声明类别（姓名、证件号码、手机号、银行卡、地址），加密保存并附掩码；未声明的敏感列无法通过测试。',
      en: 'Every sensitive column declares its kind (name, identity number, phone, card, address), is sealed and has a mask; one that nobody declared fails a test.',
    },
    evidence: [pages.keys, document('plugins/vault/README.md')],
    checks: ['sealed-columns'],
  },
];
