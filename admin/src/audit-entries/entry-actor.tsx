import type { ReactNode } from 'react';
import { ActorWord } from '../parts/actor-word';
import { useEntryWords } from './entry-words';

/** Who did what an entry tells: a person by his account, a part of the platform by its own name. */
export function EntryActor({ name }: { name: string }): ReactNode {
  const words = useEntryWords();
  return name.includes('#') ? <ActorWord name={name} /> : words.actor(name);
}
