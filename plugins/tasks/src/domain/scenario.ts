import type { Text2 } from '@linggong/core/domain';

/** A permitted business scenario (业务场景) within the institution's scope, R1.8. */
export interface Scenario {
  code: string;
  title: Text2;
  /** What the work is, in words that a task reviewer can hold a task against. */
  scope: Text2;
}

/**
 * The catalogue of permitted scenarios (R1.8). Only work whose result is accepted piece by piece stands here; work that
 * is sold by the hour under somebody's direction is employment and is not settled on the platform.
 */
export const scenarios: readonly Scenario[] = [
  {
    code: 'delivery',
    title: { zh: '同城配送', en: 'City delivery' },
    scope: { zh: '按单取送的即时配送与落地配', en: 'Parcels and meals collected and delivered by the order' },
  },
  {
    code: 'sorting',
    title: { zh: '仓内分拣', en: 'Warehouse sorting' },
    scope: { zh: '按件计量的分拣、打包、盘点', en: 'Sorting, packing and counting measured by the piece' },
  },
  {
    code: 'promotion',
    title: { zh: '市场推广', en: 'Promotion' },
    scope: {
      zh: '按有效拉新、到店、物料铺设计量的推广',
      en: 'Promotion measured by sign-ups, visits or material placed',
    },
  },
  {
    code: 'livestream',
    title: { zh: '直播带货', en: 'Livestream selling' },
    scope: { zh: '按场次或成交计量的直播与短视频', en: 'Streams and short videos measured by session or sale' },
  },
  {
    code: 'design',
    title: { zh: '设计创作', en: 'Design' },
    scope: { zh: '按作品验收的平面、视频、文案', en: 'Graphics, video and copy accepted by the work' },
  },
  {
    code: 'software',
    title: { zh: '软件开发', en: 'Software development' },
    scope: { zh: '按里程碑验收的开发与测试', en: 'Development and testing accepted by milestone' },
  },
  {
    code: 'labelling',
    title: { zh: '数据标注', en: 'Data labelling' },
    scope: { zh: '按条验收的图像、语音、文本标注', en: 'Image, speech and text labels accepted by the item' },
  },
  {
    code: 'housekeeping',
    title: { zh: '家政服务', en: 'Housekeeping' },
    scope: { zh: '按单预约的保洁、维修、搬运', en: 'Cleaning, repair and moving booked by the order' },
  },
];

const byCode = new Map(scenarios.map((scenario) => [scenario.code, scenario]));

/** A scenario of the catalogue, or undefined: a task may not be published under it then. */
export function scenarioOf(code: string): Scenario | undefined {
  return byCode.get(code);
}
