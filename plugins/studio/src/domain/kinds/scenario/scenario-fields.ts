import { choice, choices, flag, id, list, record, text, text2, type Of } from '../../fields';

/** What shows that work is an employment and no cooperation (R1.8; 人社部发〔2021〕56号 on subordination). */
export const signNames = {
  'fixed-hours': { zh: '固定工作时间', en: 'fixed hours' },
  attendance: { zh: '考勤管理', en: 'attendance' },
  'employment-terms': { zh: '劳动关系待遇', en: 'terms of an employment' },
  'one-enterprise': { zh: '只为一家企业工作', en: 'one enterprise only' },
} as const;
export type SignName = keyof typeof signNames;

const verdictNames = {
  review: { zh: '须说明理由后发布', en: 'reviewed' },
  refuse: { zh: '不得发布', en: 'refused' },
  allow: { zh: '允许', en: 'allowed' },
} as const;
export type SignVerdict = keyof typeof verdictNames;

const onSign = record(
  { zh: '出现以下情形时', en: 'Where there is' },
  {
    'fixed-hours': choice(signNames['fixed-hours'], verdictNames),
    attendance: choice(signNames.attendance, verdictNames),
    'employment-terms': choice(signNames['employment-terms'], verdictNames),
    'one-enterprise': choice(signNames['one-enterprise'], verdictNames),
  },
);

const scenarioRow = record(
  { zh: '业务场景', en: 'Scenario' },
  {
    id: id({ zh: '场景代码', en: 'Code' }),
    title: text2({ zh: '名称', en: 'Title' }),
    scope: text2({ zh: '范围', en: 'Scope' }, { max: 1_000, lines: 'many' }),
    requires: text2({ zh: '任务须写明', en: 'A task must say' }, { max: 1_000, lines: 'many', required: false }),
    open: flag({ zh: '可发布新任务', en: 'Open for new tasks' }, true),
    onSign,
  },
);
export type ScenarioRow = Of<typeof scenarioRow>;

const sign = record(
  { zh: '用工情形', en: 'Sign' },
  {
    id: id(),
    sign: choice({ zh: '情形', en: 'Sign' }, signNames),
    text: text2({ zh: '提示', en: 'What a reviewer reads' }),
    words: list({ zh: '字句', en: 'Words' }, text({ zh: '字句', en: 'Words' }, { max: 40 }), {
      item: { zh: '字句', en: 'words' },
      min: 1,
      max: 100,
      help: {
        zh: '“…”表示中间可隔至多 6 个字，如：每天…8小时',
        en: '"…" stands for up to six characters in between: 每天…8小时',
      },
    }),
  },
);

/** Forms of flexible employment (灵活用工形式). */
const formNames = {
  platform: { zh: '平台型', en: 'platform' },
  outsourcing: { zh: '业务外包型', en: 'outsourcing' },
  dispatch: { zh: '劳务派遣型', en: 'labour dispatch' },
  'part-time': { zh: '非全日制', en: 'part-time' },
} as const;

export const scenarioField = record(
  { zh: '业务场景目录', en: 'Scenarios' },
  {
    forms: choices(
      { zh: '允许的用工形式', en: 'Forms that are settled here' },
      { choices: formNames, none: { zh: '（无）', en: '(none)' } },
    ),
    scenarios: list({ zh: '业务场景', en: 'Scenarios' }, scenarioRow, {
      item: { zh: '业务场景', en: 'scenario' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'title',
    }),
    signs: list({ zh: '用工情形', en: 'Signs of an employment' }, sign, {
      item: { zh: '用工情形', en: 'sign' },
      max: 50,
      key: 'id',
    }),
  },
);
export type ScenarioContent = Of<typeof scenarioField>;

export const taskQuestion = record(
  { zh: '任务', en: 'Task' },
  {
    scenario: text({ zh: '业务场景', en: 'Scenario' }, { max: 60 }),
    form: choice({ zh: '用工形式', en: 'Form' }, formNames),
    words: text({ zh: '任务文字', en: 'Words of the task' }, { max: 20_000, lines: 'many' }),
    oneEnterprise: flag({ zh: '人员只为这一家企业工作', en: 'The workers work for this enterprise only' }),
  },
);
