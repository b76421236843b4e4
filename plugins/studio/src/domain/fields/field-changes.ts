import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../kind';
import type { AnyField, ListControl } from './field';
import { keptInOrder } from './kept-in-order';
import { itemsOf, member, shown, shownWhole } from './shown';

/** What a reader should see changed between two contents of one description; all of it is added where there was none before. */
export function fieldChanges(field: AnyField, before: unknown, after: unknown): Change[] {
  return before === undefined ? changesAt(field, [], field.empty, after) : changesAt(field, [], before, after);
}

function changesAt(field: AnyField, trail: readonly Text2[], before: unknown, after: unknown): Change[] {
  const { control } = field;
  if (same(before, after)) return [];
  if (control.type === 'record') {
    return Object.entries(control.fields).flatMap(([name, inner]) =>
      changesAt(
        inner,
        [...trail, inner.label],
        member(before, name) ?? inner.empty,
        member(after, name) ?? inner.empty,
      ),
    );
  }
  if (control.type === 'list') return listChanges(control, trail, itemsOf(before), itemsOf(after));
  return [
    {
      change: 'changed',
      where: placed(trail, field.label),
      before: shownWhole(field, before),
      after: shownWhole(field, after),
    },
  ];
}

interface Item {
  readonly name: string;
  readonly value: unknown;
  readonly index: number;
}

function listChanges(
  control: ListControl,
  trail: readonly Text2[],
  before: readonly unknown[],
  after: readonly unknown[],
): Change[] {
  const [old, now] = [named(control, before), named(control, after)];
  const kept = keptInOrder(
    [...old.keys()].filter((name) => now.has(name)),
    [...now.keys()],
  );
  const removed = [...old.values()].filter(({ name }) => !now.has(name)).map((item) => removal(control, trail, item));
  const present = [...now.values()].flatMap((item) => {
    const was = old.get(item.name);
    if (!was) return [addition(control, trail, item)];
    const moved = kept.has(item.name) ? [] : [movement(control, trail, was, item)];
    return [...moved, ...changesAt(control.of, [...trail, titleOf(control, item)], was.value, item.value)];
  });
  return [...removed, ...present];
}

/** Items by what tells them apart. Two of one name (a fault of a draft) are told apart by their place. */
function named({ key }: ListControl, items: readonly unknown[]): Map<string, Item> {
  const byName = new Map<string, Item>();
  items.forEach((value, index) => {
    const own = key === undefined ? String(index) : String(member(value, key));
    const name = byName.has(own) ? `${own} #${index}` : own;
    byName.set(name, { name, value, index });
  });
  return byName;
}

function addition(control: ListControl, trail: readonly Text2[], item: Item): Change {
  const where = placed([...trail, titleOf(control, item)], control.item);
  return { change: 'added', where, after: shown(control.of, item.value) };
}

function removal(control: ListControl, trail: readonly Text2[], item: Item): Change {
  const where = placed([...trail, titleOf(control, item)], control.item);
  return { change: 'removed', where, before: shown(control.of, item.value) };
}

function movement(control: ListControl, trail: readonly Text2[], was: Item, item: Item): Change {
  const where = placed([...trail, titleOf(control, item)], control.item);
  return { change: 'moved', where, before: place(was.index), after: place(item.index) };
}

function titleOf({ item, title, key }: ListControl, { value, index }: Item): Text2 {
  const name = member(value, title ?? key ?? '');
  const isPlain = typeof name === 'string' || typeof name === 'number';
  const words = isPlain ? { zh: String(name), en: String(name) } : { zh: member(name, 'zh'), en: member(name, 'en') };
  if (!words.zh) return { zh: `${item.zh} ${index + 1}`, en: `${item.en} ${index + 1}` };
  return { zh: `${item.zh}“${String(words.zh)}”`, en: `${item.en} "${String(words.en)}"` };
}

function place(index: number): Text2 {
  return { zh: `第 ${index + 1} 位`, en: `place ${index + 1}` };
}

/** The way to a change as a reader says it; the label alone where the content is one value. */
function placed(trail: readonly Text2[], label: Text2): Text2 {
  const way = trail.length === 0 ? [label] : trail;
  return { zh: way.map(({ zh }) => zh).join(' · '), en: way.map(({ en }) => en).join(' · ') };
}

/** Contents are JSON whose members stand in the order of the description, except where a database ordered them: compare by member. */
function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [names, others] = [Object.keys(left), Object.keys(right)];
  return names.length === others.length && names.every((name) => same(member(left, name), member(right, name)));
}
