import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../../kind';
import type { FormContent, FormField, FormSection } from './content';
import { propertiesOf } from './field-properties';
import { fieldTypeNames } from './field-types';
import { obligationChanges } from './obligation';

interface Item {
  readonly id: string;
  readonly name: Text2;
  /** What stands in it, by the words of the designer. */
  readonly properties: readonly (readonly [Text2, Text2])[];
}

/** What a reader should see changed in a form (版本差异): whether it is demanded, sections, then fields; each property by the word of the designer. */
export function formChanges(before: FormContent | undefined, after: FormContent): Change[] {
  return [
    ...obligationChanges(before, after),
    ...listChanges(before?.sections.map(sectionItem), after.sections.map(sectionItem)),
    ...listChanges(before?.fields.map(itemWith(before)), after.fields.map(itemWith(after))),
  ];
}

function sectionItem({ id, title, help }: FormSection): Item {
  const named = { zh: `分组“${title.zh}”`, en: `Section “${title.en}”` };
  const properties: [Text2, Text2][] = [[{ zh: '标题', en: 'Title' }, title]];
  if (help !== undefined) properties.push([{ zh: '说明', en: 'Help' }, help]);
  return { id, name: named, properties };
}

function itemWith(content: FormContent): (field: FormField) => Item {
  const names = new Map(content.fields.map(({ id, label }) => [id, label]));
  const sections = new Map(content.sections.map(({ id, title }) => [id, title]));
  return (field) => {
    const type = fieldTypeNames[field.type];
    return {
      id: field.id,
      name: { zh: `字段“${field.label.zh}”`, en: `Field “${field.label.en}”` },
      properties: [[{ zh: '类型', en: 'Type' }, type], ...propertiesOf(field, { names, sections })],
    };
  };
}

function listChanges(before: readonly Item[] | undefined, after: readonly Item[]): Change[] {
  const old = new Map((before ?? []).map((item) => [item.id, item]));
  const now = new Set(after.map(({ id }) => id));
  const removed = (before ?? []).filter(({ id }) => !now.has(id));
  const moved = movedIds(before ?? [], after);
  return [
    ...after.flatMap((item) => {
      const was = old.get(item.id);
      if (was === undefined) return [added(item)];
      const changed = propertyChanges(was, item);
      return moved.has(item.id) ? [{ change: 'moved' as const, where: item.name }, ...changed] : changed;
    }),
    ...removed.map((item): Change => ({ change: 'removed', where: item.name, before: summary(item) })),
  ];
}

function added(item: Item): Change {
  return { change: 'added', where: item.name, after: summary(item) };
}

function summary({ properties }: Item): Text2 {
  return {
    zh: properties.map(([name, value]) => `${name.zh}：${value.zh}`).join('；'),
    en: properties.map(([name, value]) => `${name.en}: ${value.en}`).join('; '),
  };
}

function propertyChanges(before: Item, after: Item): Change[] {
  const old = new Map(before.properties.map(([name, value]) => [name.en, [name, value] as const]));
  const now = new Map(after.properties.map(([name, value]) => [name.en, [name, value] as const]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key)?.[1], now.get(key)?.[1]];
    if (was?.zh === is?.zh && was?.en === is?.en) return [];
    const name = (now.get(key) ?? old.get(key))?.[0] ?? { zh: '', en: '' };
    return [
      {
        change: 'changed' as const,
        where: { zh: `${after.name.zh} · ${name.zh}`, en: `${after.name.en} · ${name.en}` },
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

/** Of those that stand in both, the ones that left the order of the others: all but the longest run that kept it. */
function movedIds(before: readonly Item[], after: readonly Item[]): ReadonlySet<string> {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  const kept = after.filter(({ id }) => places.has(id)).map(({ id }) => ({ id, place: places.get(id) ?? 0 }));
  const lengths: number[] = [];
  const previous: number[] = [];
  kept.forEach(({ place }, index) => {
    let [best, from] = [1, -1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (lengths[earlier] ?? 0) + 1;
      if ((kept[earlier]?.place ?? 0) < place && length > best) [best, from] = [length, earlier];
    }
    lengths.push(best);
    previous.push(from);
  });
  let end = lengths.indexOf(Math.max(0, ...lengths));
  const stayed = new Set<string>();
  while (end >= 0) {
    stayed.add(kept[end]?.id ?? '');
    end = previous[end] ?? -1;
  }
  return new Set(kept.map(({ id }) => id).filter((id) => !stayed.has(id)));
}
