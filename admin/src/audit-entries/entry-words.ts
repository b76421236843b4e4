import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';

export interface EntryWords {
  /** `worker.register` as people read it; parts that have no word yet stay as they are. */
  action: (action: string) => string;
  /** `worker` as "灵工". */
  kind: (kind: string) => string;
  /** `worker` 7 as "灵工 7". */
  subject: (kind: string, id: string) => string;
  /** Accounts by role and number; a part of the platform by its own name. */
  actor: (name: string) => string;
}

export function useEntryWords(): EntryWords {
  const translate = useTranslate();
  const actor = useActorText();
  return entryWords(translate, actor);
}

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What an entry says in words: of a row, of all rows, of a list that was exported, of a job of the clock. */
export function entryWords(translate: Translate, actor: (name: string) => string): EntryWords {
  const noun = (word: string): string => translate(`audit.noun.${word}`, { _: word });
  const jobOf = (name: string): string => translate(`job.names.${name.replace('.', '-')}`, { _: name });
  const rowOf = (id: string): string =>
    id === 'all' ? translate('audit.allRows') : translate(`audit.id.${id}`, { _: shortOf(jobOf(id)) });
  return {
    action: (action) => {
      const [subject = '', verb = ''] = action.split('.');
      // Some things are called by one word, or otherwise than the same is called elsewhere.
      return translate(`audit.act.${action}`, {
        _: `${noun(subject)} · ${translate(`audit.verb.${verb}`, { _: verb })}`,
      });
    },
    kind: noun,
    subject: (kind, id) => {
      const list = translate(`resources.${id}.name`, { smart_count: 2, _: '' });
      // A list that was exported stands under its own name, which says of what.
      return list === '' ? `${noun(kind)} ${rowOf(id)}` : translate('audit.rowsOf', { name: list });
    },
    actor: (name) => {
      if (name.includes('#')) return actor(name);
      if (name === 'anonymous') return translate('audit.nobody');
      return `${translate('audit.system')} · ${translate(`audit.part.${name}`, { _: jobOf(name) })}`;
    },
  };
}

/** A UUID tells people nothing; its beginning is enough to tell two of them apart. */
const shortOf = (id: string): string =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? id.slice(0, 8) : id;
