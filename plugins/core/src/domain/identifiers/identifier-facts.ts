import type { ReasonCode } from './reasons';

/** What the number of a person says about him. */
export interface PersonFacts {
  readonly birthDate: string;
  readonly age: number;
}

export interface ResidentFacts extends PersonFacts {
  readonly sex: 'male' | 'female';
  /** First two digits, see {@link provinces}. */
  readonly province: string;
  /** First six digits, as of the day the number was given: old codes stay valid. */
  readonly region: string;
  /** Whether the region is on today's list; an abolished one is not, and is no fault. */
  readonly isRegionListed: boolean;
}

export interface ForeignPermanentResidentFacts extends PersonFacts {
  /** Province of application. */
  readonly province: string;
  /** Country of nationality, ISO 3166-1 numeric. */
  readonly country: string;
}

export interface UsccFacts {
  /** 登记管理部门, first character. */
  readonly department: string;
  /** 机构类别, second character. */
  readonly organisationClass: string;
  /** 登记管理机关行政区划码, characters 3-8. */
  readonly region: string;
  /** 主体标识码 (组织机构代码), characters 9-17. */
  readonly organisationCode: string;
}

export interface BankCardFacts {
  /** First six digits (发卡机构标识). */
  readonly issuer: string;
  readonly network: 'unionpay' | 'other';
}

export interface MobileFacts {
  /** First three digits (号段). Says who first gave the number, not who carries it today (携号转网). */
  readonly range: string;
}

export interface CnapsFacts {
  /** 行别代码. */
  readonly bank: string;
  /** 地区代码. */
  readonly city: string;
  readonly branch: string;
}

export interface EInvoiceFacts {
  readonly year: number;
  /** Province or separately planned city (计划单列市). */
  readonly region: string;
  /** 开具渠道. */
  readonly channel: string;
}

export interface RefusedIdentifier {
  readonly valid: false;
  readonly normalised: string;
  readonly reason: ReasonCode;
}

/** Verdict of one kind: valid with its facts, or refused with one reason. */
export type Verdict<Facts> = ({ readonly valid: true; readonly normalised: string } & Facts) | RefusedIdentifier;

export function refused(normalised: string, reason: ReasonCode): RefusedIdentifier {
  return { valid: false, normalised, reason };
}
