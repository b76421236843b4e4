import { holdsPersonalNumber } from '@linggong/core/domain';
import { z } from 'zod';
import { VIEW_NAME_MAX, VIEWS_MAX } from '../domain/saved-view';
import { freeText, instantOutput } from './fields';

const listName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/)
  .meta({ description: '列表 · name of the list' });

/** Filters stand in addresses: a number of a person has no place in them, and is not kept. */
const filter = z
  .string()
  .max(4_000)
  .refine((text) => !holdsPersonalNumber(text), {
    params: { zh: '不能含证件号码、手机号或银行卡号', en: 'holds no identity, telephone or bank card number' },
  })
  .meta({ description: '{"column":value}' });

const sort = z.string().max(200).meta({ description: '["column","ASC|DESC"]' });

/** Columns that their reader has chosen to show or to hide; the others are as the list has them. */
const shownColumns = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/), z.boolean())
  .refine((flags) => Object.keys(flags).length <= 60, {
    params: { zh: '最多 60 列', en: 'are at most 60 columns' },
  })
  .meta({ description: '显示或隐藏的列 · columns that are shown or hidden' });

export const savedViewsQuery = z.strictObject({ listName });
export const savedViewParams = z.strictObject({ id: z.uuid() });

/** `PUT /me/views`: keeps a view under its name; one of that name is replaced. */
export const savedViewBody = z.strictObject({
  listName,
  viewName: freeText(VIEW_NAME_MAX).min(1).meta({ description: '视图名称 · name of the view' }),
  filter,
  sort: sort.optional(),
  shownColumns: shownColumns.optional(),
});
export type SavedViewBody = z.output<typeof savedViewBody>;

/** A view of a list that an account keeps. */
export const savedView = z
  .strictObject({
    id: z.uuid(),
    viewName: z.string(),
    filter: z.string(),
    sort: z.string().nullable(),
    shownColumns: z.record(z.string(), z.boolean()).nullable(),
    keptAt: instantOutput,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.output<typeof savedView>;

/** One's own views of a list, the one kept longest ago first. */
export const savedViewsAnswer = z.strictObject({ items: z.array(savedView).max(VIEWS_MAX) });
