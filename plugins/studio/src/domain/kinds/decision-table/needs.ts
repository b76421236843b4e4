import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import type { DecisionTable, TableColumn } from './shape';

/** An answer that code reads. */
export interface NeededAnswer {
  /** Any of these; the first is the one to add. */
  readonly fields: readonly string[];
  readonly name: Text2;
  /** What code understands; others are refused. */
  readonly values: readonly string[];
}

/** What the consumer of a table needs of it (使用方所需). */
export interface TableNeeds {
  readonly answers: readonly NeededAnswer[];
  /** Fields that code sends; a condition over another would never hold. */
  readonly facts: readonly string[];
}

/**
 * What a consumer would miss in a table: refused at the check of a draft, before anybody is asked to approve it, and not by decisions that
 * fail once it is in force.
 */
export function unmetNeeds(table: DecisionTable, { answers, facts }: TableNeeds): Fault[] {
  return [
    ...answers.flatMap((needed) => answerFaults(table, needed)),
    ...table.columns.flatMap((column, index) =>
      column.role !== 'input' || facts.includes(column.field) ? [] : [unknownFact(column, index)],
    ),
  ];
}

function answerFaults({ columns, hitPolicy, otherwise }: DecisionTable, needed: NeededAnswer): Fault[] {
  const { fields, name, values } = needed;
  const index = columns.findIndex(({ role, field }) => role === 'output' && fields.includes(field));
  const column = columns[index];
  if (column === undefined)
    return [
      fault('columns', 'needed-answer', {
        zh: `缺少答案列“${name.zh}”（字段 ${fields[0] ?? ''}），使用方据此执行，请恢复`,
        en: `The answer column "${name.en}" (field ${fields[0] ?? ''}) is missing, by which the platform acts; put it back`,
      }),
    ];
  const path = `columns.${index}`;
  const strange = (column.choices ?? []).filter(({ value }) => !values.includes(value)).map(({ value }) => value);
  const faults: Fault[] = [];
  if (column.type !== 'choice' || column.required !== true)
    faults.push(
      fault(path, 'needed-answer', {
        zh: `答案列“${column.label.zh}”须为必填的选项列`,
        en: `The answer column "${column.label.en}" has to be a choice that every row gives`,
      }),
    );
  if (strange.length > 0)
    faults.push(
      fault(path, 'needed-answer', {
        zh: `答案列“${column.label.zh}”的选项 ${strange.join('、')} 无法执行，可用：${values.join('、')}`,
        en: `The choices ${strange.join(', ')} of "${column.label.en}" cannot be acted on; there are ${values.join(', ')}`,
      }),
    );
  if (hitPolicy === 'first' && otherwise[column.id] === undefined)
    faults.push(
      fault('otherwise', 'needed-answer', {
        zh: `“其余”缺少“${column.label.zh}”的答案`,
        en: `The otherwise answer does not give "${column.label.en}"`,
      }),
    );
  return faults;
}

const unknownFact = ({ label, field }: TableColumn, index: number): Fault =>
  fault(`columns.${index}`, 'unknown-fact', {
    zh: `列“${label.zh}”（字段 ${field}）没有数据来源，条件永远不会成立，请删除或改用已有字段`,
    en: `Nothing sends the column "${label.en}" (field ${field}), so its conditions never hold; remove it or use a known field`,
  });

const fault = (path: string, code: string, text: Text2): Fault => ({ path, code, text });
