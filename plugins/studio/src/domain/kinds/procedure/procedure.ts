import { roleNames, staffRoles, type Role } from '@linggong/config/roles';
import { addDays, type Text2 } from '@linggong/core/domain';
import { choice, choices, count, day, fault, id, list, pickedDay, record, text2, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { areaNames } from '../shared/words';

/** Roles that a procedure can bind: the staff and the three administrators. */
const bound = [...staffRoles, 'system-admin', 'security-admin', 'audit-admin'] as const;
// Object.fromEntries forgets the keys; they are exactly those of `bound`.
const boundNames = Object.fromEntries(bound.map((role) => [role, roleNames[role]])) as Record<
  (typeof bound)[number],
  Text2
>;

const section = record(
  { zh: '条款', en: 'Section' },
  {
    id: id(),
    heading: text2({ zh: '标题', en: 'Heading' }),
    body: text2({ zh: '正文', en: 'Text' }, { max: 8_000, lines: 'many' }),
  },
);

const content = record(
  { zh: '制度', en: 'Procedure' },
  {
    area: choice({ zh: '领域', en: 'Area' }, areaNames),
    purpose: text2({ zh: '目的', en: 'Purpose' }, { max: 1_000, lines: 'many' }),
    basis: text2({ zh: '依据', en: 'Basis' }, { max: 500, required: false }),
    binds: choices(
      { zh: '适用岗位', en: 'Binds' },
      { choices: boundNames, none: { zh: '（未选择）', en: '(nobody)' } },
    ),
    acknowledgeDays: count(
      { zh: '确认期限', en: 'To be acknowledged within' },
      { min: 1, max: 90, unit: { zh: '天', en: 'days' } },
    ),
    reviewBy: day({ zh: '复审日期', en: 'Review by' }),
    sections: list({ zh: '条款', en: 'Sections' }, section, {
      item: { zh: '条款', en: 'section' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'heading',
    }),
  },
);
export type ProcedureContent = Of<typeof content>;

const input = record(
  { zh: '查询', en: 'Question' },
  {
    role: choice({ zh: '岗位', en: 'Role' }, boundNames),
    inForceSince: pickedDay({ zh: '生效日', en: 'In force since' }),
    day: pickedDay({ zh: '查询日', en: 'On the day' }),
  },
);

/** Whether a procedure binds a role. */
export function procedureBinds(procedure: ProcedureContent, role: Role): boolean {
  return procedure.binds.some((one) => one === role);
}

/** The last day on which somebody bound since a day may still acknowledge it in time. */
export function acknowledgeBy(procedure: ProcedureContent, since: string): string {
  return addDays(since, procedure.acknowledgeDays);
}

function evaluate(procedure: ProcedureContent, { role, inForceSince, day: today }: Of<typeof input>): Evaluation {
  const binds = procedureBinds(procedure, role);
  const by = acknowledgeBy(procedure, inForceSince);
  const overdueForReview = today > procedure.reviewBy;
  const trace = [
    binds
      ? {
          zh: `适用于${roleNames[role].zh}，须于 ${by} 前确认`,
          en: `Binds ${roleNames[role].en}; acknowledge by ${by}`,
        }
      : { zh: `不适用于${roleNames[role].zh}`, en: `Does not bind ${roleNames[role].en}` },
  ];
  const outcome = { binds, acknowledgeBy: binds ? by : null, late: binds && today > by, overdueForReview };
  return { outcome, trace };
}

function faults({ binds }: ProcedureContent): Fault[] {
  if (binds.length > 0) return [];
  return [fault('binds', 'binds-nobody', '请选择这项制度适用的岗位', 'Pick the roles that this procedure binds')];
}

/** A written policy and procedure of an area (管控制度, R1.7): what holds, whom it binds, when it is looked at again. */
export const procedure = describedKind({
  kind: 'procedure',
  name: { zh: '管理制度', en: 'Procedure' },
  content,
  input: () => input,
  blank: { ...content.empty, acknowledgeDays: 7 },
  faults,
  hints: () => [],
  evaluate,
});
