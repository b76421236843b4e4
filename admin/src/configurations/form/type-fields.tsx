import type { FormColumn, FormField } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { ChoicesFields } from './choices-fields';
import { ColumnsFields } from './columns-fields';
import { CountField } from './count-field';
import { withProperty } from './edit-content';
import type { FaultAt } from './faults-of';
import { FileFields } from './file-fields';
import { DayRange, Level, MoneyRange } from './range-fields';
import { Row } from './row';
import { TextFields } from './text-fields';
import { useWords, type Word } from './words';

interface TypeFieldsProps<Asked extends FormField | FormColumn> {
  asked: Asked;
  path: string;
  readOnly: boolean;
  faultAt: FaultAt;
  onChange: (asked: Asked) => void;
}

/** What fits in a field or a column, by its type. */
export function TypeFields<Asked extends FormField | FormColumn>(props: TypeFieldsProps<Asked>): ReactNode {
  const { asked, path, readOnly, faultAt, onChange } = props;
  const word = useWords();
  const set = (name: string, value: unknown): void => {
    onChange(withProperty(asked, name, value));
  };
  const count = (name: string, label: Word, value: number | undefined, decimal = false): ReactNode => (
    <CountField
      key={name}
      label={word(label)}
      value={value}
      decimal={decimal}
      readOnly={readOnly}
      error={faultAt(`${path}.${name}`)}
      onChange={(next) => {
        set(name, next);
      }}
    />
  );
  switch (asked.type) {
    case 'text':
      return <TextFields asked={asked} path={path} readOnly={readOnly} faultAt={faultAt} count={count} set={set} />;
    case 'number':
      return (
        <Row>
          {count('min', 'min', asked.min, true)}
          {count('max', 'max', asked.max, true)}
          {count('decimals', 'decimals', asked.decimals)}
        </Row>
      );
    case 'money':
      return <MoneyRange asked={asked} path={path} readOnly={readOnly} faultAt={faultAt} set={set} />;
    case 'date':
      return <DayRange asked={asked} path={path} readOnly={readOnly} faultAt={faultAt} set={set} />;
    case 'choice':
    case 'choices':
      return (
        <>
          <ChoicesFields choices={asked.choices} path={path} readOnly={readOnly} faultAt={faultAt} set={set} />
          {asked.type === 'choices' && (
            <Row>
              {count('minItems', 'minItems', asked.minItems)}
              {count('maxItems', 'maxItems', asked.maxItems)}
            </Row>
          )}
        </>
      );
    case 'region':
      return <Level level={asked.level} readOnly={readOnly} set={set} />;
    case 'file':
      return <FileFields field={asked} path={path} readOnly={readOnly} faultAt={faultAt} count={count} set={set} />;
    case 'table':
      return (
        <>
          <ColumnsFields
            columns={asked.columns}
            path={path}
            readOnly={readOnly}
            faultAt={faultAt}
            set={set}
            typeFields={(column, at, change) => (
              <TypeFields asked={column} path={at} readOnly={readOnly} faultAt={faultAt} onChange={change} />
            )}
          />
          <Row>
            {count('minRows', 'minRows', asked.minRows)}
            {count('maxRows', 'maxRows', asked.maxRows)}
          </Row>
        </>
      );
    default:
      return null;
  }
}
