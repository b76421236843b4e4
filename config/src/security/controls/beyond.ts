import { clause, document, type Control } from './control';

/** What requirement R9.2 asks for beyond the thirty: places, people and papers, which no machine sees. */
export const beyondControls: readonly Control[] = [
  {
    number: 31,
    clause: clause('8.1.1'),
    name: { zh: '机房或云平台证明', en: 'Machine room, or proof of the cloud' },
    how: {
      zh: '自有机房以物理环境验收与巡检记录为证；租用云平台以其等级保护备案证明与测评报告为证，级别不低于本系统。',
      en: 'One’s own room is shown by its acceptance and inspections; a hired cloud by its own filing and test report, of no lower level than this system.',
    },
    evidence: [],
    checks: [],
    needs: {
      zh: '机房验收或云平台备案证明编号、测评报告日期与结论',
      en: 'Acceptance of the room, or the cloud’s filing number with date and result of its test report',
    },
  },
  {
    number: 32,
    clause: clause('8.2'),
    name: { zh: '云计算安全扩展要求', en: 'Cloud extension' },
    how: {
      zh: '部署于云上时：与云服务商划清责任、数据存放于中国境内、可迁出；平台自带密钥，云上存储的均为密文。',
      en: 'On a cloud: who answers for what is agreed, data stay in mainland China and can be taken out; keys are the platform’s own, and what it stores there is sealed.',
    },
    evidence: [document('plugins/vault/README.md'), document('plugins/continuity/README.md')],
    checks: [],
    needs: {
      zh: '云服务协议中责任划分与数据存放地点的条款；未部署于云上的说明',
      en: 'Clauses of the agreement on duties and place of the data; or that no cloud is used',
    },
  },
  {
    number: 33,
    clause: clause('8.1.9.5'),
    name: { zh: '外包软件开发', en: 'Software made by others' },
    how: {
      zh: '源代码、设计文档与依赖清单随交付提供；上线前审查后门与隐蔽信道；依赖版本锁定，已知漏洞逐次构建核查。',
      en: 'Source, design and list of packages come with the delivery and are reviewed for back doors before it goes live; versions are locked, known faults looked for at each build.',
    },
    evidence: [document('CONTRIBUTING.md')],
    checks: [],
    needs: { zh: '代码审查或安全检测报告的日期与结论', en: 'Date and result of the code review or security test' },
  },
  {
    number: 34,
    clause: clause('8.1.10.12'),
    name: { zh: '应急联系：属地公安与主管部门', en: 'Contacts in an emergency: police and authority' },
    how: {
      zh: '应急预案列明属地公安网安部门、主管部门与值班人；每年演练一次。联系方式存于预案，不写入本系统。',
      en: 'The plan names the local cyber police, the authority and who is on duty, and is exercised every year. Their numbers stand in the plan, not in this system.',
    },
    evidence: [],
    checks: [],
    needs: {
      zh: '应急预案版本、公安联系单位与最近演练日期',
      en: 'Version of the plan, police office, and date of the last exercise',
    },
  },
  {
    number: 35,
    clause: { zh: 'GB/T 39786-2021、《密码法》第二十七条', en: 'GB/T 39786-2021; Cryptography Law, art. 27' },
    name: { zh: '商用密码应用安全性评估（密评）', en: 'Assessment of commercial cryptography' },
    how: {
      zh: '数据加密可采用 SM4 + SM3 套件（npm run keyring -- --suite sm），轮换后在线重新加密；每年评估一次。',
      en: 'The vault takes the SM4 + SM3 suite (npm run keyring -- --suite sm) and re-encrypts what is stored while it runs; assessed every year.',
    },
    evidence: [document('plugins/vault/README.md')],
    checks: [],
    needs: { zh: '密评报告编号、日期与结论', en: 'Number, date and result of the assessment' },
  },
];
