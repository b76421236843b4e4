import type { ValueProblem } from '@linggong/studio/domain';
import type { ErrorSchema } from '@rjsf/utils';
import type { Fault } from '../../../parts/fault-list';

/** What is wrong with each field, as the engine takes it. */
type ErrorsOfFields = ErrorSchema<Record<string, unknown>> & Record<string, { __errors: string[] }>;

/** Problems as the engine shows them: at their field; those of cells at the field of their table, with row and column before them. */
export function extraErrorsOf(
  problems: readonly ValueProblem[],
  textOf: (problem: ValueProblem) => string,
  columnOf: (field: string, column: string) => string = (_field, column) => column,
): ErrorsOfFields {
  const errors: ErrorsOfFields = {};
  for (const problem of problems) {
    const [id = '', row, column] = problem.field.split('.');
    const place =
      row === undefined
        ? ''
        : `${(Number(row) + 1).toString()}${column === undefined ? '' : ` · ${columnOf(id, column)}`} · `;
    const at = (errors[id] ??= { __errors: [] });
    at.__errors.push(`${place}${textOf(problem)}`);
  }
  return errors;
}

/** The same as a list: the first of each field. */
export function faultsOfErrors(errors: ErrorsOfFields): Fault[] {
  return Object.entries(errors).map(([name, { __errors }]) => ({ name, text: __errors[0] ?? '' }));
}
