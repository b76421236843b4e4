/** One row of the bench's table; sets the exit code when the bar is missed. */
export function row(work, figure, bar, met) {
  console.log(`| ${work} | ${figure} | ${bar} | ${met ? 'met' : 'MISSED'} |`);
  if (!met) process.exitCode = 1;
}

/** Digits in groups of three. */
export const grouped = (figure) => Math.round(figure).toLocaleString('en-US');
