import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormPage } from '../parts/form-page';
import type { ConsoleDataProvider } from '../provider';
import { forgetMe } from './me';
import { useMe } from './use-me';

/** One's own password; after the first sign-in, or when it is too old, there is nothing else to do until it is changed. */
export default function PasswordPage({ isFirst = false }: { isFirst?: boolean }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const expired = useMe()?.account.passwordExpired === true;
  const provider = useDataProvider<ConsoleDataProvider>();
  return (
    <FormPage
      title={translate('password.title')}
      crumbs={[]}
      words="password.fields"
      sections={[
        {
          title: translate(isFirst ? (expired ? 'password.expired' : 'password.first') : 'password.own'),
          fields: [
            { name: 'oldPassword', required: true, kind: 'password', autoComplete: 'current-password' },
            { name: 'newPassword', required: true, kind: 'password', help: true, autoComplete: 'new-password' },
          ],
        },
      ]}
      submit={translate('password.title')}
      onSubmit={async ({ oldPassword, newPassword }, key) => {
        await provider.command('me', undefined, 'password', { oldPassword, newPassword }, key);
        forgetMe();
        notify('password.changed', { type: 'success' });
        await queries.invalidateQueries();
        navigate('/');
      }}
    />
  );
}
