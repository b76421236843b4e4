import { clause, document, pages, type Control } from './control';

/** 8.1.4.4 入侵防范 to 8.1.4.8 数据保密性. */
export const protectionControls: readonly Control[] = [
  {
    number: 17,
    clause: clause('8.1.4.4 a)–c)'),
    name: { zh: '最小安装，关闭端口，限制管理终端', en: 'Minimal installation, closed ports, bounded terminals' },
    how: {
      zh: '进程只监听配置的端口；内容面板与队列看板须由系统管理员凭双因素会话打开。',
      en: 'The process listens at its configured ports only; panel and queue board open for the system administrator’s second-factor session alone.',
    },
    evidence: [document('cms/README.md')],
    checks: ['listeners'],
    needs: {
      zh: '主机端口与管理终端地址限制的检查记录',
      en: 'A record of the host’s open ports and of the addresses it is administered from',
    },
  },
  {
    number: 18,
    clause: clause('8.1.4.4 d)'),
    name: { zh: '对输入内容进行有效性检验', en: 'Input is validated at every interface' },
    how: {
      zh: '每个接口的参数、查询与正文由封闭的 zod 模式解析；每次构建以两万次随机请求检验。',
      en: 'Params, query and body of every operation are parsed by closed zod schemas; each build sends twenty thousand random requests.',
    },
    evidence: [document('/api/v1/openapi.json'), document('cms/tests/fuzz')],
    checks: ['closed-inputs'],
  },
  {
    number: 19,
    clause: clause('8.1.4.4 e)–f)'),
    name: { zh: '漏洞修补，入侵检测与报警', en: 'Repair of vulnerabilities; intrusion alarms' },
    how: {
      zh: '构建时执行 npm audit（高危即失败）；拒绝、锁定与审计发现留痕并派给责任角色。',
      en: 'Builds run npm audit (high fails them); refusals, locks and findings are written down and given to the role that owns them.',
    },
    evidence: [pages.findings, document('.ci/npm-audit.mjs')],
    checks: ['findings'],
    needs: { zh: '最近一次漏洞扫描的日期与结论', en: 'Date and outcome of the last vulnerability scan' },
  },
  {
    number: 20,
    clause: clause('8.1.4.5, 8.1.4.6'),
    name: { zh: '恶意代码防范，可信验证', en: 'Malware; trusted verification' },
    how: {
      zh: '收件关按首部字节识别文件，图片重绘，含脚本的 PDF 拒收；主机防病毒与可信启动由部署方负责。',
      en: 'The gate knows files by their first bytes, draws pictures anew and refuses PDFs that run something; antivirus and trusted boot of the host are the operator’s.',
    },
    evidence: [document('plugins/vault/README.md')],
    checks: ['intake'],
    needs: { zh: '主机防病毒与可信启动的检查记录', en: 'A record of antivirus and trusted boot on the hosts' },
  },
  {
    number: 21,
    clause: clause('8.1.4.7'),
    name: { zh: '传输与存储的完整性', en: 'Integrity in transit and at rest' },
    how: {
      zh: 'TLS 保护传输；字段与文件带认证标签；账目、税额与审计链每夜复核。',
      en: 'TLS in transit; fields and files carry authentication tags; books, taxes and the audit chain are proved anew.',
    },
    evidence: [pages.chain, pages.findings, pages.keys],
    checks: ['chain', 'sealed-columns', 'findings', 'transport'],
  },
  {
    number: 22,
    clause: clause('8.1.4.8'),
    name: { zh: '传输与存储的保密性', en: 'Confidentiality in transit and at rest' },
    how: {
      zh: '敏感字段与私密文件以 AES-256-GCM 或 SM4 + SM3 加密，密钥逐级封装并可轮换；传输用 TLS。',
      en: 'Sensitive fields and private files are sealed by AES-256-GCM or SM4 + SM3 under wrapped keys that rotate; TLS in transit.',
    },
    evidence: [pages.keys, document('plugins/vault/README.md')],
    checks: ['sealed-columns', 'transport'],
  },
];
