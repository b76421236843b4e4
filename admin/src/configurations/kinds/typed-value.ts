import { percent } from '@linggong/studio/domain';
import { rateOf } from '../../fee-plans/percent-typed';
import { countOf, moneyOf } from '../../parts/form-checks';
import { moneyText } from '../../parts/money-text';
import { momentTyped } from '../../parts/moment-typed';

/** A value that is typed as text: how it is shown in the field, and what a text says; undefined for what says nothing. */
export interface TypedValue {
  readonly shown: (value: unknown) => string;
  readonly read: (text: string) => unknown;
  /** What may be typed: its word is the translation `kindEditor.asks.{form}`. */
  readonly asks: {
    readonly form: 'count' | 'money' | 'rate' | 'time' | 'instant';
    readonly min?: number;
    readonly max?: number;
  };
}

const shanghaiOffsetMs = 8 * 3_600_000;

/** Yuan in the field, fen in the content. */
export const typedMoney: TypedValue = {
  asks: { form: 'money' },
  shown: (value) => (typeof value === 'number' ? moneyText(value) : ''),
  read: (text) => {
    const parsed = moneyOf(text);
    return parsed.ok ? Number(parsed.fen) : undefined;
  },
};

/** Percent in the field, a decimal text in the content; never above the whole. */
export const typedRate: TypedValue = {
  asks: { form: 'rate' },
  shown: (value) => (typeof value === 'string' ? percent(value).replace('%', '') : ''),
  read: rateOf,
};

/** Beijing time in the field, UTC in the content. */
export const typedInstant: TypedValue = {
  asks: { form: 'instant' },
  shown: (value) => {
    const time = Date.parse(String(value));
    if (Number.isNaN(time)) return '';
    return new Date(time + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
  },
  read: momentTyped,
};

/** A whole number within bounds. */
export function typedCount(min: number, max: number): TypedValue {
  return {
    asks: { form: 'count', min, max },
    shown: (value) => (typeof value === 'number' ? String(value) : ''),
    read: (text) => {
      const count = countOf(text);
      return count !== undefined && count >= min && count <= max ? count : undefined;
    },
  };
}

/** A time of the day as it is typed: `9:00`, `0900`, `９：３０`. */
export const typedTime: TypedValue = {
  asks: { form: 'time' },
  shown: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => {
    const match = /^(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim());
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
    if (match === null || hour > 23 || minute > 59) return undefined;
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  },
};
