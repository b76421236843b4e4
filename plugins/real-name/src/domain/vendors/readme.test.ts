import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vendorActions, type VendorAction, type VendorAnswer } from '.';

/** The rows of one action: a row for each treatment, with its codes and their meanings. */
function rowsOf({ vendor, action, answers, errors }: VendorAction): string[] {
  const rows = new Map<string, string[]>();
  const add = ([code, { kind, charged, zh }]: [string, VendorAnswer]): void => {
    const treatment = `${kind}${charged ? ', charged' : ''}`;
    rows.set(treatment, [...(rows.get(treatment) ?? []), `\`${code}\` ${zh}`]);
  };
  for (const table of [answers, errors]) Object.entries(table).forEach(add);
  return [...rows].map(([treatment, codes]) => `| ${vendor} ${action} | ${treatment} | ${codes.join(' · ')} |`);
}

it('the README says of every code of every action what it becomes, and nothing else', () => {
  const readme = readFileSync(path.join(__dirname, '../../../README.md'), 'utf8');
  const written = readme.split('\n').filter((line) => /^\| (tencent-cloud|aliyun|qichacha|tianyancha) \w+/.test(line));
  expect(written).toEqual(vendorActions.flatMap(rowsOf));
});
