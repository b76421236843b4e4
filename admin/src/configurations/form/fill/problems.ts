import type { ValueProblem } from '@linggong/studio/domain';
import type { ErrorSchema } from '@rjsf/utils';

/** Problems as the engine shows them: at their field; those of cells at the field of their table, with row and column before them. */
export function extraErrorsOf(
  problems: readonly ValueProblem[],
  textOf: (problem: ValueProblem) => string,
  columnOf: (field: string, column: string) => string = (_field, column) => column,
): ErrorSchema<Record<string, unknown>> {
  const errors: Record<string, { __errors: string[] }> = {};
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
