const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 99 as a Chinese numeral for articles: 一, 十, 十一, 二十, 九十九. @throws RangeError outside of that */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`${value} is not 1 to 99`);
  const tens = Math.floor(value / 10);
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${tensText}${digits[value % 10]}`;
}
