import nzh from 'nzh/cn';

/** Fen in Chinese capitals as on a payment order: `123450n` → `人民币壹仟贰佰叁拾肆元伍角整`. */
export function amountInCapitals(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const capitals = nzh.toMoney(`${digits.slice(0, -2)}.${digits.slice(-2)}`, { outSymbol: true, forceZheng: true });
  return fen < 0n ? capitals.replace('人民币', '人民币负') : capitals;
}
