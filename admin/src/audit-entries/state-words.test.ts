import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { readKinds, readPurposes } from '@linggong/audit/domain';
import { auditStates } from '../i18n/zh/audit-states';
import { codesOf } from './audit-entry';

const plugins = path.resolve(__dirname, '../../../plugins');
const { field, value } = auditStates.auditStates;

/** Fields that entries tell: those of the objects written out as `before` and `after` beside an `action` in the plugins. */
function writtenFields(): Set<string> {
  const found = new Set<string>();
  const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[\w-]+\/src\/.*\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name),
  );
  for (const name of sources) {
    const text = readFileSync(path.join(plugins, name), 'utf8');
    if (!/\baction[:,]/.test(text)) continue;
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true), found);
  }
  return found;
}

function visit(node: ts.Node, found: Set<string>): void {
  if (ts.isObjectLiteralExpression(node) && hasName(node, 'action') && hasName(node, 'subject')) {
    for (const part of node.properties) {
      if (!ts.isPropertyAssignment(part) || !/^(?:before|after)$/.test(part.name.getText())) continue;
      if (ts.isObjectLiteralExpression(part.initializer)) namesOf(part.initializer, found);
    }
  }
  ts.forEachChild(node, (child) => visit(child, found));
}

const hasName = (node: ts.ObjectLiteralExpression, name: string): boolean =>
  node.properties.some((part) => part.name?.getText() === name);

function namesOf(state: ts.ObjectLiteralExpression, found: Set<string>): void {
  for (const { name } of state.properties) if (name) found.add(name.getText());
}

describe('the states of entries', () => {
  it('have a word for every field that the plugins write (R9.5)', () => {
    const written = [...writtenFields()];
    expect(written.length).toBeGreaterThan(50);
    expect(written.filter((name) => !(name in field))).toEqual([]);
  });

  it('have a word for every purpose and kind of a read', () => {
    expect(Object.keys(value.purpose).sort()).toEqual([...readPurposes].sort());
    expect(Object.keys(value.kinds).sort()).toEqual([...readKinds].sort());
  });

  it('show lists of codes member by member, and every other text as it is', () => {
    expect(codesOf('["name","phone"]')).toEqual(['name', 'phone']);
    expect(codesOf('["a",{"b":1}]')).toEqual(['["a",{"b":1}]']);
    expect(codesOf('[1]')).toEqual(['[1]']);
    expect(codesOf('一句话')).toEqual(['一句话']);
  });
});
