import { sameFilter, type FilterValues } from './filter';

export interface Sort {
  field: string;
  order: 'ASC' | 'DESC';
}

/** A list somebody comes back to: a name, and by what it is narrowed; one's own also say its order and its columns. */
export interface View {
  label: string;
  filter: Record<string, unknown>;
  sort?: Sort;
  /** Columns that are shown or hidden; the others are as the list has them. */
  columns?: Readonly<Record<string, boolean>>;
}

/** The order of a list, as a view has it. */
export const sortOf = ({ field, order }: { field: string; order: string }): Sort => ({
  field,
  order: order === 'ASC' ? 'ASC' : 'DESC',
});

/** Is the list as a view has it? One that says no order is met in any. */
export function isOn(view: View, values: FilterValues, sort: { field: string; order: string }): boolean {
  if (!sameFilter(view.filter, values)) return false;
  return view.sort === undefined || (view.sort.field === sort.field && view.sort.order === sort.order);
}
