import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate, type RaRecord } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';

interface Choice {
  id: number;
  name: string;
  label: string;
}

function choiceOf(row: RaRecord): Choice {
  const part = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  return { id: Number(row.id), name: part('name'), label: `${part('name')} ${part('number')}`.trim() };
}

/** Staff say for which enterprise they act; by name or number, active ones only. */
export function EnterprisePicker({
  onPick,
  required = false,
  help,
}: {
  onPick: (id: number | undefined, name?: string) => void;
  required?: boolean;
  help?: string;
}): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [text, setText] = useState('');
  const { data = [], isFetching } = useQuery({
    queryKey: ['enterprises', 'choice', text],
    queryFn: async ({ signal }) => {
      const { data: rows } = await provider.getList('enterprises', {
        pagination: { page: 1, perPage: 20 },
        sort: { field: 'id', order: 'ASC' },
        filter: text === '' ? { state: 'active' } : { state: 'active', q: text },
        signal,
      });
      return rows.map(choiceOf);
    },
    placeholderData: (before) => before,
  });
  return (
    <Autocomplete<Choice>
      options={data}
      loading={isFetching}
      filterOptions={(options) => options}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      noOptionsText={translate('search.nothing')}
      loadingText={translate('search.searching')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      onInputChange={(_event, value, reason) => {
        if (reason === 'input') setText(value.trim());
      }}
      onChange={(_event, choice) => {
        onPick(choice?.id, choice?.name);
      }}
      sx={{ maxWidth: 420 }}
      size="small"
      renderInput={(params) => (
        <TextField
          {...params}
          required={required}
          helperText={help}
          label={translate('resources.enterprises.name', { smart_count: 1 })}
        />
      )}
    />
  );
}
