import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate, type RaRecord } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { mayBePersonal } from './personal-number';

interface Choice {
  id: number;
  name: string;
  label: string;
  row: RaRecord;
}

function choiceOf(row: RaRecord): Choice {
  const part = (field: string): string => (typeof row[field] === 'string' ? row[field] : '');
  const first = (...fields: string[]): string => fields.map(part).find((text) => text !== '') ?? '';
  const name = first('name', 'title', 'identifier', 'nameZh');
  return { id: Number(row.id), name, label: `${name} ${first('number', 'fileName', 'key')}`.trim(), row };
}

export interface RecordPickerProps {
  resource: string;
  label: string;
  /** What the choices are narrowed to beside what is typed. */
  filter?: Readonly<Record<string, unknown>>;
  onPick: (id: number | undefined, name?: string, row?: RaRecord) => void;
  required?: boolean;
  help?: string | undefined;
  error?: boolean;
  id?: string;
}

const choicesMax = 20;

/**
 * Picks a row by its business number or a company's name; nobody types row numbers. What may be somebody's personal number is not
 * looked for: it would stay in the address of the request.
 */
export function RecordPicker({
  resource,
  label,
  filter = {},
  onPick,
  required = false,
  help,
  error = false,
  id,
}: RecordPickerProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [text, setText] = useState('');
  const personal = mayBePersonal(text);
  const asked = personal ? '' : text;
  const { data = [], isFetching } = useQuery({
    queryKey: [resource, 'choice', filter, asked],
    queryFn: async ({ signal }) => {
      const { data: rows } = await provider.getList(resource, {
        pagination: { page: 1, perPage: choicesMax },
        sort: { field: 'id', order: asked === '' ? 'DESC' : 'ASC' },
        filter: asked === '' ? filter : { ...filter, q: asked },
        signal,
      });
      return rows.map(choiceOf);
    },
    placeholderData: (before) => before,
  });
  return (
    <Autocomplete<Choice>
      options={personal ? [] : data}
      loading={isFetching}
      filterOptions={(options) => options}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      noOptionsText={translate(personal ? 'search.notByPerson' : 'search.nothing')}
      loadingText={translate('search.searching')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      onInputChange={(_event, value, reason) => {
        if (reason === 'input') setText(value.trim());
      }}
      onChange={(_event, choice) => {
        onPick(choice?.id, choice?.name, choice?.row);
      }}
      sx={{ maxWidth: 420 }}
      size="small"
      {...(id === undefined ? {} : { id })}
      renderInput={(params) => (
        <TextField {...params} required={required} error={error} helperText={help} label={label} />
      )}
    />
  );
}
