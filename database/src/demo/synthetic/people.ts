import { cardNumber, identityNumber } from './numbers';
import type { Random } from './random';

/** A synthetic worker. Nobody real: identity serials are of the range 990–999. */
export interface Person {
  name: string;
  identityNumber: string;
  phone: string;
  cardNumber: string;
  bankName: string;
  bankCode: string;
  address: string;
}

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余',
  '欧阳',
  '司马',
  '上官',
];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰飞鹏婷雪辉琳波宁浩凯欣怡晨阳建文慧斌倩颖'];
const regions = [
  ['430102', '湖南省长沙市芙蓉区'],
  ['430104', '湖南省长沙市岳麓区'],
  ['430103', '湖南省长沙市天心区'],
  ['430111', '湖南省长沙市雨花区'],
  ['420106', '湖北省武汉市武昌区'],
  ['440305', '广东省深圳市南山区'],
  ['310115', '上海市浦东新区'],
  ['330106', '浙江省杭州市西湖区'],
  ['510104', '四川省成都市锦江区'],
  ['110101', '北京市东城区'],
] as const;
const banks = [
  ['中国工商银行', '622202', '102100099996'],
  ['中国建设银行', '621700', '105100000017'],
  ['中国农业银行', '622848', '103100000026'],
  ['招商银行', '622588', '308584000013'],
] as const;
const phonePrefixes = ['138', '150', '166', '173', '192', '199'] as const;

/** `count` people who differ in identity number, phone and card. */
export function people(random: Random, count: number): Person[] {
  const seen = new Set<string>();
  const found: Person[] = [];
  // Serials are few, so a birthday drawn twice may give a number twice; a redraw is rare, and the bound is generous.
  for (let draw = 0; found.length < count && draw < count * 3; draw += 1) {
    const person = personOf(random, found.length);
    if (!seen.has(person.identityNumber)) found.push(person);
    seen.add(person.identityNumber);
  }
  return found;
}

function personOf(random: Random, index: number): Person {
  const [region, place] = random.pick(regions);
  const [bankName, bin, bankCode] = random.pick(banks);
  return {
    name: random.pick(surnames) + random.pick(given) + (random.oneIn(3) ? '' : random.pick(given)),
    identityNumber: identityNumber(region, birthday(random, 1968, 2005), random.integer(0, 9)),
    phone: `${phonePrefixes[index % phonePrefixes.length]}${(40_000_000 + index).toString()}`,
    cardNumber: cardNumber(bin, 740_000_000_000 + index * 7),
    bankName,
    bankCode,
    address: `${place}人民路${random.integer(1, 300)}号`,
  };
}

/** A day of a year from `first` to `last`; days above 28 are left out so that every month has them. */
export function birthday(random: Random, first: number, last: number): string {
  const two = (value: number): string => value.toString().padStart(2, '0');
  return `${random.integer(first, last)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}
