import type { Seed } from '@linggong/studio';

const onSign = {
  'fixed-hours': 'review',
  attendance: 'review',
  'employment-terms': 'review',
  'one-enterprise': 'review',
} as const;

/**
 * The catalogue of permitted scenarios (R1.8) that the platform begins with. Only work whose result is accepted piece by piece stands here;
 * work that is sold by the hour under somebody's direction is employment and is not settled on the platform. Signs of an employment refuse
 * nothing by themselves: a reviewer publishes with a reason, or sends the task back.
 */
export const taskScenarios: Seed = {
  kind: 'scenario',
  key: 'tasks.scenarios',
  name: { zh: '业务场景目录', en: 'Catalogue of scenarios' },
  usedBy: { zh: '任务的创建与发布', en: 'Making and publishing tasks' },
  description: {
    zh: '任务只能在目录内的场景发布；出现劳动关系特征的，须写明理由或不得发布。',
    en: 'Tasks are published under scenarios of the catalogue alone; signs of an employment need a reason, or refuse.',
  },
  content: {
    forms: ['platform'],
    scenarios: [
      {
        id: 'delivery',
        title: { zh: '同城配送', en: 'City delivery' },
        scope: { zh: '按单取送的即时配送与落地配', en: 'Parcels and meals collected and delivered by the order' },
        requires: { zh: '取送件数量、区域与时限', en: 'number of orders, area and time limit' },
        open: true,
        onSign,
      },
      {
        id: 'sorting',
        title: { zh: '仓内分拣', en: 'Warehouse sorting' },
        scope: { zh: '按件计量的分拣、打包、盘点', en: 'Sorting, packing and counting measured by the piece' },
        requires: { zh: '计件单位与复核方式', en: 'the piece and how it is checked' },
        open: true,
        onSign,
      },
      {
        id: 'promotion',
        title: { zh: '市场推广', en: 'Promotion' },
        scope: {
          zh: '按有效拉新、到店、物料铺设计量的推广',
          en: 'Promotion measured by sign-ups, visits or material placed',
        },
        requires: { zh: '有效的定义与核验方式', en: 'what counts and how it is verified' },
        open: true,
        onSign,
      },
      {
        id: 'livestream',
        title: { zh: '直播带货', en: 'Livestream selling' },
        scope: { zh: '按场次或成交计量的直播与短视频', en: 'Streams and short videos measured by session or sale' },
        requires: { zh: '场次、时长或成交的计量方式', en: 'how sessions, length or sales are measured' },
        open: true,
        onSign,
      },
      {
        id: 'design',
        title: { zh: '设计创作', en: 'Design' },
        scope: { zh: '按作品验收的平面、视频、文案', en: 'Graphics, video and copy accepted by the work' },
        requires: { zh: '作品规格与修改次数', en: 'the work and how often it is revised' },
        open: true,
        onSign,
      },
      {
        id: 'software',
        title: { zh: '软件开发', en: 'Software development' },
        scope: { zh: '按里程碑验收的开发与测试', en: 'Development and testing accepted by milestone' },
        requires: { zh: '里程碑与验收标准', en: 'milestones and acceptance' },
        open: true,
        onSign,
      },
      {
        id: 'labelling',
        title: { zh: '数据标注', en: 'Data labelling' },
        scope: { zh: '按条验收的图像、语音、文本标注', en: 'Image, speech and text labels accepted by the item' },
        requires: { zh: '合格率与返工规则', en: 'quality and rework' },
        open: true,
        onSign,
      },
      {
        id: 'housekeeping',
        title: { zh: '家政服务', en: 'Housekeeping' },
        scope: { zh: '按单预约的保洁、维修、搬运', en: 'Cleaning, repair and moving booked by the order' },
        requires: { zh: '服务项目与单次价格', en: 'the service and its price' },
        open: true,
        onSign,
      },
    ],
    signs: [
      {
        id: 'fixed-hours',
        sign: 'fixed-hours',
        text: { zh: '要求固定工作时间', en: 'Asks for fixed hours' },
        words: [
          '坐班',
          '朝八晚五',
          '朝八晚六',
          '朝九晚五',
          '朝九晚六',
          '固定工时',
          '工作时间固定',
          '每天…八小时',
          '每天…八个小时',
          '每天…8小时',
          '每天…8个小时',
          '每日…八小时',
          '每日…八个小时',
          '每日…8小时',
          '每日…8个小时',
        ],
      },
      {
        id: 'attendance',
        sign: 'attendance',
        text: { zh: '要求考勤', en: 'Asks for attendance' },
        words: ['打卡', '考勤', '出勤', '请假', '旷工', '迟到'],
      },
      {
        id: 'employment-terms',
        sign: 'employment-terms',
        text: { zh: '约定了劳动关系的待遇', en: 'Offers the terms of an employment' },
        words: [
          '底薪',
          '月薪',
          '五险一金',
          '社保',
          '公积金',
          '劳动合同',
          '试用期',
          '转正',
          '全职',
          '年终奖',
          '只为本公司',
        ],
      },
    ],
  },
  cases: [
    {
      name: '按作品验收的设计，允许',
      input: { scenario: 'design', form: 'platform', words: '海报设计，按张验收', oneEnterprise: false },
      expect: { verdict: 'allow', signs: [] },
    },
    {
      name: '目录外的场景，不得发布',
      input: { scenario: 'security-guard', form: 'platform', words: '值守', oneEnterprise: false },
      expect: { verdict: 'refuse', known: false },
    },
    {
      name: '固定工时，须说明理由',
      input: { scenario: 'sorting', form: 'platform', words: '每天工作 8 小时', oneEnterprise: false },
      expect: { verdict: 'review' },
    },
    {
      name: '要求考勤，须说明理由',
      input: { scenario: 'delivery', form: 'platform', words: '按时打卡', oneEnterprise: false },
      expect: { verdict: 'review' },
    },
    {
      name: '只为一家企业工作，须说明理由',
      input: { scenario: 'software', form: 'platform', words: '按里程碑验收', oneEnterprise: true },
      expect: { verdict: 'review' },
    },
    {
      name: '劳务派遣，不得发布',
      input: { scenario: 'sorting', form: 'dispatch', words: '分拣', oneEnterprise: false },
      expect: { verdict: 'refuse', permitted: false },
    },
  ],
};
