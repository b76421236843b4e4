import type { KindName } from '@linggong/studio/domain';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormPage, type FormSection, type FormValues } from '../parts/form-page';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { areasOf, shortName } from './areas';
import { KindPicker } from './kind-picker';

/** A new configuration: its kind, what it is called and for what it is; it begins with an empty draft. */
export default function ConfigurationCreate(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [kind, setKind] = useState<KindName | undefined>(undefined);
  return (
    <FormPage
      title={translate('configuration.create.title')}
      crumbs={[{ label: translate('resources.configurations.name', { smart_count: 2 }), to: '/configurations' }]}
      words="configuration.create.fields"
      sections={sectionsOf(translate, kind)}
      submit={translate('configuration.create.submit')}
      first={<KindPicker value={kind} onPick={setKind} />}
      shown={(name) => name !== 'area' || areasOf(kind).length > 1}
      onSubmit={async (values, key) => {
        if (kind === undefined) throw new Error('problem.pickKind');
        const created = await provider.command('configurations', undefined, '', bodyOf(kind, values), key);
        navigate(addressOf(created));
      }}
    />
  );
}

function sectionsOf(translate: (key: string) => string, kind: KindName | undefined): readonly FormSection[] {
  return [
    {
      title: translate('configuration.create.what'),
      fields: [
        {
          name: 'area',
          kind: 'choice',
          required: true,
          choices: areasOf(kind).map((value) => ({ value, label: translate(`configuration.area.${value}`) })),
        },
        { name: 'nameZh', required: true, kept: true },
        { name: 'nameEn', required: true, kept: true, help: true },
        { name: 'descriptionZh', kind: 'long', required: true, kept: true },
        { name: 'descriptionEn', kind: 'long', required: true, kept: true },
        { name: 'reviewBy', kind: 'date', help: true },
      ],
    },
  ];
}

/** The key is made of area and English name, so that nobody types codes. @throws Error where the English name has no letter */
function bodyOf(kind: KindName, values: FormValues): object {
  const of = (name: string): string => (values[name] ?? '').trim();
  const short = shortName(of('nameEn'));
  if (short === '') throw new Error('problem.englishName');
  // Where there is one area alone it was not asked for.
  const [only] = areasOf(kind).length === 1 ? areasOf(kind) : [];
  return {
    kind,
    key: `${only ?? of('area')}.${short}`,
    name: { zh: of('nameZh'), en: of('nameEn') },
    description: { zh: of('descriptionZh'), en: of('descriptionEn') },
    ...(of('reviewBy') === '' ? {} : { reviewBy: of('reviewBy') }),
  };
}

/** The page of what was made: its draft, where the answer names it. */
function addressOf(created: unknown): string {
  const open = isRecord(created) ? created['open'] : undefined;
  if (isRecord(open) && typeof open['id'] === 'number') return `/configuration-versions/${open['id'].toString()}/show`;
  return isRecord(created) && typeof created['id'] === 'number'
    ? `/configurations/${created['id'].toString()}/show`
    : '/configurations';
}
