import { digitAt } from './digits';
import { refused, type UsccFacts, type Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import type { ReasonCode } from './reasons';

/** GB 32100-2015: no I, O, S, V, Z, so that no letter is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
/** 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
/** GB 11714, the organisation code inside (characters 9-17). */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const ORGANISATION_CHECK = '0123456789X';

/** Classes (机构类别) that each registration department (登记管理部门) gives. */
const CLASSES: Readonly<Record<string, string>> = {
  '1': '1239', // 机构编制: 机关, 事业单位, 编办直接管理机构编制的群众团体
  '2': '19', // 外交
  '3': '123459', // 司法行政: 律师事务所, 公证处, 基层法律服务所, 司法鉴定机构, 仲裁委员会
  '4': '19', // 文化
  '5': '1239', // 民政: 社会团体, 民办非企业单位, 基金会
  '6': '129', // 旅游
  '7': '129', // 宗教: 宗教活动场所, 宗教院校
  '8': '19', // 工会
  '9': '123', // 市场监管: 企业, 个体工商户, 农民专业合作社
  A: '19', // 军队
  N: '1239', // 农业: 组级, 村级, 乡镇级集体经济组织
  Y: '1', // 其他
};

const values: readonly number[] = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
const knownClasses: ReadonlySet<string> = new Set(
  Object.entries(CLASSES).flatMap(([department, classes]) => [...classes].map((each) => department + each)),
);

function valueAt(text: string, index: number): number {
  return values[text.charCodeAt(index)] ?? -1;
}

/** Value in GB 11714, where A is 10 and Z is 35 without gaps. */
function organisationValueAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 65 ? code - 48 : code - 55;
}

function formFault(text: string): ReasonCode | undefined {
  if (text.length === 0) return 'empty';
  if (text.length !== LENGTH) return 'length';
  for (let i = 0; i < LENGTH; i += 1) if (valueAt(text, i) < 0) return 'characters';
  if (!knownClasses.has(text.slice(0, 2))) return 'department-class';
  for (let i = 2; i < 8; i += 1) if (digitAt(text, i) < 0) return 'region';
  return undefined;
}

function organisationCodeFits(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) sum += (ORGANISATION_WEIGHTS[i] ?? 0) * organisationValueAt(text, 8 + i);
  return text.charCodeAt(16) === ORGANISATION_CHECK.charCodeAt((11 - (sum % 11)) % 11);
}

function checkCharacterFits(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i += 1) sum += (WEIGHTS[i] ?? 0) * valueAt(text, i);
  return valueAt(text, LENGTH - 1) === (31 - (sum % 31)) % 31;
}

/** 统一社会信用代码 by GB 32100-2015, with the organisation code of GB 11714 inside it. */
export function checkUscc(value: string): Verdict<UsccFacts> {
  const text = normaliseIdentifier(value);
  const fault = formFault(text);
  if (fault !== undefined) return refused(text, fault);
  if (!checkCharacterFits(text)) return refused(text, 'check-digit');
  if (!organisationCodeFits(text)) return refused(text, 'organisation-code');
  return {
    valid: true,
    normalised: text,
    department: text.slice(0, 1),
    organisationClass: text.slice(1, 2),
    region: text.slice(2, 8),
    organisationCode: text.slice(8, 17),
  };
}
