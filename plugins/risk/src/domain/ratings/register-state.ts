/** How a company stands in the register (登记状态), in the words of no vendor. `abnormal`: on the list of abnormal operations (经营异常名录). */
export const registerStates = ['standing', 'abnormal', 'revoked', 'cancelled', 'moved', 'closed', 'unknown'] as const;
export type RegisterState = (typeof registerStates)[number];

/** In the order of asking: 「存续（吊销未注销）」 is revoked before it stands. */
const words: readonly (readonly [RegExp, RegisterState])[] = [
  [/吊销/, 'revoked'],
  [/(?<!未)注销/, 'cancelled'],
  [/经营异常|严重违法/, 'abnormal'],
  [/迁出/, 'moved'],
  [/停业|歇业|清算|责令关闭|撤销/, 'closed'],
  [/^(存续|在业|开业|正常|在营|登记成立|确立|仍注册|迁入)/, 'standing'],
];

/** Reads the register's own words. What nobody knows is `unknown`, which stands for nothing. */
export function registerStateOf(raw: string): RegisterState {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
