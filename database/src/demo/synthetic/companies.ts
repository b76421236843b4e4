import { companyCode } from './numbers';

/** A synthetic enterprise and what it has done by self-employed workers. */
export interface Company {
  name: string;
  uscc: string;
  industry: string;
  scenario: string;
  businessScope: string;
  address: string;
  taskTitle: string;
  /** Workers of the demo who work for it. */
  workerCount: number;
  /** Service fee as a rate of the gross amount. */
  feeRate: string;
  /** Typical gross amount of a month, in yuan. */
  monthlyYuan: readonly [number, number];
}

/** Where an enterprise is registered: six digits of GB/T 2260, and a street. */
const places = {
  changsha: ['430102', '湖南省长沙市芙蓉区五一大道'],
  hangzhou: ['330106', '浙江省杭州市西湖区文三路'],
  nanjing: ['320106', '江苏省南京市鼓楼区中山路'],
  shanghai: ['310115', '上海市浦东新区世纪大道'],
  shenzhen: ['440305', '广东省深圳市南山区科苑路'],
} as const;

const rows = [
  ['湘江同城配送有限公司', '交通运输', 'delivery', '同城配送', 900, '0.06', [1_200, 9_800], 'changsha'],
  ['岳麓云仓科技有限公司', '仓储', 'sorting', '仓内分拣', 220, '0.055', [1_500, 6_800], 'changsha'],
  ['芙蓉数据标注服务有限公司', '软件和信息技术', 'labelling', '数据标注', 180, '0.05', [800, 6_000], 'changsha'],
  ['橘洲直播文化传媒有限公司', '文化传媒', 'livestream', '直播带货', 120, '0.065', [3_000, 90_000], 'changsha'],
  ['星沙家政服务有限公司', '居民服务', 'housekeeping', '家政服务', 140, '0.05', [1_500, 7_500], 'changsha'],
  ['浏阳河市场推广有限公司', '商务服务', 'promotion', '市场推广', 110, '0.06', [600, 12_000], 'changsha'],
  ['钟山创意设计有限公司', '专业技术服务', 'design', '设计创作', 70, '0.06', [2_000, 30_000], 'nanjing'],
  ['麓谷软件开发有限公司', '软件和信息技术', 'software', '软件开发', 60, '0.06', [6_000, 60_000], 'changsha'],
  ['洞庭生鲜配送有限公司', '交通运输', 'delivery', '同城配送', 90, '0.06', [1_000, 8_000], 'changsha'],
  ['浦江供应链管理有限公司', '仓储', 'sorting', '仓内分拣', 60, '0.055', [1_500, 6_500], 'shanghai'],
  ['钱塘短视频制作有限公司', '文化传媒', 'livestream', '直播带货', 30, '0.065', [2_000, 40_000], 'hangzhou'],
  ['前海数字营销有限公司', '商务服务', 'promotion', '市场推广', 20, '0.06', [800, 9_000], 'shenzhen'],
] as const;

/** The twelve enterprises of the demo; their workers add up to 2,000. */
export const companies: readonly Company[] = rows.map(
  ([name, industry, scenario, taskTitle, workerCount, feeRate, monthlyYuan, place], index) => {
    const [region, street] = places[place];
    return {
      name,
      uscc: companyCode(region, 410_001 + index * 37),
      industry,
      scenario,
      businessScope: `${industry}领域的${taskTitle}相关服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）`,
      address: `${street}${100 + index * 8}号`,
      taskTitle,
      workerCount,
      feeRate,
      monthlyYuan,
    };
  },
);
