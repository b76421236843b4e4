import { fault } from '../../fields';
import type { Fault } from '../../kind';
import { classNames } from '../shared/words';
import type { Limit, LimitSetContent } from './limit-fields';

/** Limits that limit nothing, and numbers of payments within one payment. */
export function limitFaults({ limits }: LimitSetContent): Fault[] {
  return limits.flatMap(({ maxFen, maxCount, window }, index) => {
    if (maxFen === null && maxCount === null) {
      const [zh, en] = ['请填写金额上限或笔数上限', 'Fill in an amount or a number of payments'];
      return [fault(`limits.${index}`, 'limits-nothing', zh, en)];
    }
    if (window !== 'line' || maxCount === null) return [];
    const [zh, en] = ['单笔限额没有笔数上限', 'A limit of one payment has no number of payments'];
    return [fault(`limits.${index}.maxCount`, 'count-of-one-payment', zh, en)];
  });
}

/** Limits that another one makes useless, and classes that no limit of one payment covers. */
export function limitHints({ limits }: LimitSetContent): Fault[] {
  const useless = limits.flatMap((one, index) => {
    const over = limits.find((other) => other !== one && makesUseless(other, one));
    if (!over) return [];
    const zh = `不会起作用：“${over.name.zh}”范围不小且更严`;
    const en = `Never decides: "${over.name.en}" covers as much and is stricter`;
    return [fault(`limits.${index}`, 'never-decides', zh, en)];
  });
  return [...useless, ...uncovered(limits)];
}

/** A limit as wide as another, and lower in everything that the other limits. */
function makesUseless(over: Limit, one: Limit): boolean {
  if (over.subject !== one.subject || over.window !== one.window) return false;
  if (!covers(over.classes, one.classes) || !covers(over.kindsOfWork, one.kindsOfWork)) return false;
  return isBelow(over.maxFen, one.maxFen) && isBelow(over.maxCount, one.maxCount);
}

function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((one) => wide.includes(one)));
}

function isBelow(bound: number | null, other: number | null): boolean {
  return other === null || (bound !== null && bound < other);
}

function uncovered(limits: readonly Limit[]): Fault[] {
  const perPayment = limits.filter(({ window, kindsOfWork }) => window === 'line' && kindsOfWork.length === 0);
  return Object.entries(classNames).flatMap(([name, { zh, en }]) => {
    if (perPayment.some(({ classes }) => classes.length === 0 || classes.some((one) => one === name))) return [];
    return [fault('limits', 'class-without-limit', `${zh}没有单笔限额`, `No limit of one payment for ${en}`)];
  });
}
