import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { call } from '../provider';
import { useWords } from './words';

/** One that a record may mean, as `GET /v1/forms/{key}/counterparts` names him. */
export interface Counterpart {
  kind: 'enterprise' | 'worker';
  id: number;
  number: string;
  name: string;
}

interface AboutFieldProps {
  form: string;
  value: Counterpart | undefined;
  onChange: (value: Counterpart | undefined) => void;
}

/** What numbers look like; anything else that is typed is looked for among those that are shown and goes nowhere. */
const numberLike = /^[A-Za-z]{1,2}(-[\d-]*)?$/;

/** Whom a record means (被投诉方): chosen from those that the caller deals with, never typed. */
export function AboutField({ form, value, onChange }: AboutFieldProps): ReactNode {
  const word = useWords();
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const number = numberLike.test(typed) ? typed : '';
  const { data = none, isFetching } = useQuery({
    queryKey: ['form', form, 'counterparts', number],
    queryFn: async ({ signal }) => {
      const query = number === '' ? '' : `?number=${encodeURIComponent(number)}`;
      const { json } = await call(`/api/v1/forms/${form}/counterparts${query}`, { signal });
      // The route answers with the schema `counterpartsAnswer`.
      return (json as { items: Counterpart[] }).items;
    },
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <Autocomplete<Counterpart>
      size="small"
      fullWidth
      options={data}
      value={value ?? null}
      loading={isFetching}
      groupBy={({ kind }) => word(kind)}
      getOptionLabel={({ name, number: no }) => `${name} ${no}`}
      getOptionKey={({ kind, id }) => `${kind}-${id.toString()}`}
      isOptionEqualToValue={(one, other) => one.kind === other.kind && one.id === other.id}
      noOptionsText={word('nobodyDealt')}
      loadingText={translate('search.searching')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input') setTyped(text.trim());
      }}
      onChange={(_event, choice) => {
        onChange(choice ?? undefined);
      }}
      renderInput={(params) => <TextField {...params} label={word('aboutWhom')} helperText={word('aboutWhomHelp')} />}
    />
  );
}

const none: readonly Counterpart[] = [];
